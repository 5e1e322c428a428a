import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { whyNotPassword } from '#app/accounts/check-password.server.ts'
import { invalid, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { givenPassword } from '#app/accounts/passwords.ts'
import type { SignedInPerson } from '#app/context.server.ts'
import { listed } from '#app/format.ts'
import { deletePerson } from '#db/queries/delete-person.server.ts'

const schema = z.object({ password: givenPassword })

/** Deletes the signed-in person's account, unless an organization would be left without a coordinator. */
export async function deleteAccount(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  person: SignedInPerson,
  form: FormData,
) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('delete-account', submission)
  const wrong = await whyNotPassword(args, person, submission.value.password)
  if (wrong) {
    const fieldErrors = { password: [wrong.text] }
    return refused('delete-account', submission, { fieldErrors, status: wrong.status })
  }
  const { database, now } = args.context
  const outcome = await deletePerson(database, person.id, now())
  if (outcome.status === 'last-coordinator') {
    const names = listed(outcome.organizations.map(({ name }) => name))
    const reason = `You are the last coordinator of ${names}. Make another member a coordinator first; then you can delete your account.`
    return refused('delete-account', submission, { formErrors: [reason], status: 409 })
  }
  const { cookies } = await callAuth(args, '/sign-out')
  throw goTo(withNotice('/sign-in', 'account-deleted'), cookies)
}
