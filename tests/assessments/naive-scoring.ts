import type { ItemComparison } from '#assessments/condition.ts'
import type { Item } from '#assessments/item.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import type { Score, Scorecard } from '#assessments/scorecard.ts'

/*
 * The Rules of scoring written once more in the plainest way, sharing no code with assessments/: fractions
 * of big integers, loops, nothing remembered. Slow, and easy to hold against the rules line by line.
 */

/** A fraction, never reduced. */
export type Fraction = [numerator: bigint, denominator: bigint]

const plus = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]]
const times = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]]
const over = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1], a[1] * b[0]]
const isLess = (a: Fraction, b: Fraction): boolean => a[0] * b[1] < b[0] * a[1]
const whole = (n: number | bigint): Fraction => [BigInt(n), 1n]
/** Weights have at most three decimals, and the percentages of these tests two. */
const declared = (n: number): Fraction => [BigInt(Math.round(n * 1000)), 1000n]

function halfUp([n, d]: Fraction): number {
  const floor = (n * 10_000n) / d
  const rest = n * 10_000n - floor * d
  return Number(2n * rest >= d ? floor + 1n : floor) / 10_000
}

export function naiveIsShown(sample: Questionnaire, responses: Responses, item: Item): boolean {
  if (!item.shownWhen) return true
  const holds = (comparison: ItemComparison): boolean => {
    for (const domain of sample.domains) {
      for (const other of domain.items) {
        if (other.id !== comparison.item) continue
        if (!naiveIsShown(sample, responses, other)) return false
        const response = responses[other.id]
        if (!response || response.notApplicable !== undefined || response.dontKnow) return false
        const value = response.value
        if (value === undefined) return false
        if ('equals' in comparison) return value === comparison.equals
        if ('differs' in comparison) return value !== comparison.differs
        if ('atLeast' in comparison) return Number(value) >= comparison.atLeast
        if ('atMost' in comparison) return Number(value) <= comparison.atMost
      }
    }
    return false
  }
  if ('all' in item.shownWhen) {
    for (const comparison of item.shownWhen.all) if (!holds(comparison)) return false
    return true
  }
  for (const comparison of item.shownWhen.any) if (holds(comparison)) return true
  return false
}

/** What one answer is worth, 0–100. */
export function naivePoints(sample: Questionnaire, value: number): Fraction {
  let lowest = Infinity
  let highest = -Infinity
  for (const level of sample.levels) {
    if (level.value < lowest) lowest = level.value
    if (level.value > highest) highest = level.value
  }
  return [BigInt(value - lowest) * 100n, BigInt(highest - lowest)]
}

export function naiveScorecard(sample: Questionnaire, responses: Responses): Scorecard {
  const { scoring } = sample
  const bandAt = (score: Fraction, capped: boolean): string => {
    let place = 0
    for (const [i, band] of scoring.bands.entries()) if (!isLess(score, declared(band.from))) place = i
    if (capped && place === scoring.bands.length - 1) place -= 1
    return scoring.bands[place]?.id ?? ''
  }
  const isIncomplete = (answered: number, applicable: number) =>
    applicable > 0 &&
    (answered === 0 ||
      isLess([BigInt(answered) * 100n, BigInt(applicable)], declared(scoring.minimumCompleteness)))

  let overallSum = whole(0)
  let overallWeight = whole(0)
  let overallAnswered = 0
  let overallApplicable = 0
  let overallWithheld = false
  const overallCappedBy: string[] = []
  const domains: ({ id: string } & Score)[] = []

  for (const domain of sample.domains) {
    let sum = whole(0)
    let weight = whole(0)
    let shownWeight = whole(0)
    let notApplicableWeight = whole(0)
    let answered = 0
    let applicable = 0
    let mustHaveUnanswered = false
    const cappedBy: string[] = []
    for (const item of domain.items) {
      if (item.kind !== 'level' || !naiveIsShown(sample, responses, item)) continue
      const response = responses[item.id]
      shownWeight = plus(shownWeight, declared(item.weight))
      if (response?.notApplicable !== undefined) {
        notApplicableWeight = plus(notApplicableWeight, declared(item.weight))
        continue
      }
      applicable += 1
      if (response?.value === undefined || response.dontKnow) {
        if (item.mustHave !== undefined) mustHaveUnanswered = true
        continue
      }
      answered += 1
      const value = Number(response.value)
      sum = plus(sum, times(declared(item.weight), naivePoints(sample, value)))
      weight = plus(weight, declared(item.weight))
      const passing = item.mustHave === undefined ? -1 : item.mustHave === true ? 3 : item.mustHave.level
      if (value < passing) cappedBy.push(item.id)
    }
    const tooMuchNotApplicable =
      shownWeight[0] > 0n &&
      isLess(
        declared(scoring.maximumNotApplicable),
        times(whole(100), over(notApplicableWeight, shownWeight)),
      )
    const withheld = isIncomplete(answered, applicable) || mustHaveUnanswered || tooMuchNotApplicable
    const score = answered > 0 ? over(sum, weight) : null
    domains.push({
      id: domain.id,
      score: score ? halfUp(score) : null,
      answered,
      applicable,
      completeness: applicable > 0 ? halfUp([BigInt(answered), BigInt(applicable)]) : null,
      band: score && !withheld ? bandAt(score, cappedBy.length > 0) : null,
      cappedBy,
    })
    if (score) {
      overallSum = plus(overallSum, times(declared(domain.weight), score))
      overallWeight = plus(overallWeight, declared(domain.weight))
    }
    overallAnswered += answered
    overallApplicable += applicable
    if (withheld) overallWithheld = true
    overallCappedBy.push(...cappedBy)
  }
  const overall = overallWeight[0] > 0n ? over(overallSum, overallWeight) : null
  const withheld = overallWithheld || isIncomplete(overallAnswered, overallApplicable)
  return {
    questionnaire: `${sample.slug}@${sample.version}`,
    overall: {
      score: overall ? halfUp(overall) : null,
      answered: overallAnswered,
      applicable: overallApplicable,
      completeness:
        overallApplicable > 0 ? halfUp([BigInt(overallAnswered), BigInt(overallApplicable)]) : null,
      band: overall && !withheld ? bandAt(overall, overallCappedBy.length > 0) : null,
      cappedBy: overallCappedBy,
    },
    domains,
  }
}
