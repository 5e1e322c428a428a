import { parseWithZod } from '@conform-to/zod/v4'
import { data, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { canMail } from '#app/accounts/can-mail.ts'
import { invalid, reasonsOf, refused, tooMany } from '#app/accounts/form-answer.server.ts'
import { withinLimit } from '#app/accounts/limits.server.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import { notFound } from '#app/context.server.ts'

const schema = z.object({ email: mailAddress })

/** Sends a link to choose a new password, and answers the same whether there is such an account. */
export async function askForPassword(args: Pick<ActionFunctionArgs, 'request' | 'context'>, form: FormData) {
  if (!canMail(args.context)) throw notFound()
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('forgot-password', submission)
  const { email } = submission.value
  if (!(await withinLimit(args.context, 'account-mail', email))) {
    return refused('forgot-password', submission, { formErrors: [tooMany(60 * 60)], status: 429 })
  }
  const answer = await callAuth(args, '/request-password-reset', { email })
  if (!answer.ok) return refused('forgot-password', submission, reasonsOf(answer))
  return data({ askedFor: email })
}
