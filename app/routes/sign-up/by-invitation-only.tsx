import { Link } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'

/** Where sign-up is by invitation only and this isn't one. */
export function ByInvitationOnly() {
  return (
    <div className="page__narrow">
      <PageHeading title="Sign-up is by invitation">
        <p className="usa-intro">
          Here people join by a link that they were given. Ask the coordinator of your organization for an
          invitation. If your organization isn’t here yet, ask whoever runs this site.
        </p>
      </PageHeading>
      <p>If you have a link, open it again: it may have been cut short, used already, or expired.</p>
      <p>
        You have an account? <Link to="/sign-in">Sign in</Link>
      </p>
    </div>
  )
}
