/** One round on a line. */
export interface TrendPoint {
  /** The as-of date, `YYYY-MM-DD`. */
  date: string
  /** "Mar 2026" */
  month: string
  /** Where the line stands: the latest score, or chained backwards from it; null where nothing is scored. */
  value: number | null
  /** The same as pages show it, a whole number. */
  shown: number | null
  version: string
  /** The line breaks before this point: too little is shared with the round before. */
  breaksBefore: boolean
}
