import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from 'recharts'
import type { RadarPoint } from './radar-point.ts'
import { palette } from './palette.ts'
import { wrapWords } from './wrap-words.ts'

/** Drawn at this size and scaled by the style sheet, so that it prints as it looks. */
const size = { width: 360, height: 350 }
const radius = 96
const lineHeight = 15
const marker = { r: 3.5, strokeWidth: 2 }

/** Draws the domains' scores as one closed shape, and those of the round before as a dashed one. */
export default function RadarPlot({ points }: { points: readonly RadarPoint[] }) {
  const hasBefore = points.some(({ before }) => before !== null)
  return (
    <RadarChart {...size} outerRadius={radius} data={[...points]} accessibilityLayer={false}>
      <PolarGrid stroke={palette.grid} polarRadius={[25, 50, 75, 100].map((at) => (at / 100) * radius)} />
      <PolarRadiusAxis domain={[0, 100]} tick={false} axisLine={false} />
      <Radar
        dataKey="now"
        isAnimationActive={false}
        stroke={palette.now}
        strokeWidth={2.5}
        fill={palette.nowFill}
        fillOpacity={0.75}
        dot={{ ...marker, fill: palette.now, fillOpacity: 1, stroke: palette.now }}
      />
      {hasBefore && (
        <Radar
          dataKey="before"
          isAnimationActive={false}
          stroke={palette.before}
          strokeWidth={1.5}
          strokeDasharray="5 4"
          fill="none"
          dot={{ ...marker, fill: '#ffffff', fillOpacity: 1, stroke: palette.before, strokeDasharray: '0' }}
        />
      )}
      <PolarAngleAxis
        dataKey="label"
        axisLine={false}
        tickLine={false}
        tickSize={14}
        tick={({ x, y, index, textAnchor }) => (
          <AxisLabel
            x={Number(x)}
            y={Number(y)}
            anchor={textAnchor}
            point={points[index]}
            withBefore={hasBefore}
          />
        )}
      />
    </RadarChart>
  )
}

interface AxisLabelProps {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end' | 'inherit'
  point: RadarPoint | undefined
  withBefore: boolean
}

/** A domain's title, broken into lines, and under it the numbers: the plot needs no key for its values. */
function AxisLabel({ x, y, anchor, point, withBefore }: AxisLabelProps) {
  if (!point) return null
  const centered = Math.abs(x - size.width / 2) < 1
  const lines = wrapWords(point.label, centered ? 24 : 13)
  const above = centered ? (y < size.height / 2 ? lines.length : -0.8) : (lines.length - 1) / 2
  const top = y - above * lineHeight
  const side = centered ? 'middle' : anchor
  return (
    <text textAnchor={side} fontSize={13} fill={palette.ink}>
      {lines.map((line, index) => (
        <tspan key={index} x={x} y={top + index * lineHeight}>
          {line}
        </tspan>
      ))}
      <tspan x={x} y={top + lines.length * lineHeight} fontWeight={700}>
        {point.now === null ? 'no score' : Math.round(point.now)}
        {withBefore && point.before !== null && (
          <tspan fontWeight={400} fill={palette.quiet}>
            {` was ${Math.round(point.before)}`}
          </tspan>
        )}
      </tspan>
    </text>
  )
}
