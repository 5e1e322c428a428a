import { Link } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'

/** For whoever belongs to no organization yet. */
export function FirstSteps({ name }: { name: string }) {
  return (
    <div className="page__narrow">
      <PageHeading title={`Welcome, ${name}`}>
        <p className="usa-intro">
          The self-assessment is the work of an organization. Enter yours, and invite the others; or join one
          that is here already.
        </p>
      </PageHeading>
      <h2>My organization isn’t here yet</h2>
      <p>
        <Link className="usa-button usa-button--big" to="/organizations/new">
          Enter my organization
        </Link>
      </p>
      <h2>I was invited</h2>
      <p>
        Open the link of your invitation: it is in the mail that you got, or with whoever invited you. It
        works while you are signed in here.
      </p>
      <h2>My organization is here, and I wasn’t invited</h2>
      <p>Ask its coordinator to invite the email address that you signed in with.</p>
    </div>
  )
}
