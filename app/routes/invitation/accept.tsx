import { Form } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { OpenInvitation } from './find-invitation.server.ts'
import { InvitationWords } from './invitation-words.tsx'

interface Props {
  invitation: OpenInvitation
  me: { name: string; email: string }
}

/** The invitation is for whoever is signed in: one button. */
export function Accept({ invitation, me }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading title={`Join ${invitation.organization}`}>
        <InvitationWords invitation={invitation} />
      </PageHeading>
      <p>
        You are signed in as {me.name} ({me.email}).
      </p>
      <Form method="post">
        <button type="submit" className="usa-button usa-button--big">
          Accept the invitation
        </button>
      </Form>
    </div>
  )
}
