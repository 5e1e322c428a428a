import type { ActionFunctionArgs } from '@remix-run/node'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'

/** Opened as a page it does nothing: a link must not sign anyone out. */
export const loader = () => goTo('/')

export async function action(args: ActionFunctionArgs) {
  const answer = await callAuth(args, '/sign-out')
  return goTo(withNotice('/sign-in', 'signed-out'), answer.cookies)
}
