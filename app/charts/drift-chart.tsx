import { lazy } from 'react'
import { Chart } from './chart.tsx'
import type { DriftPoint } from './drift-point.ts'

const DriftPlot = lazy(() => import('./drift-plot.tsx'))

interface Props {
  finding: string
  points: readonly DriftPoint[]
  days: readonly [number, number]
  reach: number
}

/** How the two sides' views came together or apart; its numbers stand in the table of all lines. */
export function DriftChart({ finding, points, days, reach }: Props) {
  return (
    <Chart
      shape="trend"
      finding={finding}
      plot={() => <DriftPlot points={points} days={days} reach={reach} />}
    >
      {null}
    </Chart>
  )
}
