import { quartiles } from './distribution.ts'
import type { Movement } from './movement.ts'
import type { CohortTally } from './scope-tally.ts'
import type { AgencyAtBoth, Snapshot } from './snapshot.ts'

/** By what agencies are put together. */
export const cohortKinds = ['enrolled', 'size', 'partner'] as const
export type CohortKind = (typeof cohortKinds)[number]

/** The overall scores of agencies that have something in common. */
export interface Cohort {
  kind: CohortKind
  /** The year, the size band, `with` or `without` a partner's co-review. */
  key: string
  now: { n: number; median: number | null }
  both: { n: number; medianBefore: number | null; medianNow: number | null }
  movement: Movement
}

/** The cohorts that an agency is in. */
export function cohortKeys({ enrolledIn, sizeBand }: AgencyAtBoth, { coReviewed }: Snapshot): string[] {
  return [
    `enrolled ${enrolledIn}`,
    ...(sizeBand === null ? [] : [`size ${sizeBand}`]),
    `partner ${coReviewed ? 'with' : 'without'}`,
  ]
}

/** What was counted of each cohort, by kind and key. */
export function cohortsOf(tallies: ReadonlyMap<string, CohortTally>): Cohort[] {
  const all = [...tallies].map(([name, tally]): Cohort => {
    const [kind = '', key = ''] = name.split(' ')
    return {
      kind: cohortKinds.find((known) => known === kind) ?? 'enrolled',
      key,
      now: { n: tally.now.n, median: quartiles(tally.now)?.median ?? null },
      both: {
        n: tally.bothNow.n,
        medianBefore: quartiles(tally.bothBefore)?.median ?? null,
        medianNow: quartiles(tally.bothNow)?.median ?? null,
      },
      movement: tally.movement,
    }
  })
  return all.sort(
    (one, other) =>
      cohortKinds.indexOf(one.kind) - cohortKinds.indexOf(other.kind) ||
      one.key.localeCompare(other.key, 'en', { numeric: true }),
  )
}
