import { compare, rational, type Rational } from './rational.ts'
import type { ScoringPlan } from './scoring-plan.ts'
import type { Tally } from './tally.ts'

/** Why a band is withheld, with what a page needs to say it. */
export type Withheld =
  /** Too few of the applicable items are answered. */
  | { reason: 'completeness'; answered: number; applicable: number; minimum: Rational }
  | { reason: 'must-have-unanswered'; items: string[] }
  /** Items answered *not applicable* hold too much of the domain's weight. */
  | { reason: 'not-applicable'; share: Rational; maximum: Rational }
  /** Of the overall band: these domains' are withheld. */
  | { reason: 'domains'; domains: string[] }

/** Why a domain's band is withheld: all the reasons, or none where it isn't. */
export function withheldFrom(tally: Tally, plan: ScoringPlan): Withheld[] {
  const reasons = incomplete(tally, plan)
  if (tally.unansweredMustHaves.length > 0) {
    reasons.push({ reason: 'must-have-unanswered', items: tally.unansweredMustHaves })
  }
  if (tally.notApplicableWeight > 0) {
    const share = rational(tally.notApplicableWeight, tally.shownWeight)
    const maximum = plan.maximumNotApplicable
    if (compare(share, maximum) > 0) reasons.push({ reason: 'not-applicable', share, maximum })
  }
  return reasons
}

/** Too little answered of what applies. Where anything applies, nothing answered is always too little. */
export function incomplete(
  { answered, applicable }: Pick<Tally, 'answered' | 'applicable'>,
  { minimumCompleteness: minimum }: ScoringPlan,
): Withheld[] {
  if (applicable === 0) return []
  const enough = answered > 0 && compare(rational(answered, applicable), minimum) >= 0
  return enough ? [] : [{ reason: 'completeness', answered, applicable, minimum }]
}

/** The band of an unrounded score; where it is capped, at most the one below the top. */
export function bandOf(score: Rational, capped: boolean, plan: ScoringPlan): string | null {
  const place = plan.bands.findIndex(({ from }) => compare(score, from) >= 0)
  return plan.bands[capped ? Math.max(place, 1) : place]?.id ?? null
}
