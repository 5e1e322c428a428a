import { correspondence } from '../correspondence.ts'
import { itemsOf, levelItemsOf, type Questionnaire } from '../questionnaire.ts'
import { decimal, rational, roundHalfAwayFromZero, weightedMean } from '../rational.ts'
import { thousandths } from '../scoring-plan.ts'

/*
 * The like-for-like change between two rounds as `compareRounds` states it, from the short texts of their levels: a
 * page over thousands of agencies can't read the responses of all of them. A property test holds the two equal.
 */

/** The whole numbers that a page shows; null where the rounds share too little. */
export interface ShownChange {
  overall: number | null
  /** By the newer version's domains, in their order. */
  domains: (number | null)[]
}

/** Compares two texts of levels (see levels-text.ts). */
export type LevelComparer = (older: string, newer: string) => ShownChange

/** A level item of the newer version. */
interface PlannedPair {
  /** Where the item that it goes back to stands in the older version's text; −1 where there is none. */
  past: number
  /** In thousandths. */
  weight: number
}

/** Makes what compares rounds of two versions, which may be the same. @param lineage all known versions */
export function levelComparer(
  lineage: readonly Questionnaire[],
  older: Questionnaire,
  newer: Questionnaire,
): LevelComparer {
  const domains = plannedPairs(lineage, older, newer)
  const weights = newer.domains.map(({ weight }) => thousandths(weight))
  const [past, present] = [stepsOf(older), stepsOf(newer)]
  const enough = decimal(newer.scoring.comparableShare)
  const isEnough = (shared: number, total: number) =>
    BigInt(shared) * 100n * enough.denominator >= enough.numerator * BigInt(total)

  return (olderText, newerText) => {
    let place = 0
    const changes = domains.map((pairs) => {
      const sum = { shared: 0, total: 0, gain: 0 }
      for (const { past: at, weight } of pairs) {
        const [before, after] = [olderText[at] ?? '.', newerText[place++] ?? '.']
        if (before !== '.' || after !== '.') sum.total += weight
        const [from, to] = [past.steps.get(before), present.steps.get(after)]
        if (from === undefined || to === undefined) continue
        sum.shared += weight
        sum.gain += weight * (to * past.span - from * present.span)
      }
      const counts = sum.shared > 0 && isEnough(sum.shared, sum.total)
      const change = counts ? rational(100 * sum.gain, past.span * present.span * sum.shared) : null
      return { change, applied: sum.total > 0 }
    })
    return shown(changes, weights, isEnough)
  }
}

type DomainChange = { change: ReturnType<typeof rational> | null; applied: boolean }

function shown(
  changes: readonly DomainChange[],
  weights: readonly number[],
  isEnough: (shared: number, total: number) => boolean,
): ShownChange {
  const weightOf = (counts: (one: DomainChange) => boolean) =>
    changes.reduce((sum, one, at) => (counts(one) ? sum + (weights[at] ?? 0) : sum), 0)
  const shared = weightOf(({ change }) => change !== null)
  const terms = changes.flatMap(({ change }, at) =>
    change ? [{ value: change, weight: weights[at] ?? 0 }] : [],
  )
  const overall =
    terms.length > 0 &&
    isEnough(
      shared,
      weightOf(({ applied }) => applied),
    )
      ? weightedMean(terms)
      : null
  const whole = (change: DomainChange['change']) => change && roundHalfAwayFromZero(change, 0)
  return { overall: whole(overall), domains: changes.map(({ change }) => whole(change)) }
}

function plannedPairs(
  lineage: readonly Questionnaire[],
  older: Questionnaire,
  newer: Questionnaire,
): PlannedPair[][] {
  const places = new Map(levelItemsOf(itemsOf(older)).map(({ id }, place) => [id, place]))
  const origins = correspondence(lineage, older.version, newer.version)
  return newer.domains.map(({ items }) =>
    levelItemsOf(items).map(({ id, weight }) => ({
      past: places.get(origins.get(id) ?? '') ?? -1,
      weight: thousandths(weight),
    })),
  )
}

/** How far above the lowest each sign's level is, and how far the highest. */
function stepsOf({ levels }: Questionnaire) {
  const lowest = Math.min(...levels.map(({ value }) => value))
  const signs = levels.map(({ value }, place) => [(place + 1).toString(36), value - lowest] as const)
  return { steps: new Map<string, number>(signs), span: Math.max(...signs.map(([, step]) => step)) }
}
