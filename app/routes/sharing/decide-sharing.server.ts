import { data } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { choiceSchema } from '#app/enrollments/choice.ts'
import { agencyLeftMail, enrollmentAcceptedMail, enrollmentDeclinedMail } from '#app/mail/enrollment-mails.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { recordId } from '#app/record-id.ts'
import {
  acceptEnrollment,
  changeSharing,
  declineEnrollment,
  endEnrollment,
} from '#db/queries/decide-enrollment.server.ts'
import { findEnrollment } from '#db/queries/enrollments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** Somebody who decides for an agency, or a partner, what programs see. */
export interface Acting {
  context: RequestContext
  organization: Organization
  person: SignedInPerson
  form: FormData
}

type From = { organization: string; person: string }

/** What the page says after each decision, and what the program is told. */
const decisions = {
  accept: { notice: 'enrolled', mail: enrollmentAcceptedMail },
  change: { notice: 'sharing-changed', mail: null },
  decline: {
    notice: 'enrollment-declined',
    mail: (origin: string, programId: string, from: From) =>
      enrollmentDeclinedMail(origin, programId, `${from.person} of ${from.organization}`),
  },
  end: { notice: 'enrollment-ended', mail: agencyLeftMail },
} as const

/** Accepts, declines, changes or ends, and tells the program's coordinators. */
export async function decideSharing(acting: Acting, what: keyof typeof decisions) {
  const { context, organization, person, form } = acting
  const { database, environment } = context
  const enrollmentId = recordId.safeParse(form.get('enrollmentId')).data
  if (!enrollmentId) throw new Response('Something is missing in the form.', { status: 400 })
  const decision = { enrollmentId, organizationId: organization.id, by: person.id, at: context.now() }
  const written = await write(acting, what, decision)
  if (written === 'choose') return data({ faults: ['Choose what to share.'] }, { status: 400 })
  if (written === 'unknown') {
    const fault = 'That is not possible any more: it was accepted, declined, withdrawn or ended meanwhile.'
    return data({ faults: [fault] }, { status: 409 })
  }
  const { notice, mail } = decisions[what]
  const enrollment = await findEnrollment(database, enrollmentId)
  if (mail && enrollment) {
    const { programId } = enrollment
    const from = { organization: organization.name, person: person.name }
    await tellCoordinators(context, programId, mail(environment.origin, programId, from))
  }
  throw goTo(withNotice(`/organizations/${organization.id}/sharing`, notice))
}

async function write(
  { context: { database }, form }: Acting,
  what: keyof typeof decisions,
  decision: Parameters<typeof endEnrollment>[1],
) {
  if (what === 'decline') return declineEnrollment(database, decision)
  if (what === 'end') return endEnrollment(database, decision)
  const choice = choiceSchema.safeParse(Object.fromEntries(form)).data
  if (!choice) return 'choose'
  return (what === 'accept' ? acceptEnrollment : changeSharing)(database, decision, choice)
}
