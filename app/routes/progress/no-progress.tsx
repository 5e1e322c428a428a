import { Link } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'

interface Props {
  agency: { name: string; to: string }
  openTo: string | null
}

/** Before the first assessment is final there is nothing to show. */
export function NoProgress({ agency, openTo }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading title="No progress to show yet" above={[{ label: agency.name, to: agency.to }]}>
        <p className="usa-intro">
          {openTo === null
            ? 'There is no final assessment yet. Progress begins with the first one, and shows from the second on.'
            : 'Your first assessment is under way. Progress shows once a second one is final, so that there is something to compare.'}
        </p>
      </PageHeading>
      <Link className="usa-button" to={openTo ?? agency.to}>
        {openTo === null ? 'Go to your agency’s page' : 'Go on with the assessment'}
      </Link>
    </div>
  )
}
