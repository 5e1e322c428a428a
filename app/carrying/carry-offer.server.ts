import type { Side } from '#assessments/access.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMonth } from '#app/format.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { hasCarried } from '#db/queries/last-round.server.ts'
import type { StoredResponse } from '#db/queries/responses.server.ts'
import { readCarrying } from './read-carrying.server.ts'

/** What a side may carry forward to an assessment, in short. */
export interface CarryOffer {
  /** "November 2025". */
  month: string
  asOf: string
  /** How many of its answers can come along. */
  count: number
  /** Whether some were carried forward already. */
  begun: boolean
}

/** Null where there is nothing to carry forward, or the side can't be answered. */
export async function readCarryOffer(
  context: RequestContext,
  assessment: Assessment,
  side: Side,
  current: ReadonlyMap<string, Pick<StoredResponse, 'response'>>,
): Promise<CarryOffer | null> {
  if (lockOfSide(assessment, side)) return null
  const read = await readCarrying(context, assessment, side, current)
  if (!read || read.items.length === 0) return null
  const { asOf } = read.from
  return {
    month: formatMonth(asOf),
    asOf: formatDate(asOf),
    count: read.items.length,
    begun: await hasCarried(context.database, homeOf(assessment, side).id, assessment),
  }
}
