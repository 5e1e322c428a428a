import { describe, expect, test } from 'vitest'
import { dayNumber, timeSpan, withRoom } from '#app/charts/time-axis.ts'

test('dayNumber counts days by the calendar, over leap days and clock changes', () => {
  expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2)
  expect(dayNumber('2025-11-03') - dayNumber('2025-11-01')).toBe(2)
  expect(dayNumber('2026-01-01') - dayNumber('2025-01-01')).toBe(365)
})

test('timeSpan gives a single round some room on both sides', () => {
  expect(timeSpan([100, 465, 300])).toEqual([100, 465])
  expect(timeSpan([100])).toEqual([99, 101])
})

describe('withRoom', () => {
  test.each([
    ['keeps all where there is room', [0, 100, 200], 50, [true, true, true]],
    ['drops what would touch the last', [0, 180, 200], 50, [true, false, true]],
    ['keeps the last alone where the first is too near', [0, 30], 50, [false, true]],
    ['fills from the right', [0, 60, 90, 150], 50, [true, false, true, true]],
    ['takes one', [10], 50, [true]],
    ['takes none', [], 50, []],
  ])('%s', (_, places, width, kept) => {
    expect(withRoom(places, width)).toEqual(kept)
  })
})
