import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { canMail } from '#app/accounts/can-mail.ts'
import { invalid, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { hashOf, newSecret } from '#app/accounts/link-secret.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import { partnershipByMail, partnershipProposedMail } from '#app/mail/partnership-mails.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { recordId } from '#app/record-id.ts'
import { listPartnerships } from '#db/queries/partnerships.server.ts'
import { proposeByMail, proposePartnership } from '#db/queries/propose-partnership.server.ts'
import type { Acting } from './find-end.server.ts'
import { tooOften } from './too-often.server.ts'

const lasts = 30 * 24 * 60 * 60_000

const organizationSchema = z.object({ organization: z.string('Choose an organization.') })

const reasons = {
  'one-is-open': 'There is a proposal or a partnership with this organization already.',
  'not-possible': 'Choose an organization of the list.',
}

/** Proposes a partnership to an organization that is there, and tells its coordinators. */
export async function propose(acting: Acting) {
  const submission = parseWithZod(acting.form, { schema: organizationSchema })
  if (submission.status !== 'success') return invalid('propose', submission)
  const { context, organization, side, person } = acting
  const from = { organizationId: organization.id, side, by: person.id, at: context.now() }
  const to = recordId.safeParse(submission.value.organization).data
  if (to === undefined) {
    return refused('propose', submission, { fieldErrors: { organization: [reasons['not-possible']] } })
  }
  const often = await tooOften(acting, { organizationId: to })
  if (often) {
    return refused('propose', submission, { fieldErrors: { organization: [often] }, status: 429 })
  }
  const { status } = await proposePartnership(context.database, from, to)
  if (status !== 'proposed') {
    const http = status === 'one-is-open' ? 409 : 400
    return refused('propose', submission, { fieldErrors: { organization: [reasons[status]] }, status: http })
  }
  const words = { organization: organization.name, person: person.name }
  await tellCoordinators(context, to, partnershipProposedMail(context.environment.origin, to, words))
  throw goTo(withNotice(`/organizations/${organization.id}/partnerships`, 'partnership-proposed'))
}

const mailSchema = z.object({ email: mailAddress })

/** Proposes a partnership to an address: the link goes by mail, or is shown once to be handed over. */
export async function mailProposal(acting: Acting) {
  const submission = parseWithZod(acting.form, { schema: mailSchema })
  if (submission.status !== 'success') return invalid('mail', submission)
  const { email } = submission.value
  const reason = await whyNotMail(acting, email)
  if (reason) return refused('mail', submission, reason)
  const { context, organization, side, person } = acting
  const { database, environment, mailer } = context
  const secret = newSecret()
  const at = context.now()
  const { status } = await proposeByMail(
    database,
    { organizationId: organization.id, side, by: person.id, at },
    { email, tokenHash: hashOf(secret), expiresAt: new Date(at.getTime() + lasts) },
  )
  if (status !== 'proposed') {
    return refused('mail', submission, {
      formErrors: [`${organization.name} is not confirmed.`],
      status: 409,
    })
  }
  if (!canMail(context)) return data({ link: { email, url: `${environment.origin}/partnerships/${secret}` } })
  const from = { organization: organization.name, person: person.name }
  await mailer.send(partnershipByMail(environment.origin, { email, from, secret }))
  throw goTo(withNotice(`/organizations/${organization.id}/partnerships`, 'partnership-mailed'))
}

async function whyNotMail(acting: Acting, email: string) {
  const { database, now } = acting.context
  const { organization } = acting
  const often = await tooOften(acting, { email })
  if (often) return { formErrors: [often], status: 429 }
  const known = await listPartnerships(database, organization.id)
  const open = known.some(
    (row) => row.status === 'proposed' && row.email === email && row.expiresAt && row.expiresAt > now(),
  )
  if (!open) return null
  const text = 'There is an open proposal to this address. Withdraw it first to send another.'
  return { fieldErrors: { email: [text] }, status: 409 }
}
