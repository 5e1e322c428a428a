import { data, type ActionFunctionArgs } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { hashOf } from '#app/accounts/link-secret.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { allow, type RequestContext, type SignedInPerson } from '#app/context.server.ts'
import { choiceSchema } from '#app/enrollments/choice.ts'
import { enrollmentAcceptedMail, enrollmentDeclinedMail } from '#app/mail/enrollment-mails.ts'
import type { Message } from '#app/mail/mailer.server.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { recordId } from '#app/record-id.ts'
import { declineEnrollmentByLink, enrollByLink } from '#db/queries/enroll-by-link.server.ts'
import { findEnrollmentByTokenHash } from '#db/queries/enrollments.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'

const faults = {
  'not-possible': 'A program enrolls agencies that are confirmed. Choose another organization.',
  'one-is-open':
    'This agency is enrolled with the program already, or its invitation waits on the agency’s own page.',
}

/** Accepts a mailed invitation for the agency that was chosen, and tells the program's coordinators. */
export async function accept(args: ActionFunctionArgs, form: FormData) {
  const tokenHash = hashOf(args.params['secret'] ?? '')
  const organizationId = recordId.safeParse(form.get('organizationId')).data
  if (!organizationId) return data({ fault: 'Choose for which agency.' }, { status: 400 })
  const { person } = await allow(args, 'sharing.manage', { organizationId })
  const choice = choiceSchema.safeParse(Object.fromEntries(form)).data
  if (!choice) return data({ fault: 'Choose what to share.' }, { status: 400 })
  const { context } = args
  const by = { organizationId, by: person.id, at: context.now() }
  const { status } = await enrollByLink(context.database, tokenHash, by, choice)
  if (status === 'not-possible' || status === 'one-is-open') {
    return data({ fault: faults[status] }, { status: 409 })
  }
  if (status !== 'accepted') return data({ state: status }, { status: 410 })
  const organization = await findOrganization(context.database, organizationId)
  const from = { organization: organization?.name ?? '', person: person.name }
  await tellProgram(context, tokenHash, (origin, program) => enrollmentAcceptedMail(origin, program, from))
  throw goTo(withNotice(`/organizations/${organizationId}/sharing`, 'enrolled'))
}

/** Declines a mailed invitation for good, and tells the program's coordinators. */
export async function decline(context: RequestContext, person: SignedInPerson, secret: string) {
  const tokenHash = hashOf(secret)
  const by = { by: person.id, at: context.now() }
  const { status } = await declineEnrollmentByLink(context.database, tokenHash, by)
  if (status !== 'declined-now') return data({ state: status }, { status: 410 })
  await tellProgram(context, tokenHash, (origin, program) =>
    enrollmentDeclinedMail(origin, program, person.name),
  )
  return data({ state: status })
}

async function tellProgram(
  context: RequestContext,
  tokenHash: string,
  mail: (origin: string, programId: string) => Message,
) {
  const found = await findEnrollmentByTokenHash(context.database, tokenHash)
  if (!found) return
  await tellCoordinators(context, found.programId, mail(context.environment.origin, found.programId))
}
