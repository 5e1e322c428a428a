import type { Catalog } from '#assessments/catalog.server.ts'
import {
  countedResponses,
  frozenText,
  readFrozen,
  scorecardText,
  type FrozenDocument,
} from '#assessments/frozen-copy.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Database } from '#db/database.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import type { Freezing } from '#db/queries/freezing.server.ts'
import { latestCopies } from '#db/queries/frozen-copies.server.ts'
import { changeRows, type FrozenRound } from './change-rows.ts'
import { resultRow } from './result-row.ts'
import { scoreRows } from './score-rows.ts'

/** What of an assessment says where it stands among its agency's rounds. */
type InSeries = Pick<Assessment, 'id' | 'agencyId' | 'slug' | 'version' | 'asOf' | 'startedAt'>

/**
 * What is kept of an assessment that becomes final: its copy, the number it gets (the next, unless it had one
 * elsewhere), its scores and changes.
 */
export async function frozenParts(
  { database, catalog }: { database: Database; catalog: Pick<Catalog, 'find' | 'lineage'> },
  assessment: InSeries,
  questionnaire: Questionnaire,
  document: FrozenDocument,
  numbered?: number,
): Promise<Pick<Freezing, 'copy' | 'scores' | 'result' | 'changes'> & { number: number }> {
  const { rounds, place, number } = await seriesWith(database, catalog, assessment, document, numbered)
  const scores = scoreRows(document.scorecard, questionnaire, countedResponses(document))
  return {
    number,
    copy: copyOf(document),
    scores,
    result: { agencyId: assessment.agencyId, ...resultRow(questionnaire, document, scores) },
    changes: changeRows(rounds, place, catalog.lineage(assessment.slug)),
  }
}

function copyOf(document: FrozenDocument): Freezing['copy'] {
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
  catalog: Pick<Catalog, 'find' | 'lineage'>,
  assessment: InSeries,
  document: FrozenDocument,
  numbered: number | undefined,
): Promise<{ rounds: FrozenRound[]; place: number; number: number }> {
  const { agencyId, slug } = assessment
  const known = await latestCopies(database, agencyId, slug)
  const own = known.find((round) => round.assessment.id === assessment.id)
  const number = numbered ?? (own?.copy.number ?? 0) + 1
  const series = [
    ...known
      .filter((round) => round !== own)
      .map((round) => ({
        assessment: round.assessment,
        number: round.copy.number,
        document: readFrozen(round.copy.document),
      })),
    { assessment, number, document },
  ].sort((one, other) => inSeries(one.assessment, other.assessment))
  const rounds = series.flatMap((round) => {
    const { id, version } = round.assessment
    const questionnaire = catalog.find(slug, version)?.questionnaire
    const { number, document } = round
    return questionnaire ? [{ assessmentId: id, number, document, questionnaire }] : []
  })
  const place = rounds.findIndex(({ assessmentId }) => assessmentId === assessment.id)
  return { rounds, place, number }
}

type Dated = Pick<InSeries, 'asOf' | 'startedAt' | 'id'>

/** By as-of date; rounds of one day by when they were started. */
function inSeries(one: Dated, other: Dated): number {
  const day = compareText(one.asOf, other.asOf)
  return day || one.startedAt.getTime() - other.startedAt.getTime() || compareText(one.id, other.id)
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
