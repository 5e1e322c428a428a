import type { Assessment } from '#db/queries/assessments.server.ts'
import type { RequestContext } from '../context.server.ts'
import { tellOrganization, type Message } from '../telling.server.ts'

/** Mails the coordinators of the agency and of its partner. */
export async function tellBoth(
  context: Pick<RequestContext, 'database' | 'mailer' | 'log'>,
  { agencyId, partnerId }: Pick<Assessment, 'agencyId' | 'partnerId'>,
  message: Message,
): Promise<void> {
  await tellOrganization(context, agencyId, message)
  if (partnerId !== null) await tellOrganization(context, partnerId, message)
}
