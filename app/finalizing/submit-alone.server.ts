import type { Catalog, CatalogVersion } from '#assessments/catalog.server.ts'
import {
  freezeAlone,
  frozenText,
  readFrozen,
  scorecardText,
  type FrozenDocument,
} from '#assessments/frozen-copy.ts'
import { progressOf, totalProgress } from '#assessments/progress.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Database } from '#db/database.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { finalize, type Finalizing } from '#db/queries/finalize.server.ts'
import { latestCopies } from '#db/queries/frozen-copies.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { responsesOf } from '../situation.server.ts'
import { changeRows, type FrozenRound } from './change-rows.ts'
import { scoreRows } from './score-rows.ts'

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
  if (assessment.stage !== 'answering' || !side) return { status: 'stale' }
  const { questionnaire } = version
  const responses = responsesOf(await readResponses(database, assessment.id, 'agency'))
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
  })
  const { rounds, place } = await seriesWith(database, catalog, assessment, document)
  return finalize(database, {
    assessmentId: assessment.id,
    agencyId: assessment.agencyId,
    assessmentRevision: assessment.revision,
    sideRevision: side.revision,
    copy: copyOf(document),
    scores: scoreRows(document.scorecard, questionnaire, responses),
    changes: changeRows(rounds, place, catalog.lineage(assessment.slug)),
    by,
    at,
  })
}

function copyOf(document: FrozenDocument): Finalizing['copy'] {
  const text = frozenText(document)
  const scorecard = scorecardText(document.scorecard)
  return {
    document: text,
    sha256: sha256(text),
    scorecard,
    scorecardSha256: sha256(scorecard),
    engineVersion: document.engine,
  }
}

/** The agency's rounds with this one as it is about to be, the oldest first, and this one's place. */
async function seriesWith(
  database: Database,
  catalog: Catalog,
  assessment: Assessment,
  document: FrozenDocument,
): Promise<{ rounds: FrozenRound[]; place: number }> {
  const { agencyId, slug } = assessment
  const known = await latestCopies(database, agencyId, slug)
  const own = known.find((round) => round.assessment.id === assessment.id)
  const series = [
    ...known
      .filter((round) => round !== own)
      .map((round) => ({
        assessment: round.assessment,
        number: round.copy.number,
        document: readFrozen(round.copy.document),
      })),
    { assessment, number: (own?.copy.number ?? 0) + 1, document },
  ].sort((one, other) => inSeries(one.assessment, other.assessment))
  const rounds = series.flatMap((round) => {
    const { id, version } = round.assessment
    const questionnaire = catalog.find(slug, version)?.questionnaire
    const { number } = round
    return questionnaire ? [{ assessmentId: id, number, document: round.document, questionnaire }] : []
  })
  return { rounds, place: rounds.findIndex(({ assessmentId }) => assessmentId === assessment.id) }
}

type Dated = Pick<Assessment, 'asOf' | 'startedAt' | 'id'>

/** By as-of date; rounds of one day by when they were started. */
function inSeries(one: Dated, other: Dated): number {
  const day = compareText(one.asOf, other.asOf)
  return day || one.startedAt.getTime() - other.startedAt.getTime() || compareText(one.id, other.id)
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
