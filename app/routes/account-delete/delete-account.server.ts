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
import { deletePerson, type DeletePersonOutcome } from '#db/queries/delete-person.server.ts'

const schema = z.object({ password: givenPassword })

/** Deletes the signed-in person's account, unless something would be left without anyone to run it. */
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
  if (outcome.status === 'needed') {
    return refused('delete-account', submission, { formErrors: whyNeeded(outcome), status: 409 })
  }
  const { cookies } = await callAuth(args, '/sign-out')
  throw goTo(withNotice('/sign-in', 'account-deleted'), cookies)
}

function whyNeeded({ coordinatorOf, administrator }: Extract<DeletePersonOutcome, { status: 'needed' }>) {
  const names = listed(coordinatorOf.map(({ name }) => name))
  const then = 'then you can delete your account.'
  const reasons: string[] = []
  if (names) {
    reasons.push(`You are the last coordinator of ${names}. Make another member a coordinator first; ${then}`)
  }
  if (administrator) {
    reasons.push(
      `You are the last administrator of this installation. Have another one named first, with “pmhc admin add” on the server; ${then}`,
    )
  }
  return reasons
}
