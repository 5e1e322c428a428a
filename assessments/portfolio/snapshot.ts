/** What counted of an agency at one moment, as far as it is shared: one short row. */
export interface Snapshot {
  version: string
  coReviewed: boolean
  /** The whole overall score that pages show. */
  displayed: number | null
  band: string | null
  /** By the domains of the version, in their order. */
  domainScores: readonly (number | null)[]
  domainBands: readonly (string | null)[]
  /** What counted of each level item, and the agency's own where both sides agreed; see levels-text.ts. */
  levels: string
  agencyLevels: string | null
}

/** One agency at two moments. */
export interface AgencyAtBoth {
  sizeBand: string | null
  /** The year in which it was enrolled. */
  enrolledIn: number
  /** Whether items may be looked at, not scores alone. */
  sharesAnswers: boolean
  before: Snapshot | null
  now: Snapshot | null
}

/** The texts of levels of which a like-for-like change is taken: agreed ones, else both agencies' own. */
export function comparableLevels(before: Snapshot, now: Snapshot): [before: string, now: string] {
  if (before.agencyLevels !== null && now.agencyLevels !== null) return [before.levels, now.levels]
  return [before.agencyLevels ?? before.levels, now.agencyLevels ?? now.levels]
}
