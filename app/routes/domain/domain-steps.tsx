import { Link } from '@remix-run/react'
import { itemPath } from '#app/next-step.ts'
import type { DomainPage } from './load-domain.server.ts'
import { marksOf } from './move-on.ts'

/** The way on: next and previous domain, and at the end the review. */
export function DomainSteps({ page }: { page: DomainPage }) {
  const { assessment, domains, domain } = page
  const at = domains.findIndex(({ id }) => id === domain.id)
  const previous = domains[at - 1]
  const next = domains[at + 1]
  return (
    <nav aria-label="Domains" className="domain-steps">
      {next ? (
        <Link className="usa-button usa-button--big" to={itemPath(assessment.id, next.id)} {...marksOf.wayOn}>
          Next: {next.title}
        </Link>
      ) : (
        <Link
          className="usa-button usa-button--big"
          to={`/assessments/${assessment.id}/review`}
          {...marksOf.wayOn}
        >
          Review all answers
        </Link>
      )}
      {previous && (
        <Link className="usa-button usa-button--outline" to={itemPath(assessment.id, previous.id)}>
          Previous: {previous.title}
        </Link>
      )}
      <Link to={`/assessments/${assessment.id}`}>All domains</Link>
    </nav>
  )
}
