import { listMembers } from '#db/queries/members.server.ts'
import type { RequestContext } from '../context.server.ts'
import type { Message } from './mailer.server.ts'

/**
 * Mails the coordinators of an organization. What they are told of has been done by then: where a mail can't be
 * queued, that stays done, and the log of the program says so.
 */
export async function tellCoordinators(
  { database, mailer, log }: Pick<RequestContext, 'database' | 'mailer' | 'log'>,
  organizationId: string,
  message: Message,
): Promise<void> {
  try {
    const members = await listMembers(database, organizationId)
    for (const { email, role } of members) {
      if (role === 'coordinator') await mailer.send({ ...message, to: email })
    }
  } catch (error) {
    log.warn({ err: error, organizationId }, 'an organization was not told by mail')
  }
}
