import { hashOf } from '#app/accounts/link-secret.server.ts'
import { roleWords } from '#app/accounts/organization-words.ts'
import type { RequestContext } from '#app/context.server.ts'
import { findInvitationByTokenHash } from '#db/queries/invitations.server.ts'
import { findPerson } from '#db/queries/people.server.ts'

/** What an open invitation says to whoever holds its link. */
export interface OpenInvitation {
  state: 'open'
  path: string
  email: string
  organization: string
  role: { label: string; description: string }
  invitedBy: string
}

export type FoundInvitation = OpenInvitation | { state: 'expired' | 'withdrawn' | 'used' | 'unknown' }

/** The invitation that a link means; the secret itself is not in the database. */
export async function findInvitation(
  { database, now }: RequestContext,
  secret: string,
): Promise<FoundInvitation> {
  const invitation = await findInvitationByTokenHash(database, hashOf(secret))
  if (!invitation) return { state: 'unknown' }
  if (invitation.acceptedAt) return { state: 'used' }
  if (invitation.withdrawnAt) return { state: 'withdrawn' }
  if (invitation.expiresAt <= now()) return { state: 'expired' }
  const { email, organizationName, role, invitedBy } = invitation
  const inviter = await findPerson(database, invitedBy)
  return {
    state: 'open',
    path: `/invitations/${secret}`,
    email,
    organization: organizationName,
    role: roleWords[role],
    invitedBy: inviter?.name ?? 'Former member',
  }
}
