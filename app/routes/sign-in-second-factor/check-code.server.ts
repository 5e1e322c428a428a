import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { invalid, reasonsOf, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { returnOf } from '#app/accounts/local-path.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { recoveryCode, totpCode } from '#app/accounts/one-time-codes.ts'

const paths = { code: '/two-factor/verify-totp', 'recovery-code': '/two-factor/verify-backup-code' }

/** Whether the password was right and the second step is still to come. */
export function isHalfSignedIn(request: Request): boolean {
  return /(?:^|;\s*)(?:__Secure-)?better-auth\.two_factor=/.test(request.headers.get('cookie') ?? '')
}

const lapsed = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'])

/** Finishes signing in by a code of the authenticator app or by a recovery code. */
export async function checkCode(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  form: FormData,
  kind: 'code' | 'recovery-code',
) {
  const submission = parseWithZod(form, {
    schema: z.object({ code: kind === 'code' ? totpCode : recoveryCode }),
  })
  if (submission.status !== 'success') return invalid(kind, submission)
  const answer = await callAuth(args, paths[kind], submission.value)
  const to = returnOf(args.request)
  if (lapsed.has(answer.code)) throw goTo(withNotice('/sign-in', 'start-again', to), answer.cookies)
  if (answer.code === 'ACCOUNT_TEMPORARILY_LOCKED') {
    const text = 'There were too many wrong codes for this account. Wait 15 minutes, then sign in again.'
    return refused(kind, submission, { formErrors: [text], status: 429 })
  }
  if (!answer.ok) return refused(kind, submission, reasonsOf(answer))
  throw goTo(to, answer.cookies)
}
