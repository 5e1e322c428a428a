import { data } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { recordId } from '#app/record-id.ts'
import { giveConsent, withdrawConsent } from '#db/queries/partner-consents.server.ts'
import type { Acting } from './decide-sharing.server.ts'

/** A partner lets a program see its own answers in what it rates with one agency, or takes that back. */
export async function decideConsent(
  { context, organization, person, form }: Acting,
  what: 'consent' | 'take-back',
) {
  const partnershipId = recordId.safeParse(form.get('partnershipId')).data
  const programId = recordId.safeParse(form.get('programId')).data
  if (!partnershipId || !programId) throw new Response('Something is missing in the form.', { status: 400 })
  const { id: partnerId } = organization
  const consenting = { partnerId, partnershipId, programId, by: person.id, at: context.now() }
  const write = what === 'consent' ? giveConsent : withdrawConsent
  if ((await write(context.database, consenting)) === 'unknown') {
    const fault = 'That is not possible any more: it was changed meanwhile, or the enrollment has ended.'
    return data({ faults: [fault] }, { status: 409 })
  }
  const notice = what === 'consent' ? 'consent-given' : 'consent-withdrawn'
  throw goTo(withNotice(`/organizations/${partnerId}/sharing`, notice))
}
