import { Link } from '@remix-run/react'
import { formatScore } from '#app/format.ts'
import { reviewWords } from '#app/review-words.ts'
import type { AgencyHomeData } from './load-agency-home.server.ts'

type Rows = AgencyHomeData['assessments']

/** Every assessment of an agency, the latest first. */
export function AssessmentsTable({ assessments }: { assessments: Rows }) {
  return (
    <section className="page-section" aria-labelledby="assessments">
      <h2 id="assessments">All assessments</h2>
      <table className="usa-table usa-table--borderless usa-table--stacked assessments-table">
        <thead>
          <tr>
            <th scope="col">As of</th>
            <th scope="col">Questionnaire</th>
            <th scope="col">Stage</th>
            <th scope="col">Overall score</th>
          </tr>
        </thead>
        <tbody>
          {assessments.map(({ id, title, asOf, stage, result }) => (
            <tr key={id}>
              <th scope="row" data-label="As of">
                <Link to={`/assessments/${id}`}>{asOf}</Link>
              </th>
              <td data-label="Questionnaire">{title}</td>
              <td data-label="Stage">
                {result?.beingRevised ? `Being revised, ${reviewWords(result.review.coReviewed)}` : stage}
              </td>
              <td data-label="Overall score">{result ? resultWords(result) : 'Not final yet'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function resultWords({ score, band }: NonNullable<Rows[number]['result']>): string {
  return `${formatScore(score)}${band ? `, ${band}` : ', no band'}`
}
