import { sideOf, type Actor } from '#assessments/access.ts'
import { listPartnerAssessments } from '#db/queries/partner-assessments.server.ts'
import type { RequestContext } from './context.server.ts'

/**
 * The assessments that an organization rates as a partner and in which somebody, though a member of it, acts for
 * the agency: what the partner does there isn't theirs to see. Ids; empty for nearly everybody.
 */
export async function actedForAgency(
  { database }: Pick<RequestContext, 'database'>,
  organizationId: string,
  actor: NonNullable<Actor>,
): Promise<ReadonlySet<string>> {
  const elsewhere = actor.memberships.some(
    (membership) => membership.kind === 'agency' && membership.organizationId !== organizationId,
  )
  const rated = elsewhere ? await listPartnerAssessments(database, organizationId) : []
  return new Set(rated.filter((assessment) => sideOf(actor, assessment) === 'agency').map(({ id }) => id))
}
