import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { canMail } from '#app/accounts/can-mail.ts'
import { invalid, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { hashOf, newSecret } from '#app/accounts/link-secret.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { signUpInvitationMail } from '#app/mail/organization-mails.ts'
import { findPersonByEmail } from '#db/queries/people.server.ts'
import { inviteToSignUp } from '#db/queries/sign-up-invitations.server.ts'

const schema = z.object({ email: mailAddress })
const lasts = 14 * 24 * 60 * 60_000

/** Where sign-up is by invitation only: lets the coordinator of a new organization in. */
export async function letSignUp(context: RequestContext, form: FormData) {
  const { database, environment, mailer } = context
  if (environment.signUp !== 'invited') throw notFound()
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('let-sign-up', submission)
  const { email } = submission.value
  if (await findPersonByEmail(database, email)) {
    const fieldErrors = { email: ['There is an account with this address already.'] }
    return refused('let-sign-up', submission, { fieldErrors, status: 409 })
  }
  const secret = newSecret()
  const at = context.now()
  await inviteToSignUp(database, {
    tokenHash: hashOf(secret),
    email,
    expiresAt: new Date(at.getTime() + lasts),
    at,
  })
  if (!canMail(context)) {
    return data({ signUpLink: { email, url: `${environment.origin}/sign-up?invitation=${secret}` } })
  }
  await mailer.send(signUpInvitationMail(environment.origin, email, secret))
  throw goTo(withNotice('/administration', 'invited'))
}
