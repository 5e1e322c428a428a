import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { canMail } from '#app/accounts/can-mail.ts'
import { invalid } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { newSecret } from '#app/accounts/link-secret.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import { notFound, type RequestContext, type SignedInPerson } from '#app/context.server.ts'
import { secondStepResetMail } from '#app/mail/account-mails.ts'
import { findPersonByEmail, removeSecondFactor } from '#db/queries/people.server.ts'

const schema = z.object({ email: mailAddress })
const hour = 60 * 60_000

/** Looks a person up by email address, for what an administrator can do for them. */
export async function findPerson({ database }: RequestContext, form: FormData) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('find', submission)
  const { email } = submission.value
  const person = await findPersonByEmail(database, email)
  if (!person) return data({ fault: `Nobody has an account with the address ${email}.` }, { status: 404 })
  return data({ found: { name: person.name, email, secondFactor: person.twoFactorEnabled ?? false } })
}

async function personIn({ database }: RequestContext, form: FormData) {
  const parsed = mailAddress.safeParse(form.get('email'))
  const person = parsed.success ? await findPersonByEmail(database, parsed.data) : undefined
  if (!person) throw notFound()
  return person
}

/** Takes a lost second factor away; the password alone signs in then. */
export async function resetSecondFactor(
  context: RequestContext,
  administrator: SignedInPerson,
  form: FormData,
) {
  const person = await personIn(context, form)
  await removeSecondFactor(context.database, person.id, context.now())
  context.log.info({ administrator: administrator.id, person: person.id }, 'a second factor was reset')
  await context.mailer.send(secondStepResetMail(context.environment.origin, person))
  throw goTo(withNotice('/administration', 'second-factor-reset'))
}

/** Where no mail is sent: a link to hand over, with which a person chooses a new password. */
export async function linkToPassword(context: RequestContext, administrator: SignedInPerson, form: FormData) {
  if (canMail(context)) throw notFound()
  const person = await personIn(context, form)
  const { internalAdapter } = await context.auth.$context
  const secret = newSecret()
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${secret}`,
    value: person.id,
    expiresAt: new Date(Date.now() + hour),
  })
  context.log.info({ administrator: administrator.id, person: person.id }, 'a link to a password was made')
  const url = `${context.environment.origin}/reset-password/${secret}`
  return data({ passwordLink: { email: person.email, url } })
}
