import { Link, useSearchParams } from '@remix-run/react'
import { TrendChart } from '#app/charts/trend-chart.tsx'
import type { ProgressView } from '#app/results/progress-view.ts'
import type { Scores } from '#app/results/trend-view.ts'
import { AllLines } from './all-lines.tsx'

/** A line for the whole and one for each domain, side by side on the same axes, and all their points in a table. */
export function LinesOverTime({ view: { trend, rounds } }: { view: ProgressView }) {
  const lines = [trend.overall, ...trend.domains]
  return (
    <section className="results-section" aria-labelledby="lines">
      <h2 id="lines">{trend.finding}</h2>
      {trend.scores === 'raw' ? <AboutRawScores versions={trend.versions} /> : <AboutLikeForLike />}
      <div className="trend-grid">
        {lines.map(({ id, finding, points, rows, breaks }) => (
          <TrendChart
            key={id}
            finding={finding}
            points={points}
            days={trend.days}
            rows={rows}
            notes={[...trend.versions, ...breaks]}
          />
        ))}
      </div>
      <AllLines lines={lines} rounds={rounds} scores={trend.scores} />
    </section>
  )
}

function AboutLikeForLike() {
  return (
    <>
      <p className="results__facts">
        Each line ends at the latest score. Earlier points are worked out backwards from there, by the change
        on the items that both rounds share, so that the line compares like with like. They can differ from
        the score that was given then, which stands in the numbers below each line. Changes are taken before
        rounding, on agreed levels where both rounds were co-reviewed, otherwise on the agency’s own ratings.
      </p>
      <ScoresLink scores="raw">Show each round’s own score, and what the differences are made of</ScoresLink>
    </>
  )
}

function AboutRawScores({ versions }: { versions: readonly string[] }) {
  return (
    <>
      <p className="results__facts">
        <strong>These lines show each round’s own score, as it was then.</strong>{' '}
        {versions.length > 0
          ? 'The form changed in between, so part of a change may come from the form and not from what was done.'
          : 'Every round was answered under one version, so no part of a change comes from the form.'}{' '}
        Another part may come from items that only one of two rounds answered. What each difference is made of
        stands below the lines.
      </p>
      <ScoresLink scores="like-for-like">Back to the lines that compare like with like</ScoresLink>
    </>
  )
}

/** The other kind of line, of the same questionnaire. */
function ScoresLink({ scores, children }: { scores: Scores; children: string }) {
  const [before] = useSearchParams()
  const search = new URLSearchParams(before)
  if (scores === 'raw') search.set('scores', scores)
  else search.delete('scores')
  return (
    <p className="no-print">
      <Link to={`?${search.toString()}#lines`} preventScrollReset>
        {children}
      </Link>
    </p>
  )
}
