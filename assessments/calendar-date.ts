import { z } from 'zod'

/** A day that exists, written `YYYY-MM-DD`, from 1900 to 2100. */
export const calendarDateSchema = z.iso
  .date('must be a calendar date such as "2026-03-31"')
  .refine((date) => date >= '1900-01-01' && date <= '2100-12-31', 'must be a date from 1900 to 2100')

/** Says whether `text` is a day that exists, written `YYYY-MM-DD`, from 1900 to 2100. */
export function isCalendarDate(text: unknown): text is string {
  return calendarDateSchema.safeParse(text).success
}
