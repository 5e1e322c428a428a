import { dayNumber } from './time-axis.ts'
import type { TrendPoint } from './trend-point.ts'

/** A row of the plot: the day, the value, and the value again under the key of its unbroken piece. */
export type TrendRow = Record<string, number | null>

/** Splits a line into its unbroken pieces; a point without a score ends one too. */
export function plottedRows(points: readonly TrendPoint[]): { rows: TrendRow[]; lines: string[] } {
  const lines: string[] = []
  let open = false
  const rows = points.map(({ date, value, breaksBefore }) => {
    const row: TrendRow = { day: dayNumber(date), value }
    if (value === null) {
      open = false
      return row
    }
    if (!open || breaksBefore) lines.push(`piece${lines.length + 1}`)
    open = true
    row[`piece${lines.length}`] = value
    return row
  })
  return { rows, lines }
}

/** The days from which another version of the questionnaire was answered, halfway between two rounds. */
export function versionMarks(points: readonly TrendPoint[]): { day: number; version: string }[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    if (!before || before.version === point.version) return []
    return [{ day: (dayNumber(before.date) + dayNumber(point.date)) / 2, version: point.version }]
  })
}

/** From 0 to 100, or wider where chaining backwards leads beyond. */
export function valueSpan(points: readonly TrendPoint[]): [number, number] {
  const values = points.map(({ value }) => value).filter((value) => value !== null)
  return [Math.min(0, ...values), Math.max(100, ...values)]
}
