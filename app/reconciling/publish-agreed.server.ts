import { findAssessment } from '#db/queries/assessments.server.ts'
import { reconciliationRevision } from '#db/queries/reconciliation.server.ts'
import type { RequestContext } from '../context.server.ts'

/**
 * A number that grows with each step of both sides and with each step of the stage: what pages follow. It stays
 * 0 until both have submitted, since before that it would count what one side does for the other to see; where
 * the agency goes on alone before that, it becomes 1.
 */
export async function agreedRevision(
  { database }: Pick<RequestContext, 'database'>,
  assessmentId: string,
): Promise<number> {
  const [assessment, steps] = await Promise.all([
    findAssessment(database, assessmentId),
    reconciliationRevision(database, assessmentId),
  ])
  if (steps === undefined) return assessment?.alone ? 1 : 0
  return (assessment?.revision ?? 0) + steps
}

/** Tells open pages that something was settled, signed, reopened or ended; they then ask for what. */
export async function publishAgreed(
  context: Pick<RequestContext, 'database' | 'live'>,
  assessmentId: string,
): Promise<void> {
  const revision = await agreedRevision(context, assessmentId)
  context.live.publish({ assessmentId, side: 'agreed', revision })
}
