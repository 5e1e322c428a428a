import { eq } from 'drizzle-orm'
import type { Database } from '#db/database.server.ts'
import type { PartnershipStatus } from '#db/words.ts'
import { minute } from './database-builders.ts'

interface Parties {
  agencyId: string
  partnerId: string
  proposedBy: string
}

/** A partnership of an agency and a partner, without the steps that lead to it; answers its id. */
export async function addPartnership(
  { orm, tables }: Database,
  { agencyId, partnerId, proposedBy }: Parties,
  status: PartnershipStatus = 'active',
): Promise<string> {
  const id = crypto.randomUUID()
  const proposed = { proposedAs: 'agency', proposedAt: minute(0), proposedBy } as const
  await orm.insert(tables.partnerships).values({ id, agencyId, partnerId, status, ...proposed })
  return id
}

/** Lets a partnership's partner rate an assessment too. */
export async function addPartnerSide(
  { orm, tables: { assessments, sides } }: Database,
  assessmentId: string,
  partnershipId: string,
): Promise<void> {
  await orm.update(assessments).set({ partnershipId }).where(eq(assessments.id, assessmentId))
  await orm.insert(sides).values({ assessmentId, side: 'partner' })
}

/** Ends a partnership. */
export async function endPartnership(
  { orm, tables: { partnerships } }: Database,
  partnershipId: string,
): Promise<void> {
  await orm.update(partnerships).set({ status: 'ended' }).where(eq(partnerships.id, partnershipId))
}

/** Lets an assessment go on without its partner. */
export async function goAlone(
  { orm, tables: { assessments } }: Database,
  assessmentId: string,
): Promise<void> {
  const alone = { aloneSince: minute(20), aloneReason: 'released' } as const
  await orm.update(assessments).set(alone).where(eq(assessments.id, assessmentId))
}
