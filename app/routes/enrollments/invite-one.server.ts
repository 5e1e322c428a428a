import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { plainText } from '#assessments/text.ts'
import { invalid, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import { sendByMail, sendToAgency, type InvitingPerson } from '#app/enrollments/send-invitation.server.ts'
import { enoughForToday, readAllowance, type Invited } from '#app/enrollments/too-often.server.ts'
import { recordId } from '#app/record-id.ts'

export interface Acting extends InvitingPerson {
  form: FormData
}

const agencySchema = z.object({ agency: z.string('Choose an agency.') })

const reasons = {
  'one-is-open': 'This agency is enrolled with you, or has an invitation of yours that it has not answered.',
  'not-possible': 'Choose an agency of the list.',
}

/** Invites an agency that is here. */
export async function inviteOne(acting: Acting) {
  const submission = parseWithZod(acting.form, { schema: agencySchema })
  if (submission.status !== 'success') return invalid('invite', submission)
  const refuse = (text: string, status: number) =>
    refused('invite', submission, { fieldErrors: { agency: [text] }, status })
  const agencyId = recordId.safeParse(submission.value.agency).data
  if (agencyId === undefined) return refuse(reasons['not-possible'], 400)
  const often = await tooOften(acting, { agencyId })
  if (often) return refuse(often, 429)
  const status = await sendToAgency(acting, agencyId)
  if (status !== 'invited') return refuse(reasons[status], status === 'one-is-open' ? 409 : 400)
  throw goTo(withNotice(`/organizations/${acting.organization.id}/enrollments`, 'agency-invited'))
}

const mailSchema = z.object({
  email: mailAddress,
  name: plainText(120)
    .refine((name) => !/[\n\t]/.test(name), 'Write it on one line.')
    .optional(),
})

/** Invites by an address: the link goes by mail, or is shown once to be handed over. */
export async function mailOne(acting: Acting) {
  const submission = parseWithZod(acting.form, { schema: mailSchema })
  if (submission.status !== 'success') return invalid('mail', submission)
  const { email, name = null } = submission.value
  const often = await tooOften(acting, { email })
  if (often) return refused('mail', submission, { formErrors: [often], status: 429 })
  const { status, link } = await sendByMail(acting, { email, name })
  if (status === 'one-is-open') {
    const text = 'An invitation to this address is open. Withdraw it first to send another.'
    return refused('mail', submission, { fieldErrors: { email: [text] }, status: 409 })
  }
  if (status === 'not-possible') {
    const text = `${acting.organization.name} is not confirmed.`
    return refused('mail', submission, { formErrors: [text], status: 409 })
  }
  if (link) return data({ link })
  throw goTo(withNotice(`/organizations/${acting.organization.id}/enrollments`, 'agency-mailed'))
}

async function tooOften({ context, organization, person }: Acting, invited: Invited): Promise<string | null> {
  const { left, whyNot } = await readAllowance(context, { programId: organization.id, by: person.id })
  if (left === 0) return enoughForToday
  const why = whyNot(invited)
  return why && `This ${why}.`
}
