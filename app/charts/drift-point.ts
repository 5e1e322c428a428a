/** How far the two sides were apart in one co-reviewed round. */
export interface DriftPoint {
  /** The as-of date, `YYYY-MM-DD`. */
  date: string
  /** "Mar 2026" */
  month: string
  /** By how many levels the agency rated higher (below 0: lower) on average; null where both rated nothing. */
  value: number | null
}
