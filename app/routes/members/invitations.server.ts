import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { canMail } from '#app/accounts/can-mail.ts'
import { invalid, refused } from '#app/accounts/form-answer.server.ts'
import { recordId } from '#app/record-id.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { hashOf, newSecret } from '#app/accounts/link-secret.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { roleWords } from '#app/accounts/organization-words.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import { invitationMail } from '#app/mail/organization-mails.ts'
import {
  countInvitationsSince,
  invite,
  listInvitations,
  withdrawInvitation,
} from '#db/queries/invitations.server.ts'
import { listMembers } from '#db/queries/members.server.ts'
import type { Asked } from './change-members.server.ts'

const hours = 60 * 60_000
const lasts = 14 * 24 * hours
/** How many invitations an organization can send within an hour. */
const most = 30

const schema = z.object({
  email: mailAddress,
  role: z.enum(['viewer', 'contributor', 'coordinator'], 'Choose a role.'),
})

/** Invites somebody: the link goes by mail, or is shown once to be handed over. */
export async function sendInvitation(asked: Asked) {
  const submission = parseWithZod(asked.form, { schema })
  if (submission.status !== 'success') return invalid('invite', submission)
  const { email, role } = submission.value
  const reason = await whyNotInvite(asked, email)
  if (reason) return refused('invite', submission, reason)
  const { context, organization, person } = asked
  const { database, environment, mailer } = context
  const secret = newSecret()
  const at = context.now()
  await invite(database, {
    organizationId: organization.id,
    email,
    role,
    invitedBy: person.id,
    tokenHash: hashOf(secret),
    expiresAt: new Date(at.getTime() + lasts),
    at,
  })
  if (!canMail(context)) return data({ link: { email, url: `${environment.origin}/invitations/${secret}` } })
  const words = { organization: organization.name, invitedBy: person.name, role: roleWords[role].label }
  await mailer.send(invitationMail(environment.origin, { ...words, email, secret }))
  throw goTo(withNotice(`/organizations/${organization.id}/members`, 'invited'))
}

async function whyNotInvite({ context, organization }: Asked, email: string) {
  const { database } = context
  const since = new Date(context.now().getTime() - hours)
  if ((await countInvitationsSince(database, organization.id, since)) >= most) {
    const text = `${organization.name} has sent ${most} invitations within an hour. Go on in an hour.`
    return { formErrors: [text], status: 429 }
  }
  const members = await listMembers(database, organization.id)
  if (members.some((member) => member.email === email)) {
    return { fieldErrors: { email: ['This person is a member already.'] }, status: 409 }
  }
  const open = await listInvitations(database, organization.id)
  if (open.some((invitation) => invitation.email === email && invitation.expiresAt > context.now())) {
    const text = 'There is an open invitation for this address. Withdraw it first to send another.'
    return { fieldErrors: { email: [text] }, status: 409 }
  }
  return null
}

/** Makes an invitation's link useless. */
export async function withdraw({ context, organization, person, form }: Asked) {
  const invitationId = recordId.safeParse(form.get('invitationId')).data
  if (invitationId === undefined) {
    throw new Response('Something is missing in the form.', { status: 400 })
  }
  const which = { organizationId: organization.id, invitationId, by: person.id, at: context.now() }
  if (await withdrawInvitation(context.database, which)) {
    throw goTo(withNotice(`/organizations/${organization.id}/members`, 'withdrawn'))
  }
  return data({ faults: ['That invitation was accepted or withdrawn meanwhile.'] }, { status: 409 })
}
