import { Form } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { OpenInvitation } from './find-invitation.server.ts'

interface Props {
  invitation: OpenInvitation
  me: { email: string }
}

/** The invitation is for another address than that of whoever is signed in. */
export function OtherAddress({ invitation, me }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading title="This invitation is for another address">
        <p className="usa-intro">
          {invitation.organization} invited <strong>{invitation.email}</strong>. You are signed in as{' '}
          <strong>{me.email}</strong>.
        </p>
      </PageHeading>
      <p>
        If both are yours, sign out and open the link again to sign in or sign up with the other one. Or ask{' '}
        {invitation.invitedBy} to invite {me.email}.
      </p>
      <Form method="post" action="/sign-out">
        <button type="submit" className="usa-button">
          Sign out
        </button>
      </Form>
    </div>
  )
}
