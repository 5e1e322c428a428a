import { canMail } from '#app/accounts/can-mail.ts'
import { hashOf, newSecret } from '#app/accounts/link-secret.server.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { agencyInvitedMail, enrollmentByMail } from '#app/mail/enrollment-mails.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { inviteAgency, inviteByMail, type InviteOutcome } from '#db/queries/invite-agency.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

const lasts = 30 * 24 * 60 * 60_000

/** Who invites agencies to a program. */
export interface InvitingPerson {
  context: RequestContext
  organization: Organization
  person: SignedInPerson
}

/** Invites an agency that is here, and tells its coordinators. */
export async function sendToAgency(
  { context, organization, person }: InvitingPerson,
  agencyId: string,
): Promise<InviteOutcome['status']> {
  const inviting = { programId: organization.id, by: person.id, at: context.now() }
  const { status } = await inviteAgency(context.database, inviting, agencyId)
  if (status !== 'invited') return status
  const from = { organization: organization.name, person: person.name }
  await tellCoordinators(context, agencyId, agencyInvitedMail(context.environment.origin, agencyId, from))
  return status
}

/** A link that nobody was mailed: it is shown once, to be handed over. */
export interface LinkToHandOver {
  email: string
  url: string
}

/** Invites by an address: the link goes by mail, or is answered where this site sends none. */
export async function sendByMail(
  { context, organization, person }: InvitingPerson,
  { email, name }: { email: string; name: string | null },
): Promise<{ status: InviteOutcome['status']; link: LinkToHandOver | null }> {
  const { database, environment, mailer } = context
  const secret = newSecret()
  const at = context.now()
  const { status } = await inviteByMail(
    database,
    { programId: organization.id, by: person.id, at },
    { email, tokenHash: hashOf(secret), expiresAt: new Date(at.getTime() + lasts), agencyName: name },
  )
  if (status !== 'invited') return { status, link: null }
  if (!canMail(context))
    return { status, link: { email, url: `${environment.origin}/enrollments/${secret}` } }
  const from = { organization: organization.name, person: person.name }
  await mailer.send(enrollmentByMail(environment.origin, { email, from, secret }))
  return { status, link: null }
}
