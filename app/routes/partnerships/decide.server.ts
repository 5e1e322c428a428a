import { data } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import {
  partnershipAcceptedMail,
  partnershipDeclinedMail,
  partnershipEndedMail,
  partnershipWithdrawnMail,
} from '#app/mail/partnership-mails.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { recordId } from '#app/record-id.ts'
import {
  acceptPartnership,
  declinePartnership,
  endPartnership,
  withdrawPartnership,
} from '#db/queries/decide-partnership.server.ts'
import { findPartnership } from '#db/queries/partnerships.server.ts'
import type { Acting } from './find-end.server.ts'
import { tellMailed } from './tell-mailed.server.ts'

/** What is done to a partnership that is there, how the database does it, and what the page then says. */
const decisions = {
  accept: { write: acceptPartnership, notice: 'partnership-accepted', mail: partnershipAcceptedMail },
  decline: {
    write: declinePartnership,
    notice: 'partnership-declined',
    mail: (...[origin, told, from]: Parameters<typeof partnershipAcceptedMail>) =>
      partnershipDeclinedMail(origin, told, `${from.person} of ${from.organization}`),
  },
  withdraw: { write: withdrawPartnership, notice: 'partnership-withdrawn', mail: partnershipWithdrawnMail },
  end: { write: endPartnership, notice: 'partnership-ended', mail: partnershipEndedMail },
} as const

/** Accepts, declines, withdraws or ends, and tells the other side's coordinators, or whom a mail had asked. */
export async function decide(
  { context, organization, side, person, form }: Acting,
  what: keyof typeof decisions,
) {
  const { write, notice, mail } = decisions[what]
  const partnershipId = recordId.safeParse(form.get('partnershipId')).data
  if (!partnershipId) throw new Response('Something is missing in the form.', { status: 400 })
  const decision = { partnershipId, organizationId: organization.id, by: person.id, at: context.now() }
  if ((await write(context.database, decision)) === 'unknown') {
    const fault = 'That is not possible any more: it was accepted, declined, withdrawn or ended meanwhile.'
    return data({ faults: [fault] }, { status: 409 })
  }
  const partnership = await findPartnership(context.database, partnershipId)
  const other = side === 'agency' ? partnership?.partnerId : partnership?.agencyId
  const from = { organization: organization.name, person: person.name }
  if (other) await tellCoordinators(context, other, mail(context.environment.origin, other, from))
  else if (what === 'withdraw' && partnership) await tellMailed(context, partnership, from)
  throw goTo(withNotice(`/organizations/${organization.id}/partnerships`, notice))
}
