import { CartesianGrid, LabelList, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { DriftPoint } from './drift-point.ts'
import { dateAxis, drawnLine, valueAxis } from './line-parts.tsx'
import { palette } from './palette.ts'
import { margin, onPaper, size, ValueLabel } from './plot-labels.tsx'
import { dayNumber } from './time-axis.ts'

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
  const rows = points.map(({ date, value }) => ({ day: dayNumber(date), value }))
  return (
    <LineChart {...size} margin={margin} data={rows} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke={palette.grid} />
      <YAxis
        {...valueAxis}
        domain={[-reach - rim, reach + rim]}
        ticks={[-reach, 0, reach]}
        tickFormatter={(level: number) => String(Math.abs(level))}
      />
      <XAxis {...dateAxis(points, days)} />
      <ReferenceLine y={reach + rim} stroke="none" label={direction('agency higher', 'insideTop')} />
      <ReferenceLine y={0} stroke={palette.ink} />
      <ReferenceLine y={-reach - rim} stroke="none" label={direction('partner higher', 'insideBottom')} />
      <Line dataKey="value" {...drawnLine}>
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

const textOf = (point: DriftPoint | undefined) => (point?.value == null ? '' : String(Math.abs(point.value)))
