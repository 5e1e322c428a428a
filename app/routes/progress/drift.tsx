import { DriftChart } from '#app/charts/drift-chart.tsx'
import { WideTable } from '#app/charts/wide-table.tsx'
import type { DriftView } from '#app/results/drift-view.ts'

/** How the agency's view and its partner's came together or apart over the co-reviewed rounds. */
export function Drift({ drift: { finding, rounds, days, reach, overall, domains } }: { drift: DriftView }) {
  const lines = [overall, ...domains]
  return (
    <section className="results-section" aria-labelledby="drift">
      <h2 id="drift">{finding}</h2>
      <p className="results__facts">
        By how many levels the agency rated higher or lower than its partner, on average over the items that
        both rated, before they settled their differences. The middle line is agreement. Rounds that were not
        co-reviewed are left out.
      </p>
      <div className="trend-grid">
        {lines.map(({ id, finding: one, points }) => (
          <DriftChart key={id} finding={one} points={points} days={days} reach={reach} />
        ))}
      </div>
      <WideTable label="How far the two sides were apart, in words">
        <table className="usa-table usa-table--borderless chart-table">
          <caption>How far the two sides were apart, by round</caption>
          <thead>
            <tr>
              <th scope="col">Domain</th>
              {rounds.map((round) => (
                <th key={round} scope="col">
                  {round}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, title, cells }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                {cells.map((cell, index) => (
                  <td key={rounds[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
