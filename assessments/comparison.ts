import { exactScores } from './exact-scoring.ts'
import { itemOutcomes, itemStates, type ItemOutcome, type ItemState, type Round } from './item-outcomes.ts'
import { levelItemsOf, type Domain, type Questionnaire } from './questionnaire.ts'
import {
  compare,
  rational,
  roundHalfAwayFromZero,
  subtract,
  weightedMean,
  type Rational,
} from './rational.ts'
import { pointsOf } from './scoring.ts'
import { shareOf, thousandths } from './scoring-plan.ts'

/** A like-for-like change between two rounds, and what it stands on. Differences are in points, −100 to 100. */
export interface Change {
  /** Before rounding; null where too little is shared to compare. */
  change: Rational | null
  /** Rounded half away from zero to four decimals, for files and rows. */
  roundedChange: number | null
  /** Rounded half away from zero to a whole number, for pages. */
  displayChange: number | null
  /** Scored items that are comparable, applicable and answered in both rounds. */
  comparable: number
  /** The share of the weight that the change stands on, 0–1; null where nothing applied in either round. */
  sharedWeight: Rational | null
  /** Whether the rounds share too little, less than the newer questionnaire’s `comparableShare`. */
  broken: boolean
  /** The newer score less the older, whatever each stands on; null where either has none. */
  rawDifference: Rational | null
  displayRawDifference: number | null
}

export interface DomainChange extends Change {
  id: string
}

export interface Comparison {
  overall: Change
  /** By the newer version's domains. */
  domains: DomainChange[]
  items: ItemOutcome[]
}

/**
 * The like-for-like change from an older round to a newer one, at the newer version's weights and domains.
 *
 * A domain's shared weight is the weight of the items that the change is taken on ÷ the weight of all its
 * items that applied in either round. So new items, unanswered ones and ones that became (or ceased to be)
 * not applicable lower it, and those that applied in neither round don't. The overall change is the mean of
 * the changes of the domains that have one; its shared weight is their part of the weight of the domains
 * in which anything applied.
 *
 * @param correspondence from newer item ids to older ones; see correspondence.ts
 */
export function compareRounds(
  older: Round,
  newer: Round,
  correspondence: ReadonlyMap<string, string>,
): Comparison {
  const pairs = pairsOf(older, newer, correspondence)
  const before = exactScores(older.questionnaire, older.responses)
  const after = exactScores(newer.questionnaire, newer.responses)
  const enough = shareOf(newer.questionnaire.scoring.comparableShare)
  const raw = (id: string) => difference(scoreIn(before.domains, id), scoreIn(after.domains, id))
  const domains = newer.questionnaire.domains.map((domain) => ({
    id: domain.id,
    ...domainChange(domain, pairs, enough, raw(domain.id)),
  }))
  const overallRaw = difference(before.overall.score, after.overall.score)
  return {
    overall: overallChange(newer.questionnaire, domains, enough, overallRaw),
    domains,
    items: itemOutcomes(older, newer, correspondence),
  }
}

/** A scored item of the newer version beside the one that it goes back to. */
interface Pair {
  past: ItemState | undefined
  present: ItemState | undefined
  /** The gain in points; null unless the item is answered in both rounds. */
  gain: Rational | null
}

function pairsOf(older: Round, newer: Round, correspondence: ReadonlyMap<string, string>): Map<string, Pair> {
  const before = itemStates(older)
  const gainOf = (past: number | undefined, present: number | undefined) =>
    past === undefined || present === undefined
      ? null
      : subtract(pointsOf(newer.questionnaire, present), pointsOf(older.questionnaire, past))
  return new Map(
    [...itemStates(newer)].map(([id, present]) => {
      const past = before.get(correspondence.get(id) ?? '')
      return [id, { past, present, gain: gainOf(past?.value, present.value) }]
    }),
  )
}

function domainChange(
  domain: Domain,
  pairs: ReadonlyMap<string, Pair>,
  enough: Rational,
  rawDifference: Rational | null,
): Change {
  const terms: { value: Rational; weight: number }[] = []
  let total = 0
  for (const item of levelItemsOf(domain.items)) {
    const pair = pairs.get(item.id)
    const weight = thousandths(item.weight)
    if (pair?.past?.applies || pair?.present?.applies) total += weight
    if (pair?.gain) terms.push({ value: pair.gain, weight })
  }
  const shared = terms.reduce((sum, { weight }) => sum + weight, 0)
  return concluded(terms, shared, total, terms.length, enough, rawDifference)
}

function overallChange(
  { domains }: Questionnaire,
  changes: readonly DomainChange[],
  enough: Rational,
  rawDifference: Rational | null,
): Change {
  const weights = new Map(domains.map(({ id, weight }) => [id, thousandths(weight)]))
  const weightOf = (parts: readonly DomainChange[]) =>
    parts.reduce((sum, { id }) => sum + (weights.get(id) ?? 0), 0)
  const terms = changes.flatMap(({ id, change }) =>
    change ? [{ value: change, weight: weights.get(id) ?? 0 }] : [],
  )
  const shared = weightOf(changes.filter(({ change }) => change !== null))
  const total = weightOf(changes.filter(({ sharedWeight }) => sharedWeight !== null))
  const comparable = changes.reduce((sum, change) => sum + change.comparable, 0)
  return concluded(terms, shared, total, comparable, enough, rawDifference)
}

function concluded(
  terms: readonly { value: Rational; weight: number }[],
  shared: number,
  total: number,
  comparable: number,
  enough: Rational,
  rawDifference: Rational | null,
): Change {
  const sharedWeight = total === 0 ? null : rational(shared, total)
  const broken = terms.length === 0 || sharedWeight === null || compare(sharedWeight, enough) < 0
  const change = broken ? null : weightedMean(terms)
  return {
    change,
    roundedChange: change && roundHalfAwayFromZero(change, 4),
    displayChange: change && roundHalfAwayFromZero(change, 0),
    comparable,
    sharedWeight,
    broken,
    rawDifference,
    displayRawDifference: rawDifference && roundHalfAwayFromZero(rawDifference, 0),
  }
}

function scoreIn(domains: readonly { id: string; score: Rational | null }[], id: string): Rational | null {
  return domains.find((domain) => domain.id === id)?.score ?? null
}

function difference(before: Rational | null, after: Rational | null): Rational | null {
  return before && after ? subtract(after, before) : null
}
