import { addMonths } from '#app/calendar.ts'
import { formatDate, formatDue } from '#app/format.ts'

/** When the next assessment is due, in words, and whether that day has come. */
export interface Reassessment {
  words: string
  come: boolean
}

/** An assessment as of some day is to be repeated after so many months. */
export function reassessment(asOf: string, months: number, today: string): Reassessment {
  const due = addMonths(asOf, months)
  const when = formatDue(due, today)
  return { words: `due ${formatDate(due)} (${when})`, come: due <= today }
}
