import type { ActionFunctionArgs } from '@remix-run/node'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'

/** Ends every session of the signed-in person, this one too. */
export async function signOutEverywhere(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
): Promise<never> {
  const answer = await callAuth(args, '/revoke-sessions')
  if (!answer.ok) throw new Response('The sessions could not be ended.', { status: 503 })
  const { cookies } = await callAuth(args, '/sign-out')
  throw goTo(withNotice('/sign-in', 'signed-out-everywhere'), cookies)
}
