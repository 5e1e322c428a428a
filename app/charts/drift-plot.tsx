import { CartesianGrid, LabelList, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { DriftPoint } from './drift-point.ts'
import { palette } from './palette.ts'
import {
  axisWidth,
  DateLabel,
  dateWidth,
  inset,
  lineWidth,
  margin,
  onPaper,
  size,
  ValueLabel,
} from './plot-labels.tsx'
import { dayNumber, timeSpan, withRoom } from './time-axis.ts'

interface Props {
  points: readonly DriftPoint[]
  /** The first and last day, and how many levels up and down, of all plots on the page. */
  days: readonly [number, number]
  reach: number
}

/** Room above and below, in levels, for what the direction means. */
const rim = 0.4

/** Draws by how many levels the agency rated higher than its partner, round by round, around the line of agreement. */
export default function DriftPlot({ points, days, reach }: Props) {
  const span = timeSpan(days)
  const rows = points.map(({ date, value }) => ({ day: dayNumber(date), value }))
  const places = rows.map(({ day }) => ((day - span[0]) / (span[1] - span[0])) * lineWidth)
  const dated = withRoom(places, dateWidth)
  return (
    <LineChart {...size} margin={margin} data={rows} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke={palette.grid} />
      <YAxis
        domain={[-reach - rim, reach + rim]}
        ticks={[-reach, 0, reach]}
        tickFormatter={(level: number) => String(Math.abs(level))}
        width={axisWidth}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={{ fill: palette.quiet, fontSize: 12 }}
      />
      <XAxis
        dataKey="day"
        type="number"
        domain={span}
        padding={inset}
        ticks={rows.filter((_, index) => dated[index]).map(({ day }) => day)}
        interval={0}
        axisLine={{ stroke: palette.quiet }}
        tickLine={{ stroke: palette.quiet }}
        tick={({ x, y, payload }) => (
          <DateLabel x={Number(x)} y={Number(y)} text={monthAt(points, Number(payload.value))} />
        )}
      />
      <ReferenceLine y={reach + rim} stroke="none" label={direction('agency higher', 'insideTop')} />
      <ReferenceLine y={0} stroke={palette.ink} />
      <ReferenceLine y={-reach - rim} stroke="none" label={direction('partner higher', 'insideBottom')} />
      <Line
        dataKey="value"
        isAnimationActive={false}
        stroke={palette.now}
        strokeWidth={2.5}
        dot={{ r: 4, fill: palette.now, stroke: '#ffffff', strokeWidth: 1.5 }}
        activeDot={false}
      >
        <LabelList
          dataKey="value"
          content={({ x, y, index }) => (
            <ValueLabel
              x={Number(x)}
              y={Number(y)}
              text={textOf(points[index ?? -1])}
              last={index === points.length - 1}
            />
          )}
        />
      </Line>
    </LineChart>
  )
}

const direction = (value: string, position: 'insideTop' | 'insideBottom') => ({
  value,
  position,
  fontSize: 12,
  fill: palette.quiet,
  ...onPaper,
})

const monthAt = (points: readonly DriftPoint[], day: number) =>
  points.find(({ date }) => dayNumber(date) === day)?.month ?? ''

const textOf = (point: DriftPoint | undefined) => (point?.value == null ? '' : String(Math.abs(point.value)))
