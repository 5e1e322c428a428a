import { compareRounds, type Change, type Comparison } from './comparison.ts'
import { exactScores, type ExactScores } from './exact-scoring.ts'
import { itemStates, type Round } from './item-outcomes.ts'
import { likeForLike, type Basis, type RatedRound } from './like-for-like.ts'
import { levelItemsOf, type Questionnaire } from './questionnaire.ts'
import {
  add,
  compare,
  rational,
  roundHalfAwayFromZero,
  subtract,
  weightedMean,
  type Rational,
} from './rational.ts'
import { thousandths } from './scoring-plan.ts'
import { pointsOf } from './scoring.ts'

/** What the difference of two rounds' scores is made of, in points, each in `T`. */
export interface DifferenceParts<T> {
  /** The like-for-like change: on the items that are comparable and answered in both rounds. */
  improvement: T
  /**
   * From items that were answered in only one of the rounds, though both versions ask them, and from domains
   * of which too little is comparable to be in the like-for-like change.
   */
  coverage: T
  /** From the change of the form: items that have no counterpart, other weights, other domains. */
  form: T
  /** From whose responses count: agreed ones in one round, where the comparison takes the agency's own. */
  raters: T
}

/** The difference of two scores as each round shows its own, and its parts. */
export interface ExplainedDifference {
  older: Rational | null
  newer: Rational | null
  /** Newer less older; null where either has no score. */
  difference: Rational | null
  /** They add up to the difference exactly; null where there is none, or no like-for-like change. */
  parts: DifferenceParts<Rational> | null
  /** Whole numbers, which add up to the difference as a whole number; see `addingUp`. */
  shown: (DifferenceParts<number> & { difference: number }) | null
}

/** Two rounds compared, with what became of their scores. */
export interface Explanation {
  basis: Basis
  comparison: Comparison
  overall: ExplainedDifference
  /** By the newer version's domains. */
  domains: (ExplainedDifference & { id: string })[]
}

/**
 * Explains the difference of two rounds' scores, overall and by domain.
 *
 * Let N and O be the scores of the responses that are compared, each under its own version; N′ the newer
 * score over the answered items that have a counterpart in the older version, and O′ the older one over the
 * answered items that have a counterpart in the newer version, both at the newer version's weights and
 * domains. Then form = (N − N′) + (O′ − O), coverage = (N′ − O′) − improvement, and raters is what is left
 * where a round shows other scores than N or O. Within one version N′ = N and O′ = O, so that form is 0.
 *
 * @param correspondence from newer item ids to older ones; see correspondence.ts
 */
export function explainDifference(
  older: RatedRound,
  newer: RatedRound,
  correspondence: ReadonlyMap<string, string>,
): Explanation {
  const alike = likeForLike(older, newer)
  const comparison = compareRounds(alike.older, alike.newer, correspondence)
  const comparable = comparableScores(alike.older, alike.newer, correspondence)
  const own = { before: scoresOf(older), after: scoresOf(newer) }
  const explained = (id: string | null, { change, rawDifference }: Change) =>
    explain({
      older: scoreIn(own.before, id),
      newer: scoreIn(own.after, id),
      compared: rawDifference,
      comparable: difference(scoreIn(comparable.before, id), scoreIn(comparable.after, id)),
      improvement: change,
    })
  return {
    basis: alike.basis,
    comparison,
    overall: explained(null, comparison.overall),
    domains: comparison.domains.map((domain) => ({ id: domain.id, ...explained(domain.id, domain) })),
  }
}

interface Known {
  older: Rational | null
  newer: Rational | null
  /** N − O */
  compared: Rational | null
  /** N′ − O′ */
  comparable: Rational | null
  improvement: Rational | null
}

function explain({ older, newer, compared, comparable, improvement }: Known): ExplainedDifference {
  const whole = difference(older, newer)
  if (!whole || !compared || !comparable || !improvement) {
    return { older, newer, difference: whole, parts: null, shown: null }
  }
  const parts = {
    improvement,
    coverage: subtract(comparable, improvement),
    form: subtract(compared, comparable),
    raters: subtract(whole, compared),
  }
  return { older, newer, difference: whole, parts, shown: addingUp(parts) }
}

const movable = ['coverage', 'form', 'raters'] as const

/**
 * The parts as whole numbers that add up. The difference and the improvement are rounded half away from zero,
 * as they are everywhere else; what the other parts, rounded alike, then miss of the difference is given
 * point by point to the one that its rounding took most from. A part that is exactly 0 stays 0.
 */
function addingUp(parts: DifferenceParts<Rational>): DifferenceParts<number> & { difference: number } {
  const whole = (part: Rational) => roundHalfAwayFromZero(part, 0)
  const shown = {
    difference: whole(movable.reduce((sum, key) => add(sum, parts[key]), parts.improvement)),
    improvement: whole(parts.improvement),
    coverage: whole(parts.coverage),
    form: whole(parts.form),
    raters: whole(parts.raters),
  }
  const candidates = movable.filter((key) => parts[key].numerator !== 0n)
  const missing = () => shown.difference - shown.improvement - shown.coverage - shown.form - shown.raters
  for (let left = missing(); left !== 0 && candidates.length > 0; left = missing()) {
    const lost = (key: (typeof movable)[number]) => subtract(parts[key], rational(shown[key]))
    const [first] = candidates.toSorted((a, b) => Math.sign(left) * compare(lost(b), lost(a)))
    if (first) shown[first] += Math.sign(left)
  }
  return shown
}

interface Scores {
  overall: Rational | null
  domains: ReadonlyMap<string, Rational | null>
}

function scoresOf({ questionnaire, responses }: Round): Scores {
  const { overall, domains }: ExactScores = exactScores(questionnaire, responses)
  return { overall: overall.score, domains: new Map(domains.map(({ id, score }) => [id, score])) }
}

/** Both rounds' scores over the answered items that the other version has too, at the newer weights and domains. */
function comparableScores(
  older: Round,
  newer: Round,
  correspondence: ReadonlyMap<string, string>,
): { before: Scores; after: Scores } {
  const [past, present] = [itemStates(older), itemStates(newer)]
  const [before, after] = [new Map<string, Rational>(), new Map<string, Rational>()]
  for (const [id, { value }] of present) {
    const state = past.get(correspondence.get(id) ?? '')
    if (!state) continue
    if (state.value !== undefined) before.set(id, pointsOf(older.questionnaire, state.value))
    if (value !== undefined) after.set(id, pointsOf(newer.questionnaire, value))
  }
  return { before: meansOf(newer.questionnaire, before), after: meansOf(newer.questionnaire, after) }
}

/** The weighted means of points by item id, as a version weighs them. */
function meansOf({ domains }: Questionnaire, points: ReadonlyMap<string, Rational>): Scores {
  const means = domains.map(({ id, weight, items }) => {
    const terms = levelItemsOf(items).flatMap((item) => {
      const value = points.get(item.id)
      return value ? [{ value, weight: thousandths(item.weight) }] : []
    })
    return { id, weight: thousandths(weight), value: weightedMean(terms) }
  })
  return {
    overall: weightedMean(means.flatMap(({ value, weight }) => (value ? [{ value, weight }] : []))),
    domains: new Map(means.map(({ id, value }) => [id, value])),
  }
}

function scoreIn(scores: Scores, id: string | null): Rational | null {
  return id === null ? scores.overall : (scores.domains.get(id) ?? null)
}

function difference(before: Rational | null, after: Rational | null): Rational | null {
  return before && after ? subtract(after, before) : null
}
