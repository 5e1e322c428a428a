import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { invalid, reasonsOf, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { personName } from '#app/accounts/person-fields.ts'

const schema = z.object({ name: personName })

/** Gives the signed-in person another name. */
export async function changeName(args: Pick<ActionFunctionArgs, 'request' | 'context'>, form: FormData) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('name', submission)
  const answer = await callAuth(args, '/update-user', submission.value)
  if (!answer.ok) return refused('name', submission, reasonsOf(answer))
  throw goTo(withNotice('/account', 'name-changed'), answer.cookies)
}
