import { Link } from '@remix-run/react'
import { PageHeading } from '../components/page-heading.tsx'
import type { Above } from '../way-up.ts'

interface Props {
  above: readonly Above[]
  to: string
}

/** Before an assessment was made final there is nothing to show, and the way on is to finish it. */
export function NoResults({ above, to }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading title="No results yet" above={above}>
        <p className="usa-intro">
          Results show once the assessment is final. Until then nothing is scored, so that nobody reads half
          an answer as a result.
        </p>
      </PageHeading>
      <Link className="usa-button" to={to}>
        Go on with the assessment
      </Link>
    </div>
  )
}
