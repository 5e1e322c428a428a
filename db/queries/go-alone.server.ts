import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { AloneReason } from '../../assessments/alone-reason.ts'
import { reasonsToGoAlone } from '../../assessments/going-alone.ts'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { movingPortfolios } from './latest-result.server.ts'
import type { Assessment } from './assessments.server.ts'

export interface GoingAlone {
  /** As it was read; if it has moved since, nothing is done. */
  assessment: Assessment
  reason: AloneReason
  by: string
  at: Date
}

/** `not-true`: the reason doesn't hold; `stale`: it moved meanwhile, read and decide again. */
export type GoAloneOutcome = 'alone' | 'not-true' | 'stale'

/** The reasons for which an assessment may go on without its partner now. */
export function reasonsNow(assessment: Assessment, now: Date): AloneReason[] {
  const { stage, partnerId, alone, partnership, sides } = assessment
  const submitted = (side: 'agency' | 'partner') => sides[side]?.submittedAt?.getTime() ?? null
  return reasonsToGoAlone(
    {
      final: stage === 'final',
      hasPartner: partnerId !== null,
      alone,
      partnershipActive: partnership === 'active',
      submitted: { agency: submitted('agency'), partner: submitted('partner') },
    },
    now.getTime(),
  )
}

/**
 * Lets an assessment go on without its partner: it is the agency's to answer, look through and submit again.
 * What the partner answered stays, locked. Logged for both.
 */
export async function goAlone(database: Database, going: GoingAlone): Promise<GoAloneOutcome> {
  const { assessment, reason, by, at } = going
  if (!reasonsNow(assessment, at).includes(reason)) return 'not-true'
  const { id, agencyId, partnerId } = assessment
  const organizations = [agencyId, partnerId].filter((one) => one !== null)
  const outcome = await writeAll(database, [
    guarded(leavingPartner(database, going)),
    holdingPartnersSide(database, going),
    reopeningAgencysSide(database, id),
    movingPortfolios(database, agencyId),
    ...organizations.map((organizationId) =>
      logActivity(database, {
        organizationId,
        personId: by,
        action: 'assessment.went-alone',
        assessmentId: id,
        subject: reason,
        at,
      }),
    ),
  ])
  return outcome.status === 'written' ? 'alone' : 'stale'
}

function leavingPartner({ tables: { assessments } }: Database, { assessment, reason, at }: GoingAlone) {
  const { id, revision } = assessment
  return (orm: Orm) =>
    orm
      .update(assessments)
      .set({ stage: 'answering', aloneSince: at, aloneReason: reason, revision: revision + 1 })
      .where(
        and(
          eq(assessments.id, id),
          eq(assessments.revision, revision),
          ne(assessments.stage, 'final'),
          isNull(assessments.aloneSince),
        ),
      )
}

/** Waits for saves of the partner that are under way; after this they find that it is alone. */
function holdingPartnersSide({ tables: { sides } }: Database, { assessment }: GoingAlone) {
  return (orm: Orm) =>
    orm
      .update(sides)
      .set({ revision: sql`${sides.revision} + 1` })
      .where(and(eq(sides.assessmentId, assessment.id), eq(sides.side, 'partner')))
}

function reopeningAgencysSide({ tables: { sides } }: Database, assessmentId: string) {
  return (orm: Orm) =>
    orm
      .update(sides)
      .set({ submittedAt: null, submittedBy: null, revision: sql`${sides.revision} + 1` })
      .where(
        and(eq(sides.assessmentId, assessmentId), eq(sides.side, 'agency'), isNotNull(sides.submittedAt)),
      )
}
