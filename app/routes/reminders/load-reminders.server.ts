import { z } from 'zod'
import type { Organization } from '#db/queries/organizations.server.ts'
import { agenciesToRemind, aWeekBefore } from '#db/queries/reminders.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatMoment } from '#app/format.ts'
import { hasSomethingToDo, reminderMail, type Reminder } from '#app/mail/reminder-mails.ts'
import { openPortfolio } from '#app/portfolio/portfolio.server.ts'
import { standingWords } from '#app/portfolio/standing-words.ts'
import { recordId } from '#app/record-id.ts'

const chosen = z.array(recordId).max(200)

/** The agencies that are to be reminded, each with its mail, or why it gets none now. */
export async function reminders(
  context: RequestContext,
  program: Organization,
  agencyIds: readonly FormDataEntryValue[],
) {
  const { portfolio, newest } = openPortfolio(context, program, { notUnderstood: [] })
  const { success, data } = chosen.safeParse(agencyIds)
  const found = success ? await agenciesToRemind(context.database, portfolio, data) : []
  const since = aWeekBefore(context.now())
  return found.map(({ agencyId, name, standing, remindedAt }) => {
    const reminder: Reminder = {
      ...{ origin: context.environment.origin, agencyId, agencyName: name, standing },
      ...{ programName: program.name, questionnaire: newest.title },
    }
    const recent = remindedAt !== null && remindedAt > since
    const when = remindedAt && formatMoment(remindedAt, program.timeZone)
    return {
      ...{ agencyId, name, standing: standingWords[standing] },
      mail: recent ? null : reminderMail(reminder),
      whyNot: recent
        ? `was reminded on ${when ?? ''}, less than a week ago`
        : hasSomethingToDo(standing)
          ? null
          : 'has nothing to do now: its assessment is final and the next is not due yet',
    }
  })
}

export type RemindersData = Awaited<ReturnType<typeof reminders>>
