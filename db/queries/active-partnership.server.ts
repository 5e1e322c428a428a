import { and, eq, exists } from 'drizzle-orm'
import type { Orm, Tables } from '../statement.ts'
import type { Assessment } from './assessments.server.ts'

/** The condition that the partnership of an assessment is in force, for a write that it guards. */
export function isPartnershipActive(
  orm: Orm,
  { partnerships }: Tables,
  { partnershipId }: Pick<Assessment, 'partnershipId'>,
) {
  return exists(
    orm
      .select({ id: partnerships.id })
      .from(partnerships)
      .where(and(eq(partnerships.id, partnershipId ?? ''), eq(partnerships.status, 'active'))),
  )
}
