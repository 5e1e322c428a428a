import { describe, expect, test } from 'vitest'
import { dayNumber } from '#app/charts/time-axis.ts'
import { plottedRows, valueSpan, versionMarks } from '#app/charts/trend-rows.ts'
import type { TrendPoint } from '#app/charts/trend-point.ts'

const point = (date: string, value: number | null, more: Partial<TrendPoint> = {}): TrendPoint => ({
  date,
  month: date,
  value,
  shown: value,
  version: '1.0.0',
  breaksBefore: false,
  ...more,
})

describe('plottedRows', () => {
  test('makes one piece of an unbroken line', () => {
    const { rows, lines } = plottedRows([point('2024-01-01', 40), point('2025-01-01', 50)])
    expect(lines).toEqual(['piece1'])
    expect(rows).toEqual([
      { day: dayNumber('2024-01-01'), value: 40, piece1: 40 },
      { day: dayNumber('2025-01-01'), value: 50, piece1: 50 },
    ])
  })

  test('begins a new piece where the line breaks', () => {
    const { rows, lines } = plottedRows([
      point('2024-01-01', 40),
      point('2025-01-01', 50, { breaksBefore: true }),
    ])
    expect(lines).toEqual(['piece1', 'piece2'])
    expect(rows.map((row) => [row['piece1'] ?? null, row['piece2'] ?? null])).toEqual([
      [40, null],
      [null, 50],
    ])
  })

  test('draws nothing for a round without a score, and doesn’t bridge it', () => {
    const { lines } = plottedRows([
      point('2023-01-01', 40),
      point('2024-01-01', null),
      point('2025-01-01', 50),
    ])
    expect(lines).toEqual(['piece1', 'piece2'])
  })
})

test('versionMarks stand halfway between the rounds of two versions', () => {
  const marks = versionMarks([
    point('2024-01-01', 40),
    point('2024-01-11', 50, { version: '1.1.0' }),
    point('2024-02-01', 50, { version: '1.1.0' }),
  ])
  expect(marks).toEqual([{ day: dayNumber('2024-01-06'), version: '1.1.0', high: false }])
})

test('valueSpan widens where chaining leads beyond 0 or 100', () => {
  expect(valueSpan([point('2024-01-01', 40)])).toEqual([0, 100])
  expect(valueSpan([point('2024-01-01', -6), point('2025-01-01', 104)])).toEqual([-6, 104])
})
