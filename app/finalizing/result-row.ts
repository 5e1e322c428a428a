import type { FrozenDocument } from '#assessments/frozen-copy.ts'
import { levelsText } from '#assessments/levels-text.ts'
import { roundOfCopy } from '#assessments/like-for-like.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Freezing } from '#db/queries/freezing.server.ts'
import type { ResultRow } from '#db/queries/results.server.ts'
import { scoreRows } from './score-rows.ts'

type Key = 'assessmentId' | 'number' | 'finalizedAt' | 'agencyId' | 'latest'

/** What a frozen copy came to, as one short row. */
export function resultRow(
  questionnaire: Questionnaire,
  document: FrozenDocument,
  scores: Freezing['scores'],
): Omit<ResultRow, Key> {
  const round = roundOfCopy(questionnaire, document)
  const { overall, domains } = document.scorecard
  const displayed = new Map(scores.map((row) => [row.scope, row.displayed]))
  return {
    slug: questionnaire.slug,
    version: questionnaire.version,
    asOf: document.asOf,
    coReviewed: document.coReviewed,
    displayed: displayed.get('overall') ?? null,
    band: overall.band,
    answered: overall.answered,
    applicable: overall.applicable,
    domainScores: domains.map(({ id }) => displayed.get(id) ?? null),
    domainBands: domains.map(({ band }) => band),
    levels: levelsText(round),
    agencyLevels: round.sides ? levelsText({ questionnaire, responses: round.sides.agency }) : null,
  }
}

/** The row of a copy that was read from the database. */
export function resultRowOf(questionnaire: Questionnaire, document: FrozenDocument): Omit<ResultRow, Key> {
  const { agreed, responses } = document
  const scores = scoreRows(document.scorecard, questionnaire, agreed ?? responses.agency)
  return resultRow(questionnaire, document, scores)
}
