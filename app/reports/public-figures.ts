import type {
  CohortFigures,
  Count,
  Movement,
  ProgramFigures,
  ScopeFigures,
  Spread,
  WeakItem,
} from './program-figures.ts'

/** Groups smaller than this are not told to everybody. */
const leastGroup = 5

/**
 * A program's figures for everybody: without names, without any that stands on fewer than five agencies, and
 * without those that such a one could be computed from. Whoever makes the figures does so too: this is the
 * second door.
 */
export function publicFigures(figures: ProgramFigures): ProgramFigures {
  const { enrolled, sharing, final, coReviewed, inBoth } = figures.agencies
  return {
    ...figures,
    agencies: {
      ...{ enrolled: told(enrolled), sharing: told(sharing), final: told(final), inBoth: told(inBoth) },
      coReviewed: partOf(coReviewed, final),
    },
    overall: publicScope(figures.overall),
    domains: figures.domains.map(publicScope),
    weakest: figures.weakest.map(publicItem),
    cohorts: figures.cohorts.map(publicCohort),
    lines: [],
  }
}

const isSmall = (count: Count) => count !== null && count > 0 && count < leastGroup
const told = (count: Count): Count => (isSmall(count) ? null : count)
const isTold = (n: Count) => n !== null && n >= leastGroup

/** A part of a whole that is told, so that neither it nor the rest may be small. */
function partOf(part: Count, whole: Count): Count {
  if (part === null || whole === null || !isTold(whole)) return null
  return isSmall(part) || isSmall(whole - part) ? null : part
}

/** Parts of a whole that is told: where one alone is left out, the smallest other one is too. */
function parts(counts: readonly Count[]): Count[] {
  const kept = counts.map(told)
  if (kept.filter((count) => count === null).length !== 1) return kept
  const others = kept.filter((count) => count !== null && count > 0)
  const smallest = Math.min(...others.map(Number))
  const place = kept.indexOf(smallest)
  return kept.map((count, index) => (index === place ? null : count))
}

function publicScope({ now, before, movement, ...scope }: ScopeFigures): ScopeFigures {
  return {
    ...scope,
    now: publicSpread(now),
    before: before && publicSpread(before),
    movement: movement && publicMovement(movement),
  }
}

function publicSpread(spread: Spread): Spread {
  const counts = isTold(spread.n) ? parts(spread.bands.map(({ count }) => count)) : []
  const bands = spread.bands.map(({ label }, index) => ({ label, count: counts[index] ?? null }))
  // The lowest and the highest score are each one agency's.
  if (isTold(spread.n)) return { ...spread, bands, lowest: null, highest: null }
  const none = { lowerQuartile: null, median: null, upperQuartile: null }
  return { n: told(spread.n), lowest: null, highest: null, ...none, bands }
}

function publicMovement({ n, improved, same, declined, notComparable, medianChange }: Movement): Movement {
  const few = { improved: null, same: null, declined: null, medianChange: null }
  if (!isTold(n)) return { n: told(n), ...few, notComparable: told(notComparable) }
  const [up = null, level = null, down = null] = parts([improved, same, declined])
  return { n, improved: up, same: level, declined: down, medianChange, notComparable: told(notComparable) }
}

function publicItem(item: WeakItem): WeakItem {
  return isTold(item.n)
    ? { ...item, low: partOf(item.low, item.n) }
    : { ...item, n: told(item.n), low: null, median: null }
}

/** The groups are parts of all agencies, whose number is told. */
function publicCohort({ kind, groups }: CohortFigures): CohortFigures {
  const counts = parts(groups.map(({ n }) => n))
  return {
    kind,
    groups: groups.map(({ label, median, movement }, index) => {
      const n = counts[index] ?? null
      return isTold(n)
        ? { label, n, median, movement: movement && publicMovement(movement) }
        : { label, n, median: null, movement: null }
    }),
  }
}
