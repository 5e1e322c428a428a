import { dayNumber, withRoom } from '../../charts/time-axis.ts'
import { valueSpan, versionMarks } from '../../charts/trend-rows.ts'
import type { TrendPoint } from '../../charts/trend-point.ts'
import type { Drawing, Pen } from './pen.ts'

const ink = '#1b1b1b'
const grid = '#c6cace'
const quiet = '#565c65'
const left = 26
const right = 14
const below = 18
const small = { size: 7.5 } as const

/**
 * A line over the rounds, with its number at each point. It has a gap where too little is shared to compare,
 * and a dashed upright where another version of the questionnaire began.
 */
export function trendLine(
  points: readonly TrendPoint[],
  days: readonly [number, number],
  height: number,
): Drawing {
  return (pen, width) => {
    const [lowest, highest] = valueSpan(points)
    const [first, last] = days[0] === days[1] ? [days[0] - 1, days[1] + 1] : days
    const [top, bottom] = [14, height - below]
    const x = (day: number) => left + 14 + ((width - left - right - 28) * (day - first)) / (last - first)
    const y = (value: number) => bottom - ((bottom - top) * (value - lowest)) / (highest - lowest)
    drawGrid(pen, { width, lowest, highest, y })
    drawVersions(pen, points, { x, top, bottom })
    for (const piece of unbroken(points)) {
      const places = piece.map(({ date, value }) => [x(dayNumber(date)), y(value)] as const)
      if (places.length > 1) pen.line(places, { color: '#0d4f97', width: 1.8 })
    }
    drawPoints(pen, points, { x, y, bottom })
  }
}

interface Scale {
  x: (day: number) => number
  y: (value: number) => number
  top: number
  bottom: number
}

function drawGrid(
  pen: Pen,
  { width, lowest, highest, y }: { width: number; lowest: number; highest: number; y: Scale['y'] },
): void {
  for (const tick of [0, 25, 50, 75, 100].filter((value) => value >= lowest && value <= highest)) {
    pen.line(
      [
        [left, y(tick)],
        [width - right, y(tick)],
      ],
      { color: grid, width: 0.5 },
    )
    pen.text(left - 6, y(tick) + 2.5, String(tick), { ...small, align: 'right', color: quiet })
  }
}

function drawVersions(pen: Pen, points: readonly TrendPoint[], { x, top, bottom }: Omit<Scale, 'y'>): void {
  for (const { day, version } of versionMarks(points)) {
    pen.line(
      [
        [x(day), top - 4],
        [x(day), bottom],
      ],
      { color: quiet, width: 0.8, dash: [3, 3] },
    )
    pen.text(x(day), top - 7, `version ${version}`, { ...small, align: 'center', color: quiet })
  }
}

/** The pieces of the line between its gaps. */
function unbroken(points: readonly TrendPoint[]): { date: string; value: number }[][] {
  const pieces: { date: string; value: number }[][] = [[]]
  for (const { date, value, breaksBefore } of points) {
    if (value === null || breaksBefore) pieces.push([])
    if (value !== null) pieces.at(-1)?.push({ date, value })
  }
  return pieces
}

function drawPoints(pen: Pen, points: readonly TrendPoint[], { x, y, bottom }: Omit<Scale, 'top'>): void {
  const places = points.map(({ date }) => x(dayNumber(date)))
  const named = withRoom(places, 40)
  const numbered = withRoom(places, 16)
  for (const [index, { value, shown, month }] of points.entries()) {
    const place = places[index] ?? 0
    if (named[index]) pen.text(place, bottom + 12, month, { ...small, align: 'center', color: quiet })
    if (value === null) continue
    pen.circle(place, y(value), 3, { fill: '#ffffff', color: '#0d4f97', width: 1.6 })
    if (numbered[index]) {
      pen.text(place, y(value) - 6, String(shown), { size: 8.5, bold: true, align: 'center', color: ink })
    }
  }
}
