import type { Assessment } from '#db/queries/assessments.server.ts'
import { listMembers } from '#db/queries/members.server.ts'
import type { RequestContext } from '../context.server.ts'
import type { Mail } from '../mail/mailer.server.ts'

/** Mails the coordinators of the agency and of its partner, each once. */
export async function tellBoth(
  { database, mailer }: Pick<RequestContext, 'database' | 'mailer'>,
  { agencyId, partnerId }: Pick<Assessment, 'agencyId' | 'partnerId'>,
  mail: Omit<Mail, 'to'>,
): Promise<void> {
  const organizations = [agencyId, partnerId].filter((id) => id !== null)
  const members = (await Promise.all(organizations.map((id) => listMembers(database, id)))).flat()
  const coordinators = members.filter(({ role }) => role === 'coordinator').map(({ email }) => email)
  for (const to of new Set(coordinators)) await mailer.send({ ...mail, to })
}
