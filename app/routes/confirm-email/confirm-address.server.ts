import { data, type ActionFunctionArgs } from '@remix-run/node'
import { getAuth } from '#app/accounts/call-auth.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { returnOf } from '#app/accounts/local-path.ts'
import { withNotice } from '#app/accounts/notices.ts'

/** Why a link confirmed nothing. */
export type Unconfirmed = 'expired' | 'unusable' | 'other-person'

/** Confirms the address that a link was sent to: a new account's, or one that a person changes to. */
export async function confirmAddress(args: Pick<ActionFunctionArgs, 'request' | 'context'>, token: string) {
  const answer = await getAuth(args, '/verify-email', { token })
  if (!answer.ok) return data({ unconfirmed: reasonOf(answer.code) }, { status: 410 })
  const { person } = await args.context.visitor()
  const page = person
    ? withNotice('/account', 'address-changed')
    : withNotice('/sign-in', 'address-confirmed', returnOf(args.request))
  throw goTo(page, answer.cookies)
}

function reasonOf(code: string): Unconfirmed {
  if (code === 'TOKEN_EXPIRED') return 'expired'
  return code === 'INVALID_USER' ? 'other-person' : 'unusable'
}
