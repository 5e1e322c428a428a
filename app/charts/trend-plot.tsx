import { CartesianGrid, LabelList, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import { palette } from './palette.ts'
import { dayNumber, timeSpan, withRoom } from './time-axis.ts'
import type { TrendPoint } from './trend-point.ts'
import { plottedRows, versionMarks, valueSpan } from './trend-rows.ts'

/** Drawn at this size and scaled by the style sheet, so that it prints as it looks. */
const size = { width: 340, height: 200 }
const margin = { top: 22, right: 26, bottom: 4, left: 4 }
const axisWidth = 30
const valueWidth = 26
const dateWidth = 76
/** Keeps the first value clear of the axis. */
const inset = { left: 16, right: 4 }

/** A rim of the page's color, so that no grid line runs through a label. */
const onPaper = { stroke: '#ffffff', strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const

interface Props {
  points: readonly TrendPoint[]
  /** The first and last day of all plots on the page, so that they can be read against each other. */
  days: readonly [number, number]
}

/** Draws one domain's line over true time; where the line breaks, it begins anew. */
export default function TrendPlot({ points, days }: Props) {
  const span = timeSpan(days)
  const plotWidth = size.width - margin.left - margin.right - axisWidth - inset.left - inset.right
  const places = points.map(({ date }) => ((dayNumber(date) - span[0]) / (span[1] - span[0])) * plotWidth)
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

function DateLabel({ x, y, text }: { x: number; y: number; text: string }) {
  const half = dateWidth / 2
  const atEnd = x + half > size.width
  const atStart = x - half < 0
  return (
    <text
      x={atEnd ? size.width - 2 : atStart ? 2 : x}
      y={y + 10}
      textAnchor={atEnd ? 'end' : atStart ? 'start' : 'middle'}
      fontSize={12}
      fill={palette.ink}
    >
      {text}
    </text>
  )
}

function ValueLabel({ x, y, text, last }: { x: number; y: number; text: string; last: boolean }) {
  return (
    <text
      x={x}
      y={y - 10}
      textAnchor="middle"
      fontSize={last ? 15 : 12}
      fontWeight={last ? 700 : 400}
      fill={palette.ink}
      {...onPaper}
    >
      {text}
    </text>
  )
}
