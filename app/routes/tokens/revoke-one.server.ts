import { data } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { recordId } from '#app/record-id.ts'
import { revokeToken } from '#db/queries/api-tokens.server.ts'
import type { Asked } from './make-one.server.ts'

/** Makes a token useless. */
export async function revokeOne({ context, organization, person, form }: Asked) {
  const tokenId = recordId.safeParse(form.get('tokenId')).data
  if (tokenId === undefined) throw new Response('Something is missing in the form.', { status: 400 })
  const which = { organizationId: organization.id, tokenId, by: person.id, at: context.now() }
  if (await revokeToken(context.database, which)) {
    throw goTo(withNotice(`/organizations/${organization.id}/tokens`, 'token-revoked'))
  }
  return data({ faults: ['That token was revoked meanwhile.'] }, { status: 409 })
}
