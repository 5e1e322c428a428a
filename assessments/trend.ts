import { compareRounds, type Change, type Comparison } from './comparison.ts'
import { correspondence } from './correspondence.ts'
import { exactScores, type ExactScore, type ExactScores } from './exact-scoring.ts'
import { likeForLike, type Basis, type RatedRound } from './like-for-like.ts'
import type { Questionnaire } from './questionnaire.ts'
import { roundHalfUp, subtract, type Rational } from './rational.ts'

/** A round with its as-of date, `YYYY-MM-DD`. */
export interface DatedRound extends RatedRound {
  date: string
}

/** One round in a trend. */
export interface TrendPoint {
  date: string
  version: string
  /** Whether the round before was answered under another version. */
  versionChanged: boolean
  /** The round's own score, or null where nothing is scored. */
  score: Rational | null
  displayScore: number | null
  /** Where the line runs: chained backwards from the latest score of its segment. Not clamped to 0–100. */
  chained: Rational | null
  /** Rounded half up to four decimals, for charts and files. */
  roundedChained: number | null
  /** The like-for-like change since the round before; null at the first point and at a break. */
  change: Rational | null
  displayChange: number | null
  /** What that change is taken on; null at the first point. */
  basis: Basis | null
  /** Whether the line breaks between the round before and this one. */
  brokenBefore: boolean
  answered: number
  applicable: number
  /** Items that the change since the round before is taken on; null at the first point. */
  comparable: number | null
  /** The share of the weight that they hold, 0–1; null at the first point and where nothing applied. */
  sharedWeight: Rational | null
}

export interface Trend {
  overall: TrendPoint[]
  /** By the domains of the latest round; a round that lacks the domain has a point without a score. */
  domains: { id: string; points: TrendPoint[] }[]
}

/**
 * The like-for-like line over rounds of one questionnaire, overall and by domain, oldest first.
 *
 * @param rounds in any order; those of the same date stay in the order given
 * @param lineage all known versions of the questionnaire
 */
export function chainTrend(rounds: readonly DatedRound[], lineage: readonly Questionnaire[]): Trend {
  const sorted = [...rounds].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const scores = sorted.map((round) => exactScores(round.questionnaire, round.responses))
  const comparisons = sorted.map((round, i) => compared(sorted[i - 1], round, lineage))
  const line = (
    scoreOf: (scores: ExactScores) => ExactScore | undefined,
    changeOf: (comparison: Comparison) => Change | undefined,
  ) =>
    lineOf(
      sorted,
      scores.map(scoreOf),
      comparisons.map((comparison) => comparison && changeOf(comparison)),
    )
  const domains = sorted.at(-1)?.questionnaire.domains ?? []
  return {
    overall: line(
      ({ overall }) => overall,
      ({ overall }) => overall,
    ),
    domains: domains.map(({ id }) => ({
      id,
      points: line(
        (all) => all.domains.find((domain) => domain.id === id),
        (all) => all.domains.find((domain) => domain.id === id),
      ),
    })),
  }
}

function compared(
  before: DatedRound | undefined,
  round: DatedRound,
  lineage: readonly Questionnaire[],
): Comparison | undefined {
  if (!before) return undefined
  const items = correspondence(lineage, before.questionnaire.version, round.questionnaire.version)
  const { older, newer } = likeForLike(before, round)
  return compareRounds(older, newer, items)
}

function lineOf(
  rounds: readonly DatedRound[],
  scores: readonly (ExactScore | undefined)[],
  changes: readonly (Change | undefined)[],
): TrendPoint[] {
  const chain = chainBackwards(
    rounds.map((_, i) => ({ score: scores[i]?.score ?? null, change: changes[i]?.change ?? null })),
  )
  return rounds.map((round, i) => {
    const { date, questionnaire } = round
    const before = rounds[i - 1]
    const chained = chain[i] ?? null
    return {
      date,
      version: questionnaire.version,
      versionChanged: before !== undefined && before.questionnaire.version !== questionnaire.version,
      score: scores[i]?.score ?? null,
      displayScore: scores[i]?.displayScore ?? null,
      chained,
      roundedChained: chained && roundHalfUp(chained, 4),
      change: changes[i]?.change ?? null,
      displayChange: changes[i]?.displayChange ?? null,
      basis: before ? likeForLike(before, round).basis : null,
      brokenBefore: before !== undefined && (changes[i]?.change ?? null) === null,
      answered: scores[i]?.answered ?? 0,
      applicable: scores[i]?.applicable ?? 0,
      comparable: before === undefined ? null : (changes[i]?.comparable ?? 0),
      sharedWeight: changes[i]?.sharedWeight ?? null,
    }
  })
}

/**
 * Chains a line backwards: it ends at the latest score, and each earlier point lies below (or above) the
 * next by the change between the two. Where a change is null the line breaks, and the older segment ends
 * at its own latest score. `change` is the one since the point before.
 */
export function chainBackwards(
  points: readonly { score: Rational | null; change: Rational | null }[],
): (Rational | null)[] {
  const chained: (Rational | null)[] = points.map(({ score }) => score)
  for (let i = points.length - 2; i >= 0; i -= 1) {
    const next = chained[i + 1] ?? null
    const change = points[i + 1]?.change ?? null
    if (next && change) chained[i] = subtract(next, change)
  }
  return chained
}
