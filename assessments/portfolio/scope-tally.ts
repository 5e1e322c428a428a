import { noScores, type ScoreCounts } from './distribution.ts'
import { noMovement, type Movement } from './movement.ts'

/** What is counted of one domain, or of all. */
export interface ScopeTally {
  now: ScoreCounts
  bothBefore: ScoreCounts
  bothNow: ScoreCounts
  bandsNow: Map<string, number>
  bandsBothBefore: Map<string, number>
  bandsBothNow: Map<string, number>
  movement: Movement
}

/** What is counted of the agencies that have something in common. */
export type CohortTally = Pick<ScopeTally, 'now' | 'bothBefore' | 'bothNow' | 'movement'>

/** Nothing counted yet. */
export const noScope = (): ScopeTally => ({
  ...{ now: noScores(), bothBefore: noScores(), bothNow: noScores() },
  ...{ bandsNow: new Map(), bandsBothBefore: new Map(), bandsBothNow: new Map() },
  movement: noMovement(),
})
