import { formatDate } from '../format.ts'

const months = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const shortDays = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
const shortMonths = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** How rounds are called on a page: by month, or by day where two fall into one month. */
export function roundLabels(days: readonly string[]): string[] {
  const names = days.map((day) => months.format(dayAsDate(day)))
  return days.map((day, index) => {
    const name = names[index] ?? ''
    return names.indexOf(name) === names.lastIndexOf(name) ? name : formatDate(day)
  })
}

/** As `roundLabels`, for the heads of narrow columns: "Mar 2026". */
function shortRoundLabels(days: readonly string[]): string[] {
  const names = days.map(shortMonth)
  return days.map((day, index) => {
    const name = names[index] ?? ''
    return names.indexOf(name) === names.lastIndexOf(name) ? name : shortDays.format(dayAsDate(day))
  })
}

/** Both names of each round. */
export function roundNames(days: readonly string[]): { label: string; short: string }[] {
  const short = shortRoundLabels(days)
  return roundLabels(days).map((label, index) => ({ label, short: short[index] ?? label }))
}

/** "Mar 2026", for an axis. */
export function shortMonth(day: string): string {
  return shortMonths.format(dayAsDate(day))
}

function dayAsDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
