import type { Catalog, CatalogVersion } from '#assessments/catalog.server.ts'
import { freezeAlone } from '#assessments/frozen-copy.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { progressOf, totalProgress } from '#assessments/progress.ts'
import type { Database } from '#db/database.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { finalize } from '#db/queries/finalize.server.ts'
import { reconciliationRevision } from '#db/queries/reconciliation.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { responsesOf } from '../situation.server.ts'
import { frozenParts } from './frozen-parts.server.ts'

export interface Submission {
  /** As it was read before deciding; if it or its agency's side has moved since, nothing is frozen. */
  assessment: Assessment
  version: CatalogVersion
  by: string
  at: Date
}

export type SubmitOutcome =
  | { status: 'final'; number: number }
  /** Somebody saved or submitted in between. */
  | { status: 'stale' }
  /** Ids of items that must be answered first. */
  | { status: 'required-missing'; items: string[] }
  /** There is nothing to make final. */
  | { status: 'nothing-answered' }

/** Submits an assessment that the agency answered alone: it becomes final, and its frozen copy is kept. */
export async function submitAlone(
  { database, catalog }: { database: Database; catalog: Catalog },
  { assessment, version, by, at }: Submission,
): Promise<SubmitOutcome> {
  const side = assessment.sides.agency
  const withPartner = assessment.partnershipId !== null && !assessment.alone
  if (assessment.stage !== 'answering' || !side || withPartner) return { status: 'stale' }
  const { questionnaire } = version
  const responses = responsesOf(
    await readResponses(database, assessment.id, 'agency'),
    questionnaire,
    'agency',
  )
  const { answered, requiredMissing } = totalProgress(progressOf(questionnaire, responses, 'agency'))
  if (answered === 0) return { status: 'nothing-answered' }
  if (requiredMissing.length > 0) return { status: 'required-missing', items: requiredMissing }
  const document = freezeAlone({
    assessmentId: assessment.id,
    asOf: assessment.asOf,
    questionnaire,
    questionnaireSha256: version.sha256,
    responses,
    submitted: { person: by, at: at.toISOString() },
    alone: await withoutPartner(database, assessment, questionnaire),
  })
  const { copy, scores, result, changes } = await frozenParts(
    { database, catalog },
    assessment,
    questionnaire,
    document,
  )
  return finalize(database, {
    assessmentId: assessment.id,
    agencyId: assessment.agencyId,
    assessmentRevision: assessment.revision,
    sideRevision: side.revision,
    copy,
    scores,
    result,
    changes,
    by,
    at,
  })
}

/** Why it went on without its partner, and what the agency had come to see of the partner's answers by then. */
async function withoutPartner(
  database: Database,
  { id, aloneReason }: Assessment,
  questionnaire: Questionnaire,
) {
  if (!aloneReason) return undefined
  const seen = (await reconciliationRevision(database, id)) !== undefined
  const partner = seen
    ? responsesOf(await readResponses(database, id, 'partner'), questionnaire, 'partner')
    : null
  return { reason: aloneReason, partner }
}
