import type { FrozenDocument } from '#assessments/frozen-copy.ts'
import type { RatedRound } from '#assessments/like-for-like.ts'

/** A final assessment as results and progress look at it: its latest frozen copy, under its own version. */
export interface FinalRound extends RatedRound {
  assessmentId: string
  /** The as-of date, `YYYY-MM-DD`. */
  date: string
  /** How each scored item came to its agreed response; only where a partner rated it too. */
  settled?: FrozenDocument['settled'] | undefined
}
