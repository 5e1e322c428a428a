import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { allow } from '#app/context.server.ts'

/** Opened as a page it does nothing: a link must not sign anyone out. */
export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)
  return goTo('/')
}

export async function action(args: ActionFunctionArgs) {
  await allow(args, 'public.read', null)
  const answer = await callAuth(args, '/sign-out')
  return goTo(withNotice('/sign-in', 'signed-out'), answer.cookies)
}
