import { describe, expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, monthsBetween } from '#app/calendar.ts'

describe('dayOf', () => {
  test.each([
    ['2026-03-01T04:59:00Z', 'America/New_York', '2026-02-28'],
    ['2026-03-01T05:00:00Z', 'America/New_York', '2026-03-01'],
    ['2026-03-01T09:59:00Z', 'Pacific/Honolulu', '2026-02-28'],
    ['2026-12-31T23:30:00Z', 'Pacific/Guam', '2027-01-01'],
  ])('tells that %s is in %s on %s', (moment, timeZone, day) => {
    expect(dayOf(new Date(moment), timeZone)).toBe(day)
  })
})

describe('addMonths', () => {
  test.each([
    ['2026-03-01', 12, '2027-03-01'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -60, '2021-03-31'],
    ['2024-02-29', -60, '2019-02-28'],
    ['2026-01-31', -1, '2025-12-31'],
  ])('moves %s by %i months to %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })
})

describe('addDays', () => {
  test.each([
    ['2026-03-01', 30, '2026-03-31'],
    ['2026-12-15', 30, '2027-01-14'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('moves %s by %i days to %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected)
  })
})

describe('monthsBetween and daysBetween', () => {
  test.each([
    ['2026-03-01', '2026-03-31', 0, 30],
    ['2026-03-01', '2026-04-01', 1, 31],
    ['2026-01-31', '2026-02-28', 1, 28],
    ['2025-11-24', '2026-11-23', 11, 364],
    ['2024-02-28', '2024-03-01', 0, 2],
  ])('counts from %s to %s %i whole months and %i days', (from, to, months, days) => {
    expect(monthsBetween(from, to)).toBe(months)
    expect(daysBetween(from, to)).toBe(days)
    expect(daysBetween(to, from)).toBe(-days)
  })
})
