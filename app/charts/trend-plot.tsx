import { CartesianGrid, LabelList, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
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
import type { TrendPoint } from './trend-point.ts'
import { plottedRows, versionMarks, valueSpan } from './trend-rows.ts'

const valueWidth = 26

interface Props {
  points: readonly TrendPoint[]
  /** The first and last day of all plots on the page, so that they can be read against each other. */
  days: readonly [number, number]
}

/** Draws one domain's line over true time; where the line breaks, it begins anew. */
export default function TrendPlot({ points, days }: Props) {
  const span = timeSpan(days)
  const places = points.map(({ date }) => ((dayNumber(date) - span[0]) / (span[1] - span[0])) * lineWidth)
  const dated = withRoom(places, dateWidth)
  const valued = withRoom(places, valueWidth)
  const { rows, lines } = plottedRows(points)
  return (
    <LineChart {...size} margin={margin} data={rows} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke={palette.grid} />
      <YAxis
        domain={valueSpan(points)}
        ticks={[0, 25, 50, 75, 100]}
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
        ticks={points.filter((_, index) => dated[index]).map(({ date }) => dayNumber(date))}
        interval={0}
        axisLine={{ stroke: palette.quiet }}
        tickLine={{ stroke: palette.quiet }}
        tick={({ x, y, payload }) => (
          <DateLabel x={Number(x)} y={Number(y)} text={labelAt(points, Number(payload.value))} />
        )}
      />
      {versionMarks(points).map(({ day, version, high }) => (
        <ReferenceLine
          key={day}
          x={day}
          stroke={palette.quiet}
          strokeDasharray="2 3"
          label={{
            value: `v${version}`,
            position: high ? 'insideBottomLeft' : 'insideTopLeft',
            fontSize: 11,
            fill: palette.quiet,
            ...onPaper,
          }}
        />
      ))}
      {lines.map((key) => (
        <Line
          key={key}
          dataKey={key}
          isAnimationActive={false}
          stroke={palette.now}
          strokeWidth={2.5}
          dot={{ r: 4, fill: palette.now, stroke: '#ffffff', strokeWidth: 1.5 }}
          activeDot={false}
        />
      ))}
      <Line
        dataKey="value"
        isAnimationActive={false}
        stroke="none"
        dot={false}
        activeDot={false}
        legendType="none"
      >
        <LabelList
          dataKey="value"
          content={({ x, y, index }) => (
            <ValueLabel
              x={Number(x)}
              y={Number(y)}
              text={textAt(points, valued, index)}
              last={index === points.length - 1}
            />
          )}
        />
      </Line>
    </LineChart>
  )
}

const labelAt = (points: readonly TrendPoint[], day: number) =>
  points.find(({ date }) => dayNumber(date) === day)?.month ?? ''

function textAt(
  points: readonly TrendPoint[],
  valued: readonly boolean[],
  index: number | undefined,
): string {
  const point = points[index ?? -1]
  return point?.value == null || !valued[index ?? -1] ? '' : String(point.shown)
}
