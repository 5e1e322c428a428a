import { Link } from '@remix-run/react'
import { DifferenceTable } from '#app/results/difference-table.tsx'
import type { DifferenceView } from '#app/results/difference-view.ts'

/** What the differences between the rounds' own scores are made of: the latest first, the others folded. */
export function Differences({
  differences,
  agencyTo,
}: {
  differences: readonly DifferenceView[]
  agencyTo: string
}) {
  const [latest, ...earlier] = differences
  if (!latest) return null
  return (
    <section className="results-section" aria-labelledby="differences">
      <h2 id="differences">What the differences are made of</h2>
      <p className="results__facts">
        Improvement is the change on the items that both rounds share, at the newer version’s weights. The
        change of the form is what retired, new and differently weighted items did to the score. The rest
        comes from items that only one of the rounds answered. Differences are taken before rounding; where
        the rounded parts would miss one, a point goes to the part that rounding took most from.
      </p>
      <Pair difference={latest} agencyTo={agencyTo} />
      {earlier.map((difference) => (
        <details key={difference.newer.assessmentId} className="fold fold--telling">
          <summary>
            {difference.older.label} to {difference.newer.label}
          </summary>
          <Pair difference={difference} agencyTo={agencyTo} />
        </details>
      ))}
    </section>
  )
}

function Pair({ difference, agencyTo }: { difference: DifferenceView; agencyTo: string }) {
  const { older, newer, sentence, basis } = difference
  return (
    <>
      <p className="results__facts">
        {sentence} {basis}
      </p>
      <DifferenceTable difference={difference} />
      <p className="no-print">
        <Link to={`${agencyTo}/compare?from=${older.assessmentId}&to=${newer.assessmentId}`}>
          Compare {older.label} with {newer.label}, item by item
        </Link>
      </p>
    </>
  )
}
