import type { Assessment } from '#db/queries/assessments.server.ts'
import type { RequestContext } from '../context.server.ts'
import type { Message } from '../mail/mailer.server.ts'
import { tellCoordinators } from '../mail/tell-coordinators.server.ts'

/** Mails the coordinators of the agency and of its partner. */
export async function tellBoth(
  context: Pick<RequestContext, 'database' | 'mailer' | 'log'>,
  { agencyId, partnerId }: Pick<Assessment, 'agencyId' | 'partnerId'>,
  message: Message,
): Promise<void> {
  await tellCoordinators(context, agencyId, message)
  if (partnerId !== null) await tellCoordinators(context, partnerId, message)
}
