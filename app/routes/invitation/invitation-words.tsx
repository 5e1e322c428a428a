import type { OpenInvitation } from './find-invitation.server.ts'

/** Who invites, where to, and what the role may do. */
export function InvitationWords({ invitation }: { invitation: OpenInvitation }) {
  const { invitedBy, organization, role } = invitation
  return (
    <>
      <p className="usa-intro">
        {invitedBy} invites you to the self-assessment of {organization}, as {role.label.toLowerCase()}.
      </p>
      <p>{role.description}</p>
    </>
  )
}
