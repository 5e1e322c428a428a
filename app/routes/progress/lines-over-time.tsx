import { TrendChart } from '#app/charts/trend-chart.tsx'
import type { TrendView } from '#app/results/trend-view.ts'

/** A line for the whole and one for each domain, side by side on the same axes. */
export function LinesOverTime({ trend }: { trend: TrendView }) {
  return (
    <section className="results-section" aria-labelledby="lines">
      <h2 id="lines">{trend.finding}</h2>
      <p className="results__facts">
        Each line ends at the latest score. Earlier points are worked out backwards from there, by the change on
        the items that both rounds share, so that the line compares like with like. They can differ from the
        score that was given then, which stands in the numbers below each line. Changes are taken before
        rounding.
      </p>
      <div className="trend-grid">
        {[trend.overall, ...trend.domains].map(({ id, finding, points, rows, breaks }) => (
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
    </section>
  )
}
