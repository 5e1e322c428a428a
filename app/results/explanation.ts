import { decimal, multiply, roundHalfUp, type Rational } from '#assessments/rational.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import type { ExplainedScores } from '#assessments/scoring.ts'

/** One line of a sum. */
export interface Addend {
  label: string
  /** The level that was chosen, or null in the sum over domains. */
  level: number | null
  /** What it is worth, 0–100. */
  points: string
  weight: string
  product: string
}

/** How a score came about: the sum itself. */
export interface Explanation {
  addends: Addend[]
  /** The sum of weight × points. */
  sum: string
  /** The sum of the weights. */
  weights: string
  /** The mean before it is rounded for the page, to four decimals. */
  mean: string
  displayed: number
}

/** The sum of one domain, or null where nothing in it is scored. */
export function explainDomain(
  questionnaire: Questionnaire,
  { domains }: ExplainedScores,
  id: string,
): Explanation | null {
  const domain = domains.find((candidate) => candidate.id === id)
  if (!domain) return null
  const parts = domain.terms.map(({ item, value, points, weight }) => ({
    label: findItem(questionnaire, item)?.question ?? item,
    level: value,
    points,
    weight,
  }))
  return explain(parts, domain.score, domain.displayScore)
}

/** The sum over the domains, or null where nothing is scored. */
export function explainOverall(
  questionnaire: Questionnaire,
  { overall, domains }: ExplainedScores,
): Explanation | null {
  const parts = domains.flatMap(({ id, score, weight }) => {
    const title = questionnaire.domains.find((domain) => domain.id === id)?.title ?? id
    return score ? [{ label: title, level: null, points: score, weight }] : []
  })
  return explain(parts, overall.score, overall.displayScore)
}

interface Part {
  label: string
  level: number | null
  points: Rational
  weight: number
}

function explain(
  parts: readonly Part[],
  score: Rational | null,
  displayed: number | null,
): Explanation | null {
  if (score === null || displayed === null) return null
  const weights = decimal(Number(parts.reduce((sum, { weight }) => sum + weight, 0).toFixed(3)))
  return {
    addends: parts.map(({ label, level, points, weight }) => ({
      label,
      level,
      points: written(points),
      weight: String(weight),
      product: written(multiply(points, decimal(weight))),
    })),
    sum: written(multiply(score, weights)),
    weights: written(weights),
    mean: written(score),
    displayed,
  }
}

/** A fraction to at most four decimals. */
function written(fraction: Rational): string {
  return String(roundHalfUp(fraction, 4))
}
