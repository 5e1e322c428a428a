/** How many; null where it is not told: it is fewer than five, or such a number could be computed from it. */
export type Count = number | null

/** How scores spread over agencies; all null where they are too few to tell. */
export interface Spread {
  n: Count
  lowest: number | null
  lowerQuartile: number | null
  median: number | null
  upperQuartile: number | null
  highest: number | null
  /** From the lowest band up, those without a band last. */
  bands: readonly { label: string; count: Count }[]
}

/** What became of agencies that are in both moments, like for like. */
export interface Movement {
  n: Count
  improved: Count
  same: Count
  declined: Count
  /** Agencies in both moments whose rounds share too little to compare; not among `n`. */
  notComparable: Count
  /** Of the changes, in points. */
  medianChange: number | null
}

/** A domain, or all. */
export interface ScopeFigures {
  id: string
  title: string
  now: Spread
  /** Null where there is nothing to compare with. */
  before: Spread | null
  movement: Movement | null
}

/** An item at which many agencies are low. */
export interface WeakItem {
  question: string
  domain: string
  /** Agencies that share their answers and answered it. */
  n: Count
  /** Of them at one of the two lowest levels. */
  low: Count
  /** The middle level. */
  median: number | null
}

/** Agencies that have something in common: a year of enrollment, a size, a partner. */
export interface CohortFigures {
  /** "Year of enrollment" */
  kind: string
  groups: readonly { label: string; n: Count; median: number | null; movement: Movement | null }[]
}

/** An agency in a program's report; left out of a public edition. */
export interface AgencyLine {
  name: string
  /** `YYYY-MM-DD` */
  asOf: string
  displayed: number | null
  band: string | null
  /** Like for like; null where it can't be compared. */
  change: number | null
  coReviewed: boolean
}

/** A program's portfolio in plain figures. */
export interface ProgramFigures {
  program: string
  /** The title, and all versions that the agencies' assessments are of. */
  questionnaire: { title: string; versions: readonly string[] }
  /** "July 1 to September 30, 2026" */
  period: string
  /** The latest assessments on this day are told, `YYYY-MM-DD`. */
  cutOff: string
  /** The day that they are compared with; null where they aren't. */
  comparedWith: string | null
  /** Enrolled; sharing their scores; of them with a final assessment; of them co-reviewed; in both moments. */
  agencies: { enrolled: Count; sharing: Count; final: Count; coReviewed: Count; inBoth: Count }
  overall: ScopeFigures
  domains: readonly ScopeFigures[]
  /** The weakest first. */
  weakest: readonly WeakItem[]
  cohorts: readonly CohortFigures[]
  lines: readonly AgencyLine[]
}
