import { parseWithZod } from '@conform-to/zod/v4'
import { data, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { invalid, reasonsOf, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { returnOf } from '#app/accounts/local-path.ts'
import { newPassword, refuseEasyPassword } from '#app/accounts/passwords.ts'
import { mailAddress, personName } from '#app/accounts/person-fields.ts'
import { whoMaySignUp } from './who-may-sign-up.server.ts'

const schema = z
  .object({ name: personName, email: mailAddress, password: newPassword })
  .check(({ value, issues }) => refuseEasyPassword(value, issues, 'password'))

/** Makes an account: signed in at once, or told to look for the mail where addresses are confirmed. */
export async function signUp(args: Pick<ActionFunctionArgs, 'request' | 'context'>, form: FormData) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('sign-up', submission)
  const { request, context } = args
  const { allowed, email } = await whoMaySignUp(request, context)
  if (!allowed || (context.environment.signUp === 'invited' && email !== submission.value.email)) {
    const reason = email ? `The invitation is for ${email}.` : 'Sign-up is by invitation only.'
    return refused('sign-up', submission, { fieldErrors: { email: [reason] }, status: 403 })
  }
  const to = returnOf(request)
  const answer = await callAuth(args, '/sign-up/email', { ...submission.value, callbackURL: to })
  if (answer.code.startsWith('USER_ALREADY_EXISTS')) {
    const reason = 'There is an account with this email address already. Sign in, or ask for a new password.'
    return refused('sign-up', submission, { fieldErrors: { email: [reason] }, status: 409 })
  }
  if (!answer.ok) return refused('sign-up', submission, reasonsOf(answer))
  if (context.mailer.configured) return data({ mailedTo: submission.value.email })
  throw goTo(to, answer.cookies)
}
