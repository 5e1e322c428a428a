import { data, type ActionFunctionArgs } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { hashOf } from '#app/accounts/link-secret.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { allow, type RequestContext, type SignedInPerson } from '#app/context.server.ts'
import { partnershipAcceptedMail, partnershipDeclinedMail } from '#app/mail/partnership-mails.ts'
import type { Message } from '#app/mail/mailer.server.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { recordId } from '#app/record-id.ts'
import { acceptByLink, declineByLink } from '#db/queries/decide-partnership.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { findProposalByTokenHash } from '#db/queries/partnerships.server.ts'

const faults = {
  'not-possible': 'A partnership needs an agency and a partner, both confirmed. Choose another organization.',
  'one-is-open': 'There is a proposal or a partnership between these two organizations already.',
}

/** Accepts a mailed proposal for the organization that was chosen, and tells the proposer's coordinators. */
export async function accept(args: ActionFunctionArgs, form: FormData) {
  const secret = args.params['secret'] ?? ''
  const organizationId = recordId.safeParse(form.get('organizationId')).data
  if (!organizationId) return data({ fault: 'Choose for which organization.' }, { status: 400 })
  const { person } = await allow(args, 'partnerships.manage', { organizationId })
  const { context } = args
  const tokenHash = hashOf(secret)
  const at = context.now()
  const { status } = await acceptByLink(context.database, tokenHash, { organizationId, by: person.id, at })
  if (status === 'not-possible' || status === 'one-is-open') {
    return data({ fault: faults[status] }, { status: 409 })
  }
  if (status !== 'accepted') return data({ state: status }, { status: 410 })
  const organization = await findOrganization(context.database, organizationId)
  const from = { organization: organization?.name ?? '', person: person.name }
  await tellProposer(context, tokenHash, (origin, proposer) =>
    partnershipAcceptedMail(origin, proposer, from),
  )
  throw goTo(withNotice(`/organizations/${organizationId}/partnerships`, 'partnership-accepted'))
}

/** Declines a mailed proposal for good, and tells the proposer's coordinators. */
export async function decline(context: RequestContext, person: SignedInPerson, secret: string) {
  const tokenHash = hashOf(secret)
  const { status } = await declineByLink(context.database, tokenHash, { by: person.id, at: context.now() })
  if (status !== 'declined-now') return data({ state: status }, { status: 410 })
  await tellProposer(context, tokenHash, (origin, proposer) =>
    partnershipDeclinedMail(origin, proposer, person.name),
  )
  return data({ state: status })
}

async function tellProposer(
  context: RequestContext,
  tokenHash: string,
  mail: (origin: string, proposerId: string) => Message,
) {
  const proposal = await findProposalByTokenHash(context.database, tokenHash)
  if (!proposal) return
  const { id } = proposal.proposer
  await tellCoordinators(context, id, mail(context.environment.origin, id))
}
