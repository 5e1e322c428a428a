import { Link } from '@remix-run/react'
import { counted, formatScore } from '#app/format.ts'
import { reviewWords } from '#app/review-words.ts'
import type { AgencyHomeData } from './load-agency-home.server.ts'

type Rows = AgencyHomeData['assessments']

/** The assessments of an agency, the latest first; where there are very many, the rest by a link. */
export function AssessmentsTable({ assessments, total }: { assessments: Rows; total: number }) {
  return (
    <section className="page-section" aria-labelledby="assessments">
      <h2 id="assessments">{assessments.length < total ? 'Latest assessments' : 'All assessments'}</h2>
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
      {assessments.length < total && (
        <p>
          <Link to="?all=1">Show all {counted(total, 'assessment')}</Link>
        </p>
      )}
    </section>
  )
}

function resultWords({ score, band }: NonNullable<Rows[number]['result']>): string {
  return `${formatScore(score)}${band ? `, ${band}` : ', no band'}`
}
