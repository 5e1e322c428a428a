import { frozenDocumentSchema, frozenText, scorecardText } from '#assessments/frozen-copy.ts'
import type { Scorecard } from '#assessments/scorecard.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Database } from '#db/database.server.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { finalize, type Finalizing, type FinalizeOutcome } from '#db/queries/finalize.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { minute } from './database-builders.ts'

const score = { score: 50, answered: 2, applicable: 2, completeness: 1, band: 'developing', cappedBy: [] }
const scorecard: Scorecard = { questionnaire: 'sketch@1.0.0', overall: score, domains: [] }

function resultOf({
  agencyId,
  slug,
  version,
  asOf,
}: Pick<Assessment, 'agencyId' | 'slug' | 'version' | 'asOf'>): Finalizing['result'] {
  return {
    ...{ agencyId, slug, version, asOf, coReviewed: false, displayed: 50, band: 'developing' },
    ...{ answered: 2, applicable: 2, domainScores: [], domainBands: [], levels: '', agencyLevels: null },
  }
}

/** What making an assessment final takes, from its responses and revisions as they are now. */
export async function finalizing(
  database: Database,
  assessmentId: string,
  by: string,
  overall: Partial<Finalizing['scores'][number]> = {},
): Promise<Finalizing> {
  const assessment = await findAssessment(database, assessmentId)
  if (!assessment?.sides.agency) throw new Error('there is no such assessment')
  const responses = await readResponses(database, assessmentId, 'agency')
  const frozen = frozenDocumentSchema.parse({
    format: 1,
    assessment: assessmentId,
    questionnaire: { name: 'sketch@1.0.0', sha256: 'a'.repeat(64) },
    engine: '1',
    asOf: assessment.asOf,
    coReviewed: false,
    responses: {
      agency: Object.fromEntries([...responses].map(([id, { response }]) => [id, response])),
      partner: null,
    },
    agreed: null,
    scorecard,
    signatures: [],
  })
  const [document, scored] = [frozenText(frozen), scorecardText(scorecard)]
  return {
    assessmentId,
    agencyId: assessment.agencyId,
    assessmentRevision: assessment.revision,
    sideRevision: assessment.sides.agency.revision,
    copy: {
      document,
      sha256: sha256(document),
      scorecard: scored,
      scorecardSha256: sha256(scored),
      engineVersion: '1',
    },
    scores: [{ ...score, scope: 'overall', displayed: 50, ...overall }],
    result: resultOf(assessment),
    changes: [],
    by,
    at: minute(30),
  }
}

/** Makes an assessment final as it is now. */
export async function makeFinal(
  database: Database,
  assessmentId: string,
  by: string,
): Promise<FinalizeOutcome> {
  return finalize(database, await finalizing(database, assessmentId, by))
}

/** Reopens an assessment. */
export function reopenIt(database: Database, assessmentId: string, agencyId: string, by: string) {
  return reopen(database, { assessmentId, agencyId, reason: 'A mistake', by, at: minute(40) })
}
