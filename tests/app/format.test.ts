import { describe, expect, test } from 'vitest'
import { counted, formatDate, formatDue, formatMoment, formatScore, listed } from '#app/format.ts'

test('formatDate writes a day out, whatever the time zone of the machine', () => {
  expect(formatDate('2026-03-01')).toBe('March 1, 2026')
})

test('formatMoment writes a moment in the time zone that it is given, with plain spaces', () => {
  const moment = new Date('2026-03-01T04:05:00Z')
  expect(formatMoment(moment, 'America/Chicago')).toBe('February 28, 2026, 10:05 PM')
  expect(formatMoment(moment, 'UTC')).toBe('March 1, 2026, 4:05 AM')
})

test('formatScore says what a score stands on', () => {
  expect(formatScore({ displayed: 62, answered: 9, applicable: 10 })).toBe('62 (9 of 10 applicable items)')
  expect(formatScore({ displayed: 0, answered: 1, applicable: 1 })).toBe('0 (1 of 1 applicable item)')
  expect(formatScore({ displayed: null, answered: 0, applicable: 4 })).toBe(
    'No score (0 of 4 applicable items)',
  )
  expect(formatScore({ displayed: null, answered: 0, applicable: 0 })).toBe('No score (no item applies)')
})

describe('formatDue', () => {
  test.each([
    ['2027-03-01', '2026-10-15', 'in 4 months'],
    ['2026-10-16', '2026-10-15', 'in 1 day'],
    ['2026-11-15', '2026-10-15', 'in 1 month'],
    ['2026-10-15', '2026-10-15', 'today'],
    ['2026-10-12', '2026-10-15', 'overdue by 3 days'],
    ['2026-08-10', '2026-10-15', 'overdue by 2 months'],
  ])('says of %s, on %s, "%s"', (due, today, words) => {
    expect(formatDue(due, today)).toBe(words)
  })
})

test('counted and listed read as a person would write', () => {
  expect([counted(1, 'item'), counted(2, 'item'), counted(0, 'reply', 'replies')]).toEqual([
    '1 item',
    '2 items',
    '0 replies',
  ])
  expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual([
    '',
    'A',
    'A and B',
    'A, B and C',
  ])
})
