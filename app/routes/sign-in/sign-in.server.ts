import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { demoPassword, demoPeople } from '#app/accounts/demo-people.ts'
import { invalid, reasonsOf, refused, tooMany } from '#app/accounts/form-answer.server.ts'
import { withinLimit } from '#app/accounts/limits.server.ts'
import { returnOf, withReturn } from '#app/accounts/local-path.ts'
import { givenPassword } from '#app/accounts/passwords.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import { notFound } from '#app/context.server.ts'

const schema = z.object({ email: mailAddress, password: givenPassword })

/** Signs in, or asks for the second factor, or says what is wrong without saying whether the account exists. */
export async function signIn(args: Pick<ActionFunctionArgs, 'request' | 'context'>, form: FormData) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('sign-in', submission)
  const { email, password } = submission.value
  if (!(await withinLimit(args.context, 'sign-in', email))) {
    return refused('sign-in', submission, { formErrors: [tooMany(15 * 60)], status: 429 })
  }
  const answer = await callAuth(args, '/sign-in/email', { email, password })
  if (answer.code === 'EMAIL_NOT_VERIFIED') return data({ unconfirmed: email, sent: false }, { status: 400 })
  if (!answer.ok) return refused('sign-in', submission, reasonsOf(answer))
  const to = returnOf(args.request)
  const page = answer.data.twoFactorRedirect ? withReturn('/sign-in/second-factor', to) : to
  return redirect(page, { headers: answer.cookies })
}

/** In the demonstration alone: signs in as one of its people. */
export function signInAs(args: Pick<ActionFunctionArgs, 'request' | 'context'>, form: FormData) {
  const person = demoPeople.find(({ email }) => email === form.get('email'))
  if (!args.context.environment.demo || !person) throw notFound()
  const filled = new FormData()
  filled.set('email', person.email)
  filled.set('password', demoPassword)
  return signIn(args, filled)
}

/** Sends the mail again that asks to confirm an address. It answers the same whether there is such an account. */
export async function confirmAgain(args: Pick<ActionFunctionArgs, 'request' | 'context'>, form: FormData) {
  const parsed = mailAddress.safeParse(form.get('email'))
  if (!parsed.success) throw new Response('An email address was expected.', { status: 400 })
  const email = parsed.data
  if (!(await withinLimit(args.context, 'account-mail', email))) {
    return data({ unconfirmed: email, sent: false, refused: tooMany(60 * 60) }, { status: 429 })
  }
  const callbackURL = returnOf(args.request)
  const answer = await callAuth(args, '/send-verification-email', { email, callbackURL })
  if (answer.status === 429) {
    return data({ unconfirmed: email, sent: false, refused: tooMany(answer.retryAfter) }, { status: 429 })
  }
  return data({ unconfirmed: email, sent: true })
}
