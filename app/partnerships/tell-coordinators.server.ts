import { listMembers } from '#db/queries/members.server.ts'
import type { RequestContext } from '../context.server.ts'
import type { Mail } from '../mail/mailer.server.ts'

/** Sends a mail to every coordinator of an organization. */
export async function tellCoordinators(
  { database, environment, mailer }: RequestContext,
  organizationId: string,
  mail: (origin: string, told: { email: string; organizationId: string }) => Mail,
): Promise<void> {
  const members = await listMembers(database, organizationId)
  for (const { email, role } of members) {
    if (role !== 'coordinator') continue
    await mailer.send(mail(environment.origin, { email, organizationId }))
  }
}
