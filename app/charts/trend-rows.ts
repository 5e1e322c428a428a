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

/** Where another version of the questionnaire began, halfway between two rounds, and whether the line is high there. */
export function versionMarks(
  points: readonly TrendPoint[],
): { day: number; version: string; high: boolean }[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    if (!before || before.version === point.version) return []
    const day = (dayNumber(before.date) + dayNumber(point.date)) / 2
    const high = Math.max(before.value ?? 0, point.value ?? 0) > 65
    return [{ day, version: point.version, high }]
  })
}

/** From 0 to 100, or wider where chaining backwards leads beyond. */
export function valueSpan(points: readonly TrendPoint[]): [number, number] {
  const values = points.map(({ value }) => value).filter((value) => value !== null)
  return [Math.min(0, ...values), Math.max(100, ...values)]
}
