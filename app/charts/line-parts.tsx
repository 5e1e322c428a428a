import { palette } from './palette.ts'
import { axisWidth, DateLabel, dateWidth, inset, lineWidth } from './plot-labels.tsx'
import { dayNumber, timeSpan, withRoom } from './time-axis.ts'

/** A round as the axis names it. */
interface Dated {
  date: string
  month: string
}

/** What is the same of every line over time, as recharts takes it. */
export const drawnLine = {
  isAnimationActive: false,
  stroke: palette.now,
  strokeWidth: 2.5,
  dot: { r: 4, fill: palette.now, stroke: '#ffffff', strokeWidth: 1.5 },
  activeDot: false,
} as const

/** The axis of values, but for what its values are. */
export const valueAxis = {
  width: axisWidth,
  interval: 0,
  axisLine: false,
  tickLine: false,
  tick: { fill: palette.quiet, fontSize: 12 },
} as const

/** The axis of time, from the first to the last of `days`: a month where there is room for one. */
export function dateAxis(points: readonly Dated[], days: readonly [number, number]) {
  const dated = withRoom(placesOf(points, days), dateWidth)
  return {
    dataKey: 'day',
    type: 'number',
    domain: timeSpan(days),
    padding: inset,
    ticks: points.filter((_, index) => dated[index]).map(({ date }) => dayNumber(date)),
    interval: 0,
    axisLine: { stroke: palette.quiet },
    tickLine: { stroke: palette.quiet },
    tick: ({ x, y, payload }: Tick) => (
      <DateLabel x={Number(x)} y={Number(y)} text={monthAt(points, Number(payload.value))} />
    ),
  } as const
}

interface Tick {
  x: number | string
  y: number | string
  payload: { value?: unknown }
}

/** How far along the line each round stands, in pixels. */
export function placesOf(points: readonly Dated[], days: readonly [number, number]): number[] {
  const [first, last] = timeSpan(days)
  return points.map(({ date }) => ((dayNumber(date) - first) / (last - first)) * lineWidth)
}

const monthAt = (points: readonly Dated[], day: number) =>
  points.find(({ date }) => dayNumber(date) === day)?.month ?? ''
