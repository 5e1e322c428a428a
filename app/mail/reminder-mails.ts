import type { Standing } from '#db/words.ts'
import type { Message } from './mailer.server.ts'
import { paragraphs } from './paragraphs.ts'

/** What a reminder is about. */
export interface Reminder {
  origin: string
  agencyId: string
  agencyName: string
  programName: string
  questionnaire: string
  standing: Standing
}

/** Where an agency stands that has something to do, and what that is. */
const toDo: Partial<Record<Standing, (reminder: Reminder) => string>> = {
  'not-started': ({ agencyName, questionnaire }) =>
    `${agencyName} has not started the ${questionnaire} yet. It is answered over several days and by several people, and each answer is kept as it is given. A coordinator starts it here:`,
  answering: ({ agencyName, questionnaire }) =>
    `the ${questionnaire} of ${agencyName} has been started and not submitted yet. Everything that was answered is kept. Go on here:`,
  submitted: ({ agencyName, questionnaire }) =>
    `${agencyName} has submitted the ${questionnaire}, and its partner has not yet. If your partner can’t, the assessment can go on alone. See here:`,
  reconciling: ({ agencyName, questionnaire }) =>
    `both sides of the ${questionnaire} of ${agencyName} have submitted. What you differ in is still to be settled and signed:`,
  due: ({ agencyName, questionnaire }) =>
    `the next ${questionnaire} of ${agencyName} is due. What was answered last can be carried forward and confirmed, so that it takes less time than the first. Start it here:`,
  late: ({ agencyName, questionnaire }) =>
    `the next ${questionnaire} of ${agencyName} was due more than a month ago. What was answered last can be carried forward and confirmed. Start it here:`,
}

/** Whether an agency that stands there has anything to be reminded of. */
export const hasSomethingToDo = (standing: Standing) => toDo[standing] !== undefined

/** Reminds an agency of what is next; null where nothing is. */
export function reminderMail(reminder: Reminder): Message | null {
  const { origin, agencyId, agencyName, programName, questionnaire, standing } = reminder
  const sentence = toDo[standing]?.(reminder)
  if (sentence === undefined) return null
  return {
    subject: `${programName} reminds ${agencyName} of the ${questionnaire}`,
    body: paragraphs(
      'Hello,',
      sentence,
      `${origin}/organizations/${agencyId}`,
      `${programName} follows ${agencyName} and sends this. It reminds you at most once a week. What it sees of you is your choice:`,
      `${origin}/organizations/${agencyId}/sharing`,
    ),
  }
}
