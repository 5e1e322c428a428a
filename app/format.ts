import { daysBetween, monthsBetween } from './calendar.ts'

/** Whatever a page says about days, moments, counts and scores is worded here, so that it is worded alike. */

const dates = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })

/** `2026-03-01` as "March 1, 2026". */
export function formatDate(day: string): string {
  return dates.format(new Date(`${day}T00:00:00Z`))
}

const months = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', timeZone: 'UTC' })

/** `2026-03-01` as "March 2026". */
export function formatMonth(day: string): string {
  return months.format(new Date(`${day}T00:00:00Z`))
}

const moments = new Map<string, Intl.DateTimeFormat>()

/** A moment as "March 1, 2026, 3:05 PM" in a time zone. Format in loaders, so that browser and server agree. */
export function formatMoment(moment: Date, timeZone: string): string {
  const format =
    moments.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    })
  moments.set(timeZone, format)
  return format
    .format(moment)
    .replace(/\u202F/g, ' ')
    .replace(' at ', ', ')
}

/** "1 item", "4 items". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** "Ada", "Ada and Bo", "Ada, Bo and Cy". */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** A score with what it stands on: "62 (9 of 10 applicable items)". */
export function formatScore(score: {
  displayed: number | null
  answered: number
  applicable: number
}): string {
  const { displayed, answered, applicable } = score
  if (applicable === 0) return 'No score (no item applies)'
  const standsOn = `(${answered} of ${counted(applicable, 'applicable item')})`
  return displayed === null ? `No score ${standsOn}` : `${displayed} ${standsOn}`
}

/** When something is due, seen from today: "in 4 months", "today", "overdue by 2 months". */
export function formatDue(due: string, today: string): string {
  const days = daysBetween(today, due)
  if (days === 0) return 'today'
  const [from, to] = days > 0 ? [today, due] : [due, today]
  const months = monthsBetween(from, to)
  const span = months > 0 ? counted(months, 'month') : counted(Math.abs(days), 'day')
  return days > 0 ? `in ${span}` : `overdue by ${span}`
}
