import type { Portfolio } from '#db/queries/portfolio.server.ts'
import { addDays, addMonths } from '../calendar.ts'

/** How many days after a reassessment was due it is late. */
export const daysOfGrace = 30

/** The latest as-of dates of assessments that are due today, and late. */
export function dueDates(today: string): Pick<Portfolio, 'due' | 'late'> {
  const graceOver = addDays(today, -daysOfGrace)
  return {
    due: { 6: latestDueBy(today, 6), 12: latestDueBy(today, 12) },
    late: { 6: latestDueBy(graceOver, 6), 12: latestDueBy(graceOver, 12) },
  }
}

/** The latest day of which so many months later is no later than a day: months differ in their length. */
function latestDueBy(day: string, months: number): string {
  let latest = addMonths(day, -months)
  while (addMonths(addDays(latest, 1), months) <= day) latest = addDays(latest, 1)
  return latest
}
