import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { DifferencesPage } from './load-differences.server.ts'

/** Whose differences these are. */
export function DifferencesHeading({ page: { assessment, above, title } }: { page: DifferencesPage }) {
  const { agencyName, partnerName } = assessment
  return (
    <PageHeading title="Differences" above={above}>
      <p>
        {title}
        {partnerName && `: ${agencyName} and ${partnerName} settle what they see differently, and sign.`}
      </p>
    </PageHeading>
  )
}

/** Why there are no differences to see. */
export function NothingToTalkOf({ page }: { page: DifferencesPage }) {
  const { assessment, coReview } = page
  const path = `/assessments/${assessment.id}`
  if (!coReview || coReview.alone) {
    return (
      <Alert tone="info" heading="Not co-reviewed">
        <p>
          {coReview
            ? 'This assessment went on without its partner, so that there is nothing to settle.'
            : 'No partner rates this assessment too, so that there are no differences.'}{' '}
          <Link to={path}>Go to its overview</Link>
        </p>
      </Alert>
    )
  }
  const { submitted, partnershipEnded, mayGoAlone } = coReview
  return (
    <Alert tone="info" heading="Not both sides have submitted yet">
      <p>
        {submitted.own ? 'Your side has submitted. ' : 'Your side has not submitted yet. '}
        {submitted.other ? 'The other side has submitted. ' : 'The other side has not submitted yet. '}
        The differences are laid open once both have, and not before.{' '}
        <Link to={path}>Go to the overview</Link>
      </p>
      {partnershipEnded && mayGoAlone && <GoAlone path={path} />}
    </Alert>
  )
}

/** What stands above the differences: that it is final, or that the partnership has ended. */
export function WhereItStands({ page }: { page: DifferencesPage }) {
  const { assessment, coReview } = page
  const path = `/assessments/${assessment.id}`
  if (assessment.stage === 'final') {
    return (
      <Alert tone="success" heading="Final">
        <p>
          Both sides have signed. You can read what was said; nothing can be changed.{' '}
          <Link to={`${path}/results`}>See the results</Link>
        </p>
      </Alert>
    )
  }
  if (!coReview?.partnershipEnded) return null
  const { mayGoAlone } = coReview
  return (
    <Alert tone="warning" heading="The partnership has ended">
      <p>
        Both sides can read what was said. Neither can propose, accept, comment or sign any more.{' '}
        {!mayGoAlone && `A coordinator of ${assessment.agencyName} can let the assessment go on alone.`}
      </p>
      {mayGoAlone && <GoAlone path={path} />}
    </Alert>
  )
}

function GoAlone({ path }: { path: string }) {
  return (
    <p>
      <Link to={`${path}/go-alone`}>Go on alone</Link>
    </p>
  )
}
