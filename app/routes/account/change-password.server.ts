import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { invalid, reasonsOf, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { easyToGuess, givenPassword, newPassword } from '#app/accounts/passwords.ts'
import type { SignedInPerson } from '#app/context.server.ts'

/** Sets another password, and ends every other session. */
export async function changePassword(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  person: SignedInPerson,
  form: FormData,
) {
  const schema = z.object({
    currentPassword: givenPassword,
    newPassword: newPassword.superRefine((password, refinement) => {
      const reason = easyToGuess(password, person.email)
      if (reason) refinement.addIssue({ code: 'custom', message: reason })
    }),
  })
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('password', submission)
  const answer = await callAuth(args, '/change-password', { ...submission.value, revokeOtherSessions: true })
  if (answer.code === 'INVALID_PASSWORD') {
    return refused('password', submission, {
      fieldErrors: { currentPassword: ['The password is not right.'] },
    })
  }
  if (!answer.ok) return refused('password', submission, reasonsOf(answer))
  throw goTo(withNotice('/account', 'password-changed'), answer.cookies)
}
