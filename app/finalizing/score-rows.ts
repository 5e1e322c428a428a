import { exactScores } from '#assessments/exact-scoring.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import type { Score, Scorecard } from '#assessments/scorecard.ts'
import type { Freezing } from '#db/queries/freezing.server.ts'

/** The scores of a scorecard as rows, each with the whole number that pages show. */
export function scoreRows(
  scorecard: Scorecard,
  questionnaire: Questionnaire,
  responses: Responses,
): Freezing['scores'] {
  const exact = exactScores(questionnaire, responses)
  const displayed = new Map(exact.domains.map(({ id, displayScore }) => [id, displayScore]))
  return [
    row('overall', scorecard.overall, exact.overall.displayScore),
    ...scorecard.domains.map(({ id, ...score }) => row(id, score, displayed.get(id) ?? null)),
  ]
}

function row(scope: string, score: Score, displayed: number | null): Freezing['scores'][number] {
  return { scope, displayed, ...score }
}
