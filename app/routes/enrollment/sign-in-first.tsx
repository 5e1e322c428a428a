import { SignUpOrIn } from '#app/accounts/sign-up-or-in.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { OpenInvitation } from './find-invitation.server.ts'
import { InvitationWords } from './invitation-words.tsx'

/** Nobody is signed in: sign up or sign in, and come back. */
export function SignInFirst({ invitation }: { invitation: OpenInvitation }) {
  return (
    <div className="page__narrow">
      <PageHeading title={`${invitation.program.name} invites your agency`}>
        <InvitationWords invitation={invitation} />
      </PageHeading>
      <p>To accept or decline, sign up, or sign in if you have an account here.</p>
      <SignUpOrIn path={invitation.path} />
    </div>
  )
}
