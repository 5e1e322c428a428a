import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRounds } from '#assessments/comparison.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { itemsOf, levelItemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import { rational, type Rational } from '#assessments/rational.ts'
import type { Responses } from '#assessments/response.ts'
import { scoreExactly } from '#assessments/scoring.ts'
import { chainTrend } from '#assessments/trend.ts'
import { arbitraryRounds } from '#tests/support/arbitrary-questionnaires.ts'
import { naiveIsShown, naivePoints, type Fraction } from './naive-scoring.ts'

const runs = { numRuns: 200 }

function comparedIn(sample: Questionnaire, older: Responses | undefined, newer: Responses | undefined) {
  return compareRounds(
    { questionnaire: sample, responses: older ?? {} },
    { questionnaire: sample, responses: newer ?? {} },
    correspondence([sample], sample.version, sample.version),
  )
}

const opposite = (change: Rational | null) => change && rational(-change.numerator, change.denominator)

/** Every level item answered, none of them hidden: the same items in each round. */
const fullRounds = (count: number) =>
  arbitraryRounds(count, { conditional: false }).map(({ sample, rounds }) => ({
    sample,
    rounds: rounds.map((round): Responses => {
      const lowest = sample.levels[0]?.value ?? 0
      return Object.fromEntries(
        levelItemsOf(itemsOf(sample)).map(({ id }) => [id, { value: round[id]?.value ?? lowest }]),
      )
    }),
  }))

/** The change of a domain by the rule itself: the weighted mean over items that both rounds answer. */
function naiveChange(sample: Questionnaire, d: number, older: Responses, newer: Responses) {
  let sum: Fraction = [0n, 1n]
  let shared = 0
  let total = 0
  for (const item of sample.domains[d]?.items ?? []) {
    if (item.kind !== 'level') continue
    const weight = Math.round(item.weight * 1000)
    const [applied, applies] = [older, newer].map(
      (round) => naiveIsShown(sample, round, item) && round[item.id]?.notApplicable === undefined,
    )
    if (applied || applies) total += weight
    const [before, after] = [older, newer].map((round) => round[item.id]?.value)
    if (!applied || !applies || typeof before !== 'number' || typeof after !== 'number') continue
    const [high, low] = [naivePoints(sample, after), naivePoints(sample, before)]
    sum = [sum[0] * high[1] + BigInt(weight) * (high[0] - low[0]) * sum[1], sum[1] * high[1]]
    shared += weight
  }
  if (shared === 0 || shared * 100 < total * sample.scoring.comparableShare) return null
  return rational(sum[0], sum[1] * BigInt(shared))
}

describe('compareRounds', () => {
  test('gives each domain the change that the rule gives', () => {
    fc.assert(
      fc.property(arbitraryRounds(2), ({ sample, rounds: [older = {}, newer = {}] }) => {
        const { domains } = comparedIn(sample, older, newer)
        expect(domains.map(({ change }) => change)).toEqual(
          sample.domains.map((_, d) => naiveChange(sample, d, older, newer)),
        )
      }),
      { numRuns: 400 },
    )
  })

  test('of a round with itself finds no change', () => {
    fc.assert(
      fc.property(arbitraryRounds(1), ({ sample, rounds: [round] }) => {
        const { overall, domains, items } = comparedIn(sample, round, round)
        for (const { change } of [overall, ...domains]) expect([null, rational(0)]).toContainEqual(change)
        for (const { outcome } of items) expect(['same', 'unanswered', 'not-applicable']).toContain(outcome)
      }),
      runs,
    )
  })

  test('the other way round finds the opposite', () => {
    fc.assert(
      fc.property(arbitraryRounds(2), ({ sample, rounds: [older, newer] }) => {
        const forth = comparedIn(sample, older, newer)
        const back = comparedIn(sample, newer, older)
        expect(back.overall.change).toEqual(opposite(forth.overall.change))
        expect(back.overall.roundedChange).toEqual(
          forth.overall.roundedChange && 0 - forth.overall.roundedChange,
        )
        expect(back.overall.displayChange).toEqual(
          forth.overall.displayChange && 0 - forth.overall.displayChange,
        )
        expect(back.domains.map(({ change }) => change)).toEqual(
          forth.domains.map(({ change }) => opposite(change)),
        )
      }),
      runs,
    )
  })

  test('with the same items answered in both is the difference of the scores', () => {
    fc.assert(
      fc.property(fullRounds(2), ({ sample, rounds: [older, newer] }) => {
        const { overall, domains } = comparedIn(sample, older, newer)
        for (const { change, rawDifference } of [overall, ...domains]) expect(change).toEqual(rawDifference)
      }),
      runs,
    )
  })
})

describe('chainTrend', () => {
  test('over one version with the same items answered is the line of the scores', () => {
    fc.assert(
      fc.property(fullRounds(4), ({ sample, rounds }) => {
        const dated = rounds.map((responses, i) => ({
          date: `202${i}-01-01`,
          questionnaire: sample,
          responses,
        }))
        const { overall, domains } = chainTrend(dated, [sample])
        for (const { chained, score } of [...overall, ...domains.flatMap(({ points }) => points)]) {
          expect(chained).toEqual(score)
        }
      }),
      runs,
    )
  })

  test('always ends at the latest score', () => {
    fc.assert(
      fc.property(arbitraryRounds(3), ({ sample, rounds }) => {
        const dated = rounds.map((responses, i) => ({
          date: `202${i}-01-01`,
          questionnaire: sample,
          responses,
        }))
        const { overall, domains } = chainTrend(dated, [sample])
        const latest = scoreExactly(sample, rounds.at(-1) ?? {})
        expect(overall.at(-1)?.chained).toEqual(latest.overall.score)
        expect(domains.map(({ points }) => points.at(-1)?.chained)).toEqual(
          latest.domains.map(({ score }) => score),
        )
      }),
      runs,
    )
  })
})
