import type { Responses } from './response.ts'
import type { PlannedDomain, ScoringPlan } from './scoring-plan.ts'
import { answeredValue } from './shown-among.ts'

/** What is counted of one domain's scored items before anything is divided. Weights are in thousandths. */
export interface Tally {
  answered: number
  applicable: number
  /** Of the answered items: the sum of weight × steps above the lowest level. */
  weightedSteps: number
  answeredWeight: number
  /** Of all items that are shown, not applicable ones among them. */
  shownWeight: number
  notApplicableWeight: number
  /** Ids of must-haves that apply and are answered below their passing level. */
  failing: string[]
  /** Ids of must-haves that apply and are unanswered. */
  unansweredMustHaves: string[]
}

/**
 * Counts one domain. Throws a RangeError for an answer that is none of the levels: whatever reads
 * responses refuses those, so that one here must not become a wrong score.
 */
export function tallyDomain(
  domain: PlannedDomain,
  plan: ScoringPlan,
  responses: Responses,
  shown: ReadonlySet<string>,
): Tally {
  const tally = emptyTally()
  for (const { id, weight, passing } of domain.items) {
    if (!shown.has(id)) continue
    const response = responses[id]
    tally.shownWeight += weight
    if (response?.notApplicable !== undefined) {
      tally.notApplicableWeight += weight
      continue
    }
    tally.applicable += 1
    const value = answeredValue(response)
    if (value === undefined) {
      if (passing !== null) tally.unansweredMustHaves.push(id)
      continue
    }
    const steps = typeof value === 'number' ? plan.steps.get(value) : undefined
    if (steps === undefined) throw new RangeError(`${id} is answered with something that is not a level`)
    tally.answered += 1
    tally.answeredWeight += weight
    tally.weightedSteps += weight * steps
    if (passing !== null && Number(value) < passing) tally.failing.push(id)
  }
  return tally
}

function emptyTally(): Tally {
  return {
    answered: 0,
    applicable: 0,
    weightedSteps: 0,
    answeredWeight: 0,
    shownWeight: 0,
    notApplicableWeight: 0,
    failing: [],
    unansweredMustHaves: [],
  }
}
