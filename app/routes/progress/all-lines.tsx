import { WideTable } from '#app/charts/wide-table.tsx'
import type { ProgressView } from '#app/results/progress-view.ts'
import type { LineView, Scores } from '#app/results/trend-view.ts'

interface Props {
  lines: readonly LineView[]
  rounds: ProgressView['rounds']
  scores: Scores
}

/** Every point of every line, with what it stands on. */
export function AllLines({ lines, rounds, scores }: Props) {
  const versions = new Set(rounds.map(({ version }) => version)).size > 1
  return (
    <>
      <p className="results__facts">
        Below each number: how many of the items that apply were answered, and how many could be compared with
        the round before.
      </p>
      <WideTable label="All lines in numbers">
        <table className="usa-table usa-table--borderless chart-table all-lines">
          <caption>
            {scores === 'raw' ? 'Each round’s own scores' : 'All lines in numbers'}, from 0 to 100
          </caption>
          <thead>
            <tr>
              <th scope="col">Domain</th>
              {rounds.map(({ short, version, assessmentId }) => (
                <th key={assessmentId} scope="col" className="chart-table__number">
                  {short}
                  {versions && <span className="chart-table__basis">Version {version}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.id} line={line} rounds={rounds} scores={scores} />
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}

function Row({ line: { title, rows, points }, rounds, scores }: Omit<Props, 'lines'> & { line: LineView }) {
  return (
    <tr>
      <th scope="row">
        {title}
        {points.map(({ date, breaksBefore }, index) =>
          breaksBefore ? (
            <span key={date} className="chart-table__basis">
              Line breaks before {rounds[index]?.short}
            </span>
          ) : null,
        )}
      </th>
      {rows.map(({ line, own, answered, compared }, index) => (
        <td key={rounds[index]?.assessmentId} className="chart-table__number">
          {scores === 'raw' ? own : line}
          <span className="chart-table__basis">{answered}</span>
          {compared !== null && <span className="chart-table__basis">{compared}</span>}
        </td>
      ))}
    </tr>
  )
}
