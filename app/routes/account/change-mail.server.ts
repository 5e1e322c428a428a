import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { canMail } from '#app/accounts/can-mail.ts'
import { whyNotPassword } from '#app/accounts/check-password.server.ts'
import { invalid, reasonsOf, refused, tooMany } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withinLimit } from '#app/accounts/limits.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { givenPassword } from '#app/accounts/passwords.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import type { SignedInPerson } from '#app/context.server.ts'
import { addressChangeMail } from '#app/mail/account-mails.ts'
import { changeEmail } from '#db/queries/people.server.ts'

const schema = z.object({ email: mailAddress, password: givenPassword })

type Args = Pick<ActionFunctionArgs, 'request' | 'context'>

/** Changes the email address: by a link to the new one, or at once where no mail is sent. */
export async function changeMail(args: Args, person: SignedInPerson, form: FormData) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('mail', submission)
  const { email, password } = submission.value
  if (email === person.email) {
    return refused('mail', submission, { fieldErrors: { email: ['This is your address already.'] } })
  }
  const wrong = await whyNotPassword(args, person, password)
  if (wrong) {
    return refused('mail', submission, { fieldErrors: { password: [wrong.text] }, status: wrong.status })
  }
  const { context } = args
  if (!canMail(context)) {
    if ((await changeEmail(context.database, person.id, email, context.now())) === 'changed') {
      throw goTo(withNotice('/account', 'address-changed'))
    }
    return refused('mail', submission, {
      fieldErrors: { email: ['Another account has this address.'] },
      status: 409,
    })
  }
  if (!(await withinLimit(context, 'account-mail', email))) {
    return refused('mail', submission, { formErrors: [tooMany(60 * 60)], status: 429 })
  }
  const answer = await callAuth(args, '/change-email', { newEmail: email })
  if (!answer.ok) return refused('mail', submission, reasonsOf(answer))
  await context.mailer.send(addressChangeMail(context.environment.origin, person, email))
  throw goTo(withNotice('/account', 'address-mailed'))
}
