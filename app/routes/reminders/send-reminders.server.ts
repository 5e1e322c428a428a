import type { Organization } from '#db/queries/organizations.server.ts'
import { claimReminder } from '#db/queries/reminders.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { reminders } from './load-reminders.server.ts'

/** Reminds those of the chosen agencies that can be reminded now; answers how many were. */
export async function sendReminders(
  context: RequestContext,
  program: Organization,
  by: string,
  agencyIds: readonly FormDataEntryValue[],
): Promise<number> {
  let sent = 0
  for (const { agencyId, mail } of await reminders(context, program, agencyIds)) {
    const claim = { programId: program.id, agencyId, by, at: context.now() }
    if (!mail || !(await claimReminder(context.database, claim))) continue
    await tellCoordinators(context, agencyId, mail)
    sent += 1
  }
  return sent
}
