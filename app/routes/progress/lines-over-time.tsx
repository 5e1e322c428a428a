import { TrendChart } from '#app/charts/trend-chart.tsx'
import { WideTable } from '#app/charts/wide-table.tsx'
import type { ProgressView } from '#app/results/progress-view.ts'
import type { LineView } from '#app/results/trend-view.ts'

/** A line for the whole and one for each domain, side by side on the same axes, and all their points in a table. */
export function LinesOverTime({ view: { trend, rounds } }: { view: ProgressView }) {
  const lines = [trend.overall, ...trend.domains]
  return (
    <section className="results-section" aria-labelledby="lines">
      <h2 id="lines">{trend.finding}</h2>
      <p className="results__facts">
        Each line ends at the latest score. Earlier points are worked out backwards from there, by the change
        on the items that both rounds share, so that the line compares like with like. They can differ from
        the score that was given then, which stands in the numbers below each line. Changes are taken before
        rounding, on agreed levels where both rounds were co-reviewed, otherwise on the agency’s own ratings.
      </p>
      <div className="trend-grid">
        {lines.map(({ id, finding, points, rows, breaks }) => (
          <TrendChart
            key={id}
            finding={finding}
            points={points}
            days={trend.days}
            rows={rows}
            breaks={breaks}
          />
        ))}
      </div>
      <AllLines lines={lines} rounds={rounds.map(({ short }) => short)} />
    </section>
  )
}

function AllLines({ lines, rounds }: { lines: readonly LineView[]; rounds: readonly string[] }) {
  return (
    <WideTable label="All lines in numbers">
      <table className="usa-table usa-table--borderless chart-table">
        <caption>All lines in numbers, from 0 to 100</caption>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            {rounds.map((round) => (
              <th key={round} scope="col" className="chart-table__number">
                {round}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, title, basis, rows, points }) => (
            <tr key={id}>
              <th scope="row">
                {title}
                <span className="chart-table__basis">Latest: {basis}</span>
                {points.map(({ date, breaksBefore }, index) =>
                  breaksBefore ? (
                    <span key={date} className="chart-table__basis">
                      Line breaks before {rounds[index]}
                    </span>
                  ) : null,
                )}
              </th>
              {rows.map(({ round, line }) => (
                <td key={round} className="chart-table__number">
                  {line}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
