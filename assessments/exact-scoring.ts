import { bandOf, incomplete, withheldFrom, type Withheld } from './banding.ts'
import type { Questionnaire } from './questionnaire.ts'
import { rational, roundHalfUp, weightedMean, type Rational } from './rational.ts'
import type { Responses } from './response.ts'
import { scoringPlan, thousandths, type PlannedDomain, type ScoringPlan } from './scoring-plan.ts'
import { shownItems } from './shown-when.ts'
import { tallyDomain, type Tally } from './tally.ts'

/** A score before rounding, and what it stands on. */
export interface ExactScore {
  /** 0–100, or null where nothing is scored. */
  score: Rational | null
  /** The score as pages show it: a whole number, rounded half up from the unrounded one. */
  displayScore: number | null
  /** Scored items that apply and are answered. */
  answered: number
  /** Scored items that apply: neither hidden nor not applicable. */
  applicable: number
  /** 0–1, or null where nothing applies. */
  completeness: Rational | null
  /** A band's id, or null while it is withheld or nothing is scored. */
  band: string | null
  /** Why the band is withheld; empty where it isn't. */
  withheld: Withheld[]
  /** Ids of must-haves that are below their passing level, in the questionnaire's order. */
  cappedBy: string[]
}

export interface ExactDomainScore extends ExactScore {
  id: string
  /** The domain's weight in the overall score. */
  weight: number
}

export interface ExactScores {
  overall: ExactScore
  domains: ExactDomainScore[]
}

/** Scores a set of responses without rounding. Only responses that `parseResponse` accepted may be given. */
export function exactScores(questionnaire: Questionnaire, responses: Responses): ExactScores {
  const plan = scoringPlan(questionnaire)
  const shown = shownItems(questionnaire, responses)
  const domains = plan.domains.map((domain) =>
    scoreDomain(domain, tallyDomain(domain, plan, responses, shown), plan),
  )
  return { overall: scoreOverall(domains, plan), domains }
}

function scoreDomain({ id, weight }: PlannedDomain, tally: Tally, plan: ScoringPlan): ExactDomainScore {
  const score =
    tally.answered === 0 ? null : rational(100 * tally.weightedSteps, plan.span * tally.answeredWeight)
  const withheld = withheldFrom(tally, plan)
  return { id, weight: weight / 1000, ...concluded(score, tally, withheld, tally.failing, plan) }
}

/** A domain without a band counts against the overall one only if its band is withheld, not if all in it is hidden. */
function scoreOverall(domains: readonly ExactDomainScore[], plan: ScoringPlan): ExactScore {
  const counts = {
    answered: domains.reduce((sum, domain) => sum + domain.answered, 0),
    applicable: domains.reduce((sum, domain) => sum + domain.applicable, 0),
  }
  const withheld = incomplete(counts, plan)
  const without = domains.filter((domain) => domain.withheld.length > 0).map(({ id }) => id)
  if (without.length > 0) withheld.push({ reason: 'domains', domains: without })
  const scored = domains.flatMap(({ score, weight }) =>
    score ? [{ value: score, weight: thousandths(weight) }] : [],
  )
  const cappedBy = domains.flatMap((domain) => domain.cappedBy)
  return concluded(weightedMean(scored), counts, withheld, cappedBy, plan)
}

function concluded(
  score: Rational | null,
  { answered, applicable }: Pick<Tally, 'answered' | 'applicable'>,
  withheld: Withheld[],
  cappedBy: string[],
  plan: ScoringPlan,
): ExactScore {
  return {
    score,
    displayScore: score && roundHalfUp(score, 0),
    answered,
    applicable,
    completeness: applicable === 0 ? null : rational(answered, applicable),
    band: score && withheld.length === 0 ? bandOf(score, cappedBy.length > 0, plan) : null,
    withheld,
    cappedBy,
  }
}
