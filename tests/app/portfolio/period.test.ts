import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '#app/calendar.ts'
import { daysOfGrace, dueDates } from '#app/portfolio/due-dates.ts'
import { offeredPeriods, readPeriod } from '#app/portfolio/period.ts'

const read = (search: string) => readPeriod(new URLSearchParams(search), '2026-11-23')
const days = (search: string) => {
  const reading = read(search)
  return reading.status === 'valid' ? [reading.period.from, reading.period.to] : reading.reason
}

describe('a period', () => {
  test('is the past twelve months where nothing is said', () => {
    expect(days('')).toEqual(['2025-11-24', '2026-11-23'])
  })

  test.each([
    ['period=2026', '2026-01-01', '2026-12-31'],
    ['period=2026-Q3', '2026-07-01', '2026-09-30'],
    ['period=2024-Q1', '2024-01-01', '2024-03-31'],
    ['period=FY2026-Q1', '2025-10-01', '2025-12-31'],
    ['period=FY2026-Q4', '2026-07-01', '2026-09-30'],
    ['period=FY2026', '2025-10-01', '2026-09-30'],
    ['from=2026-02-03&to=2026-04-05', '2026-02-03', '2026-04-05'],
  ])('%s goes from %s to %s', (search, from, to) => {
    expect(days(search)).toEqual([from, to])
  })

  test.each(['period=2026-Q5', 'period=yesterday', 'from=2026-02-30&to=2026-03-01', 'from=2026-02-01'])(
    '%s is refused with a reason',
    (search) => {
      expect(read(search).status).toBe('invalid')
    },
  )

  test('that ends before it begins is refused', () => {
    expect(days('from=2026-03-02&to=2026-03-01')).toBe('The period ends before it begins')
  })

  test('that hasn’t begun is not offered, and each that is offered can be read', () => {
    const offered = offeredPeriods('2026-11-23')
    expect(offered.map(({ value }) => value)).toContain('FY2027-Q1')
    expect(offered.map(({ value }) => value)).not.toContain('FY2027-Q2')
    for (const { value } of offered) expect(read(`period=${value}`).status).toBe('valid')
  })
})

describe('dueDates', () => {
  test('say of every assessment what its own due date says', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: 150, max: 400 }), fc.constantFrom(6, 12), (moment, ago, months) => {
        const today = moment.toISOString().slice(0, 10)
        const asOf = addDays(today, -ago)
        const { due, late } = dueDates(today)
        expect(asOf <= due[months as 6]).toBe(addMonths(asOf, months) <= today)
        expect(asOf <= late[months as 6]).toBe(addMonths(asOf, months) <= addDays(today, -daysOfGrace))
      }),
      { numRuns: 2000 },
    )
  })
})
