import { DumbbellChart } from '../charts/dumbbell-chart.tsx'
import { Agreement } from './agreement.tsx'
import type { OneScore, ReviewView, ThreeScores } from './review-view.ts'

const percent = { from: 0, to: 100, ticks: [0, 25, 50, 75, 100] }

/** The scores of both sides beside the agreed one, domain by domain, and how well the sides agreed. */
export function BothSides({ review }: { review: ReviewView }) {
  const { agreement, finding, rows } = review
  return (
    <section className="results-section rated-by-both" aria-labelledby="both-sides">
      <h2 id="both-sides">What each side said</h2>
      <p className="usa-intro">
        {agreement.same} {agreement.direction}
      </p>
      <DumbbellChart
        finding={finding}
        rows={rows}
        scale={percent}
        caption="Scores from 0 to 100, each on the items that the side rated: the partner isn’t asked all of them, and may leave some out. The agreed score is the one that counts."
      >
        <Scores review={review} />
      </DumbbellChart>
      <Agreement agreement={agreement} />
    </section>
  )
}

const columns = ['Agency', 'Partner', 'Agreed'] as const

function Scores({ review: { domains, overall, finding } }: { review: ReviewView }) {
  return (
    <table className="usa-table usa-table--borderless chart-table">
      <caption className="usa-sr-only">{finding}. Scores from 0 to 100.</caption>
      <thead>
        <tr>
          <th scope="col">Domain</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="chart-table__number">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {domains.map((scores) => (
          <Row key={scores.id} scores={scores} />
        ))}
      </tbody>
      <tfoot>
        <Row scores={overall} />
      </tfoot>
    </table>
  )
}

function Row({ scores }: { scores: ThreeScores }) {
  return (
    <tr>
      <th scope="row">{scores.title}</th>
      {[scores.agency, scores.partner, scores.agreed].map((score, index) => (
        <td key={columns[index]} className="chart-table__number">
          <Score score={score} />
        </td>
      ))}
    </tr>
  )
}

function Score({ score: { displayed, basis } }: { score: OneScore }) {
  return (
    <>
      {displayed ?? 'no score'}
      <span className="chart-table__basis">{basis}</span>
    </>
  )
}
