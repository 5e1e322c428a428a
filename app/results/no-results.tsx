import { Link } from '@remix-run/react'
import type { NamedOrganization } from '../own-side.ts'
import { PageHeading } from '../components/page-heading.tsx'

interface Props {
  home: NamedOrganization
  title: string
  to: string
}

/** Before an assessment was made final there is nothing to show, and the way on is to finish it. */
export function NoResults({ home, title, to }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading
        title="No results yet"
        above={[
          { label: home.name, to: `/organizations/${home.id}` },
          { label: title, to },
        ]}
      >
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
