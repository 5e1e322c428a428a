import { levelItemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import type { Extent } from './extent.ts'
import { spreadOf } from './statistics.ts'
import type { Row } from './table.ts'

/** Scoring one full set of responses; the floor is a loop over the same numbers, written by hand. */
export function measureScoring(questionnaire: Questionnaire, { runs, scorings }: Extent): Row {
  const responses = fullSet(questionnaire)
  const numbers = questionnaire.domains.map(({ weight, items }) => ({
    weight,
    answers: levelItemsOf(items).map(({ id, weight: own }) => ({
      weight: own,
      value: Number(responses[id]?.value),
    })),
  }))
  const scored: number[] = []
  const looped: number[] = []
  // The first runs are not counted: the engine is still compiling.
  for (let run = -2; run < runs; run++) {
    const one = microseconds(scorings, () => scoreResponses(questionnaire, responses).overall.answered)
    const other = microseconds(scorings, () => loopOver(numbers))
    if (run >= 0) {
      scored.push(one)
      looped.push(other)
    }
  }
  const floor = { what: 'a hand-written loop over the same numbers', figure: spreadOf(looped) }
  return {
    what: 'scoring one full set of responses',
    unit: 'µs',
    figure: spreadOf(scored),
    floor,
    aim: '≤ 20',
  }
}

function fullSet({ domains }: Questionnaire): Responses {
  const items = domains.flatMap((domain) => levelItemsOf(domain.items))
  const models = { 'services.response-models': { value: ['co-responder'] } }
  return { ...models, ...Object.fromEntries(items.map(({ id }, i) => [id, { value: 1 + (i % 5) }])) }
}

function loopOver(
  domains: readonly { weight: number; answers: readonly { weight: number; value: number }[] }[],
): number {
  let total = 0
  let weights = 0
  for (const { weight, answers } of domains) {
    let sum = 0
    let own = 0
    for (const answer of answers) {
      sum += (answer.value - 1) * 25 * answer.weight
      own += answer.weight
    }
    total += (sum / own) * weight
    weights += weight
  }
  return total / weights
}

/** What one call costs. The sum of what comes back is looked at, so that no call can be left out. */
function microseconds(times: number, task: () => number): number {
  let sum = 0
  const start = performance.now()
  for (let i = 0; i < times; i++) sum += task()
  const took = performance.now() - start
  if (Number.isNaN(sum)) throw new Error('what was measured came to nothing')
  return (took * 1000) / times
}
