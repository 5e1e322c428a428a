import type { OpenInvitation } from './find-invitation.server.ts'

/** Who invites, and what an enrollment is. */
export function InvitationWords({ invitation }: { invitation: OpenInvitation }) {
  const { invitedBy, program, until } = invitation
  return (
    <>
      <p className="usa-intro">
        {invitedBy} of {program.name} ({program.place}) invites your agency to enroll with it in the
        self-assessment.
      </p>
      <p>
        A program follows the agencies that are enrolled with it. You choose how much of your assessments it
        sees, and can change that or end it at any time. Nothing is shared before you accept. The link works
        until {until}.
      </p>
    </>
  )
}
