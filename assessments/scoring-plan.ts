import { passingLevel } from './item.ts'
import { levelItemsOf, type Domain, type Questionnaire } from './questionnaire.ts'
import { decimal, divide, rational, type Rational } from './rational.ts'

/** A scored item as scoring needs it. */
export interface PlannedItem {
  id: string
  /** In thousandths, a whole number, so that sums are exact. */
  weight: number
  /** The lowest level that passes, or null where the item is no must-have. */
  passing: number | null
}

export interface PlannedDomain {
  id: string
  /** In thousandths. */
  weight: number
  items: readonly PlannedItem[]
}

/** What scoring needs of a questionnaire, worked out once. */
export interface ScoringPlan {
  /** How far each level is above the lowest. */
  steps: ReadonlyMap<number, number>
  /** How far the highest level is above the lowest. */
  span: number
  domains: readonly PlannedDomain[]
  /** From the highest down. */
  bands: readonly { id: string; from: Rational }[]
  /** Shares from 0 to 1. */
  minimumCompleteness: Rational
  maximumNotApplicable: Rational
}

const plans = new WeakMap<Questionnaire, ScoringPlan>()

/** The plan of a questionnaire, made at the first call. A questionnaire is never changed after reading. */
export function scoringPlan(questionnaire: Questionnaire): ScoringPlan {
  const known = plans.get(questionnaire)
  if (known) return known
  const plan = makePlan(questionnaire)
  plans.set(questionnaire, plan)
  return plan
}

/** A weight in thousandths, exactly: weights have at most three decimals. */
export function thousandths(weight: number): number {
  return Math.round(weight * 1000)
}

/** A share in percent, as the questionnaire states it, from 0 to 1. */
export function shareOf(percent: number): Rational {
  return divide(decimal(percent), rational(100))
}

function makePlan({ levels, domains, scoring }: Questionnaire): ScoringPlan {
  const values = levels.map((level) => level.value)
  const lowest = Math.min(...values)
  return {
    steps: new Map(values.map((value) => [value, value - lowest])),
    span: Math.max(...values) - lowest,
    domains: domains.map(planDomain),
    bands: scoring.bands.map(({ id, from }) => ({ id, from: decimal(from) })).reverse(),
    minimumCompleteness: shareOf(scoring.minimumCompleteness),
    maximumNotApplicable: shareOf(scoring.maximumNotApplicable),
  }
}

function planDomain({ id, weight, items }: Domain): PlannedDomain {
  return {
    id,
    weight: thousandths(weight),
    items: levelItemsOf(items).map((item) => ({
      id: item.id,
      weight: thousandths(item.weight),
      passing: passingLevel(item),
    })),
  }
}
