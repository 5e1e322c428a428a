import { Link } from '@remix-run/react'
import { withReturn } from '#app/accounts/local-path.ts'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { OpenInvitation } from './find-invitation.server.ts'
import { InvitationWords } from './invitation-words.tsx'

/** Nobody is signed in: sign up or sign in, and come back. */
export function SignInFirst({ invitation }: { invitation: OpenInvitation }) {
  return (
    <div className="page__narrow">
      <PageHeading title={`Join ${invitation.organization}`}>
        <InvitationWords invitation={invitation} />
      </PageHeading>
      <p>
        The invitation is for <strong>{invitation.email}</strong>. Sign up with that address, or sign in if
        you have an account with it; then you can accept.
      </p>
      <ul className="usa-button-group">
        <li className="usa-button-group__item">
          <Link className="usa-button" to={withReturn('/sign-up', invitation.path)}>
            Sign up
          </Link>
        </li>
        <li className="usa-button-group__item">
          <Link className="usa-button usa-button--outline" to={withReturn('/sign-in', invitation.path)}>
            Sign in
          </Link>
        </li>
      </ul>
    </div>
  )
}
