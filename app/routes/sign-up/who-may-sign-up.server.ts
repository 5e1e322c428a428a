import { hashOf } from '#app/accounts/link-secret.server.ts'
import { returnOf } from '#app/accounts/local-path.ts'
import type { RequestContext } from '#app/context.server.ts'
import { findInvitationByTokenHash } from '#db/queries/invitations.server.ts'
import { deadLink } from '#db/queries/decide-partnership.server.ts'
import { findProposalByTokenHash } from '#db/queries/partnerships.server.ts'
import { findSignUpInvitation } from '#db/queries/sign-up-invitations.server.ts'

/**
 * Whether somebody may sign up here, and with which email address if an invitation says so. Where sign-up is
 * by invitation only, that is an open invitation to an organization, a partnership that was proposed by mail,
 * or an administrator's invitation.
 */
export async function whoMaySignUp(
  request: Request,
  context: RequestContext,
): Promise<{ allowed: boolean; email: string | null }> {
  const email =
    (await invitedByMember(request, context)) ??
    (await askedToBePartner(request, context)) ??
    (await invitedByAdministrator(request, context))
  return { allowed: context.environment.signUp !== 'invited' || email !== null, email }
}

async function invitedByMember(request: Request, { database, now }: RequestContext): Promise<string | null> {
  const secret = /^\/invitations\/([\w-]+)$/.exec(returnOf(request))?.[1]
  const invitation = secret && (await findInvitationByTokenHash(database, hashOf(secret)))
  if (!invitation || invitation.acceptedAt || invitation.withdrawnAt) return null
  return invitation.expiresAt > now() ? invitation.email : null
}

async function askedToBePartner(request: Request, { database, now }: RequestContext) {
  const secret = /^\/partnerships\/([\w-]+)$/.exec(returnOf(request))?.[1]
  const proposal = secret && (await findProposalByTokenHash(database, hashOf(secret)))
  return proposal && deadLink(proposal, now()) === null ? proposal.email : null
}

async function invitedByAdministrator(request: Request, { database, now }: RequestContext) {
  const secret = new URL(request.url).searchParams.get('invitation')
  if (!secret) return null
  return (await findSignUpInvitation(database, hashOf(secret), now())) ?? null
}
