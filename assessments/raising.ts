import { levelItemsOf, type Domain, type Questionnaire } from './questionnaire.ts'
import { passingLevel } from './item.ts'
import { compare, rational, type Rational } from './rational.ts'
import type { Responses } from './response.ts'
import { scoringPlan, thousandths } from './scoring-plan.ts'
import { answeredValue, shownItems } from './shown-when.ts'

/** An item that would raise its domain's score. */
export interface Raiser {
  item: string
  /** The level that was chosen. */
  value: number
  /** The highest level, at which the whole gain is made. */
  highest: number
  /** How many points (0–100) the domain would gain at the highest level, the other answers as they are. */
  gain: Rational
  /** Whether it is a must-have below its passing level, which caps the band. */
  caps: boolean
}

/**
 * What would raise each domain most: its answered items that are not at the highest level, must-haves
 * below their passing level first, then by weight × distance to the highest level, then in order.
 */
export function whatWouldRaise(
  questionnaire: Questionnaire,
  responses: Responses,
): { id: string; raisers: Raiser[] }[] {
  const shown = shownItems(questionnaire, responses)
  return questionnaire.domains.map((domain) => ({
    id: domain.id,
    raisers: raisersOf(domain, questionnaire, responses, shown).sort(
      (a, b) => Number(b.caps) - Number(a.caps) || compare(b.gain, a.gain),
    ),
  }))
}

function raisersOf(
  domain: Domain,
  questionnaire: Questionnaire,
  responses: Responses,
  shown: ReadonlySet<string>,
): Raiser[] {
  const { span } = scoringPlan(questionnaire)
  const highest = Math.max(...questionnaire.levels.map((level) => level.value))
  const answered = levelItemsOf(domain.items).flatMap((item) => {
    const value = shown.has(item.id) ? answeredValue(responses[item.id]) : undefined
    return typeof value === 'number' ? [{ item, value, weight: thousandths(item.weight) }] : []
  })
  const total = answered.reduce((sum, { weight }) => sum + weight, 0)
  return answered
    .filter(({ value }) => value < highest)
    .map(({ item, value, weight }) => ({
      item: item.id,
      value,
      highest,
      gain: rational(100 * weight * (highest - value), span * total),
      caps: value < (passingLevel(item) ?? value),
    }))
}
