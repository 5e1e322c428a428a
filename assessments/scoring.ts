import { exactScores, type ExactDomainScore, type ExactScore, type ExactScores } from './exact-scoring.ts'
import { levelItemsOf, questionnaireName, type Domain, type Questionnaire } from './questionnaire.ts'
import { rational, roundHalfUp, type Rational } from './rational.ts'
import type { Responses } from './response.ts'
import { scoringPlan } from './scoring-plan.ts'
import type { Score, Scorecard } from './scorecard.ts'
import { answeredValue, shownItems } from './shown-when.ts'

/**
 * Scores a set of responses, rounded half up to four decimals: what is frozen, hashed and exported.
 * Only responses that `parseResponse` accepted may be given; an answer that is no level throws.
 */
export function scoreResponses(questionnaire: Questionnaire, responses: Responses): Scorecard {
  const { overall, domains } = exactScores(questionnaire, responses)
  return {
    questionnaire: questionnaireName(questionnaire),
    overall: rounded(overall),
    domains: domains.map((domain) => ({ id: domain.id, ...rounded(domain) })),
  }
}

function rounded({ score, answered, applicable, completeness, band, cappedBy }: ExactScore): Score {
  return {
    score: score && roundHalfUp(score, 4),
    answered,
    applicable,
    completeness: completeness && roundHalfUp(completeness, 4),
    band,
    cappedBy,
  }
}

/** One addend of a domain's weighted mean. */
export interface ScoreTerm {
  item: string
  /** The level that was chosen. */
  value: number
  /** What the level is worth, 0–100. */
  points: Rational
  weight: number
}

/** Unrounded scores with the sums that they come from, so that a page can explain them. */
export interface ExplainedScores extends ExactScores {
  domains: (ExactDomainScore & { terms: ScoreTerm[] })[]
}

/** Scores a set of responses without rounding, and says of each domain what its mean is taken of. */
export function scoreExactly(questionnaire: Questionnaire, responses: Responses): ExplainedScores {
  const { overall, domains } = exactScores(questionnaire, responses)
  const shown = shownItems(questionnaire, responses)
  const terms = new Map(
    questionnaire.domains.map((domain) => [domain.id, termsOf(domain, questionnaire, responses, shown)]),
  )
  return { overall, domains: domains.map((domain) => ({ ...domain, terms: terms.get(domain.id) ?? [] })) }
}

function termsOf(
  domain: Domain,
  questionnaire: Questionnaire,
  responses: Responses,
  shown: ReadonlySet<string>,
): ScoreTerm[] {
  return levelItemsOf(domain.items).flatMap(({ id, weight }) => {
    const value = shown.has(id) ? answeredValue(responses[id]) : undefined
    return typeof value === 'number'
      ? [{ item: id, value, points: pointsOf(questionnaire, value), weight }]
      : []
  })
}

/** What a level is worth: 0 for the lowest, 100 for the highest. Throws a RangeError for what is no level. */
export function pointsOf(questionnaire: Questionnaire, level: number): Rational {
  const { steps, span } = scoringPlan(questionnaire)
  const step = steps.get(level)
  if (step === undefined) throw new RangeError(`${level} is not a level`)
  return rational(100 * step, span)
}
