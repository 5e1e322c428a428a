import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import {
  axisHeight,
  lineHeight,
  placeRows,
  plotSize,
  sideRoom,
  type DumbbellRow,
  type DumbbellScale,
  type PlacedRow,
} from './dumbbell-row.ts'
import { Mark } from './dumbbell-mark.tsx'
import { palette } from './palette.ts'
import { onPaper } from './plot-labels.tsx'

interface Props {
  rows: readonly DumbbellRow[]
  scale: DumbbellScale
}

/** Draws a row for each domain or item: the agency's mark and the partner's with a line between, and the agreed one. */
export default function DumbbellPlot({ rows, scale }: Props) {
  const { placed, height } = placeRows(rows)
  const points = placed.flatMap((at) => pointsOf(at, scale))
  return (
    <ScatterChart
      {...plotSize(rows)}
      margin={{ top: 0, right: sideRoom, bottom: 0, left: sideRoom }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke={palette.grid} verticalValues={[...scale.ticks]} />
      <XAxis
        type="number"
        dataKey="x"
        domain={[scale.from, scale.to]}
        ticks={[...scale.ticks]}
        interval={0}
        height={axisHeight}
        axisLine={false}
        tickLine={false}
        tick={{ fill: palette.quiet, fontSize: 12 }}
      />
      <YAxis type="number" dataKey="y" domain={[0, height]} reversed hide />
      {placed.map(({ row: { id, agency, partner }, middle }) =>
        agency === null || partner === null ? null : (
          <ReferenceLine
            key={id}
            segment={[
              { x: agency, y: middle },
              { x: partner, y: middle },
            ]}
            stroke={palette.quiet}
            strokeWidth={3}
          />
        ),
      )}
      <Scatter
        data={points}
        isAnimationActive={false}
        shape={({ cx, cy, index }: Place) => <Shape cx={cx} cy={cy} point={points[index]} />}
      />
    </ScatterChart>
  )
}

type What = { what: 'label'; lines: string[] } | { what: 'mark'; mark: Parameters<typeof Mark>[0]['mark'] }
type Point = { x: number; y: number } & What

interface Place {
  cx?: number | undefined
  cy?: number | undefined
  index: number
}

function Shape({ cx = 0, cy = 0, point }: Omit<Place, 'index'> & { point: Point | undefined }) {
  if (point === undefined) return <g />
  if (point.what === 'mark') return <Mark x={cx} y={cy} mark={point.mark} />
  return (
    <text fontSize={13} fill={palette.ink} x={2} y={cy} {...onPaper}>
      {point.lines.map((line, index) => (
        <tspan key={index} x={2} dy={index === 0 ? 0 : lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** What is drawn of a row: its label, then the agreed mark beneath the sides' own. */
function pointsOf({ row, lines, top, middle }: PlacedRow, scale: DumbbellScale): Point[] {
  const { agency, partner, agreed, notAgreed } = row
  const label: Point = { x: scale.from, y: top, what: 'label', lines }
  const at = (x: number | null, mark: Parameters<typeof Mark>[0]['mark']): Point[] =>
    x === null ? [] : [{ x, y: middle, what: 'mark', mark }]
  const agreedMark = at(agreed, {
    kind: 'agreed',
    text: notAgreed ? `not agreed, ${agreed ?? ''} counts` : `agreed ${agreed ?? ''}`,
    side: null,
  })
  if (agency !== null && agency === partner) {
    return [label, ...agreedMark, ...at(agency, { kind: 'both', text: `both ${agency}`, side: 'right' })]
  }
  const agencyFirst = agency !== null && (partner === null || agency < partner)
  return [
    label,
    ...agreedMark,
    ...at(agency, { kind: 'agency', text: `agency ${agency ?? ''}`, side: agencyFirst ? 'left' : 'right' }),
    ...at(partner, {
      kind: 'partner',
      text: `partner ${partner ?? ''}`,
      side: agencyFirst ? 'right' : 'left',
    }),
  ]
}
