import { lazy } from 'react'
import { Chart } from './chart.tsx'
import type { TrendPoint } from './trend-point.ts'

const TrendPlot = lazy(() => import('./trend-plot.tsx'))

/** One round in the table under a line, all in words and numbers as they are shown. */
export interface TrendRow {
  round: string
  version: string
  /** Where the line stands. */
  line: string
  /** The score of that round by itself. */
  own: string
  /** The same with what it stands on. */
  score: string
  /** "9 of 10 answered" */
  answered: string
  /** "8 compared"; null in the first round. */
  compared: string | null
  /** How many items could be compared with the round before, and what they weigh. */
  comparable: string
  /** Since the round before, on those items. */
  change: string
}

interface Props {
  finding: string
  points: readonly TrendPoint[]
  days: readonly [number, number]
  rows: readonly TrendRow[]
  /** Where the version changed, and where the line breaks and why, one sentence each. */
  notes: readonly string[]
}

/** A domain's line over all rounds, with its numbers folded out below. */
export function TrendChart({ finding, points, days, rows, notes }: Props) {
  return (
    <Chart shape="trend" finding={finding} plot={() => <TrendPlot points={points} days={days} />}>
      {notes.map((sentence) => (
        <p key={sentence} className="chart__caption">
          {sentence}
        </p>
      ))}
      <details className="fold">
        <summary>The numbers of this line</summary>
        <Numbers finding={finding} rows={rows} />
      </details>
    </Chart>
  )
}

const columns = [
  'On the line',
  'Score by itself',
  'Compared with the round before',
  'Change',
  'Version',
] as const

function Numbers({ finding, rows }: { finding: string; rows: readonly TrendRow[] }) {
  return (
    <table className="usa-table usa-table--borderless chart-table chart-table--stacked">
      <caption className="usa-sr-only">{finding}</caption>
      <thead>
        <tr>
          <th scope="col">Round</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ round, line, score, comparable, change, version }) => (
          <tr key={round}>
            <th scope="row">{round}</th>
            {[line, score, comparable, change, version].map((text, index) => (
              <td key={columns[index]} data-label={columns[index]}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
