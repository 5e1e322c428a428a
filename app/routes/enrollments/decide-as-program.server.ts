import { data } from '@remix-run/node'
import { canMail } from '#app/accounts/can-mail.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import type { RequestContext } from '#app/context.server.ts'
import {
  invitationWithdrawnMail,
  mailedInvitationWithdrawn,
  programEndedMail,
} from '#app/mail/enrollment-mails.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { recordId } from '#app/record-id.ts'
import { endEnrollment, withdrawInvitation } from '#db/queries/decide-enrollment.server.ts'
import { findEnrollment, type Enrollment } from '#db/queries/enrollments.server.ts'
import type { Acting } from './invite-one.server.ts'

const decisions = {
  withdraw: { write: withdrawInvitation, notice: 'invitation-withdrawn', mail: invitationWithdrawnMail },
  end: { write: endEnrollment, notice: 'enrollment-ended', mail: programEndedMail },
} as const

/** Takes an invitation back, or ends an enrollment, and tells the agency's coordinators, or whom a mail had asked. */
export async function decideAsProgram(acting: Acting, what: keyof typeof decisions) {
  const { context, organization, person, form } = acting
  const { write, notice, mail } = decisions[what]
  const enrollmentId = recordId.safeParse(form.get('enrollmentId')).data
  if (!enrollmentId) throw new Response('Something is missing in the form.', { status: 400 })
  const decision = { enrollmentId, organizationId: organization.id, by: person.id, at: context.now() }
  if ((await write(context.database, decision)) === 'unknown') {
    const fault = 'That is not possible any more: it was accepted, declined, withdrawn or ended meanwhile.'
    return data({ faults: [fault] }, { status: 409 })
  }
  const enrollment = await findEnrollment(context.database, enrollmentId)
  const from = { organization: organization.name, person: person.name }
  if (enrollment?.agencyId) {
    const { agencyId } = enrollment
    await tellCoordinators(context, agencyId, mail(context.environment.origin, agencyId, from))
  } else if (enrollment) await tellMailed(context, enrollment, from)
  throw goTo(withNotice(`/organizations/${organization.id}/enrollments`, notice))
}

/** Tells whoever was invited by mail; nobody where the link was handed over, or had expired. */
async function tellMailed(
  context: RequestContext,
  { id, email, expiresAt }: Enrollment,
  from: { organization: string; person: string },
): Promise<void> {
  if (!email || !expiresAt || expiresAt <= context.now() || !canMail(context)) return
  try {
    await context.mailer.send(mailedInvitationWithdrawn(email, from))
  } catch (error) {
    context.log.warn({ err: error, enrollmentId: id }, 'whoever was invited by mail was not told')
  }
}
