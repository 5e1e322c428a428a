import { data } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { hashOf } from '#app/accounts/link-secret.server.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { acceptInvitation, findInvitationByTokenHash } from '#db/queries/invitations.server.ts'

/** Makes the signed-in person a member, if the invitation is for their address and still open. */
export async function accept({ database, now }: RequestContext, person: SignedInPerson, secret: string) {
  const tokenHash = hashOf(secret)
  const invitation = await findInvitationByTokenHash(database, tokenHash)
  if (!invitation) return data({ state: 'unknown' as const }, { status: 410 })
  if (invitation.email !== person.email) return data({ state: 'other-address' as const }, { status: 403 })
  const state = await acceptInvitation(database, tokenHash, person.id, now())
  if (state === 'accepted') throw goTo(`/organizations/${invitation.organizationId}`)
  return data({ state }, { status: 410 })
}
