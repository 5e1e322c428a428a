/** A domain's place on the radar. */
export interface RadarPoint {
  label: string
  /** 0–100 as a page shows it, or null where nothing is scored. */
  now: number | null
  /** The round before, like for like; null where there is none or too little is shared. */
  before: number | null
  /** What the score now stands on, in words. */
  basis: string
  /** The change in words, such as "+12", or why there is none. */
  change: string
}

/** A round as a sentence names it, "March 2026", and as the head of a narrow column does, "Mar 2026". */
export interface RoundName {
  label: string
  short: string
}
