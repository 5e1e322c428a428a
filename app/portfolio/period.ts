import { isCalendarDate } from '#assessments/calendar-date.ts'
import { addDays, addMonths } from '../calendar.ts'
import { formatDate } from '../format.ts'

/** A stretch of days: what counted before its first day is held against what counted at the end of its last. */
export interface Period {
  /** `YYYY-MM-DD`, both included. */
  from: string
  to: string
  /** What it is called. */
  label: string
}

/** What a URL says of a period, or why it can't be one. */
export type PeriodReading = { status: 'valid'; period: Period } | { status: 'invalid'; reason: string }

/**
 * Reads a period: `2026` (a year), `2026-Q3` (a calendar quarter), `FY2026-Q4` (a federal fiscal quarter: the year
 * 2026 began on October 1, 2025), or two dates. Without any it is the twelve months up to today.
 */
export function readPeriod(search: URLSearchParams, today: string): PeriodReading {
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? '']
  if (from !== '' || to !== '') return betweenDates(from, to)
  const name = search.get('period') ?? ''
  if (name === '') {
    return valid({ from: addMonths(addDays(today, 1), -12), to: today, label: 'The past twelve months' })
  }
  const named = namedPeriod(name)
  if (named) return valid(named)
  return invalid(`“${name}” is no period: write 2026, 2026-Q3 or FY2026-Q4, or give two dates`)
}

const valid = (period: Period): PeriodReading => ({ status: 'valid', period })
const invalid = (reason: string): PeriodReading => ({ status: 'invalid', reason })

function betweenDates(from: string, to: string): PeriodReading {
  if (!isCalendarDate(from) || !isCalendarDate(to)) {
    return invalid('A period between two dates needs both, each as year, month and day')
  }
  if (from > to) return invalid('The period ends before it begins')
  return valid({ from, to, label: `${formatDate(from)} to ${formatDate(to)}` })
}

function namedPeriod(name: string): Period | null {
  const [, federal, yearText = '', quarterText] = /^(FY)?((?:19|20)\d\d)(?:-Q([1-4]))?$/.exec(name) ?? []
  const year = Number(yearText)
  if (year === 0 || !Number.isInteger(year)) return null
  const start = federal ? `${year - 1}-10-01` : `${year}-01-01`
  const from = quarterText === undefined ? start : addMonths(start, (Number(quarterText) - 1) * 3)
  const to = addDays(addMonths(from, quarterText === undefined ? 12 : 3), -1)
  return { from, to, label: labelOf(federal !== undefined, year, quarterText) }
}

function labelOf(federal: boolean, year: number, quarter: string | undefined): string {
  const name = federal ? `federal fiscal year ${year}` : String(year)
  if (quarter !== undefined) return `Quarter ${quarter} of ${name}`
  return federal ? `Federal fiscal year ${year}` : name
}

/** The periods that a page offers: the last quarters, calendar and federal, and years, the latest first. */
export function offeredPeriods(today: string): { value: string; label: string }[] {
  const year = Number(today.slice(0, 4))
  const quarters = [year, year - 1].flatMap((one) => [4, 3, 2, 1].map((quarter) => `${one}-Q${quarter}`))
  const federal = [year + 1, year].flatMap((one) => [4, 3, 2, 1].map((quarter) => `FY${one}-Q${quarter}`))
  const years = [year, year - 1, year - 2].map(String)
  return [...quarters, ...federal, ...years].flatMap((value) => {
    const period = namedPeriod(value)
    return period && period.from <= today ? [{ value, label: period.label }] : []
  })
}
