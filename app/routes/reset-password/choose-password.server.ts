import { parseWithZod } from '@conform-to/zod/v4'
import { data, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { invalid, reasonsOf, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { newPassword, refuseEasyPassword } from '#app/accounts/passwords.ts'
import type { RequestContext } from '#app/context.server.ts'

const schema = z
  .object({ password: newPassword })
  .check(({ value, issues }) => refuseEasyPassword(value, issues, 'password'))

/** Whether a link to choose a new password can still be used. */
export async function isResetLinkAlive({ auth }: RequestContext, token: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context
  const kept = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  return kept !== null && kept.expiresAt > new Date()
}

/** Sets the password that a link allows to choose, once. */
export async function choosePassword(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  token: string,
  form: FormData,
) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('reset-password', submission)
  const { password } = submission.value
  const answer = await callAuth(args, '/reset-password', { token, newPassword: password })
  // The loader says what became of the link.
  if (answer.code === 'INVALID_TOKEN') return data({ dead: true }, { status: 410 })
  if (!answer.ok) return refused('reset-password', submission, reasonsOf(answer))
  throw goTo(withNotice('/sign-in', 'password-reset'))
}
