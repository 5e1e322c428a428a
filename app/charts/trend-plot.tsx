import { CartesianGrid, LabelList, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import { dateAxis, drawnLine, placesOf, valueAxis } from './line-parts.tsx'
import { palette } from './palette.ts'
import { margin, onPaper, size, ValueLabel } from './plot-labels.tsx'
import { withRoom } from './time-axis.ts'
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
  const valued = withRoom(placesOf(points, days), valueWidth)
  const { rows, lines } = plottedRows(points)
  return (
    <LineChart {...size} margin={margin} data={rows} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke={palette.grid} />
      <YAxis {...valueAxis} domain={valueSpan(points)} ticks={[0, 25, 50, 75, 100]} />
      <XAxis {...dateAxis(points, days)} />
      {versionMarks(points).map(({ day, version, high }) => (
        <ReferenceLine
          key={day}
          x={day}
          stroke={palette.before}
          strokeWidth={1.5}
          strokeDasharray="4 3"
          label={{
            value: `v${version}`,
            position: high ? 'insideBottomLeft' : 'insideTopLeft',
            fontSize: 12,
            fill: palette.ink,
            ...onPaper,
          }}
        />
      ))}
      {lines.map((key) => (
        <Line key={key} dataKey={key} {...drawnLine} />
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

function textAt(
  points: readonly TrendPoint[],
  valued: readonly boolean[],
  index: number | undefined,
): string {
  const point = points[index ?? -1]
  return point?.value == null || !valued[index ?? -1] ? '' : String(point.shown)
}
