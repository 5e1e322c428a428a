import { addMonths, dayOf } from '#app/calendar.ts'

/** How far back an assessment may look, in years. */
export const yearsBack = 5

/** The first and the last day that an assessment may be as of, in the agency's time zone. */
export function asOfBounds(now: Date, timeZone: string): { first: string; last: string } {
  const last = dayOf(now, timeZone)
  return { first: addMonths(last, -12 * yearsBack), last }
}
