import { parseWithZod } from '@conform-to/zod/v4'
import { data, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { callAuth } from '#app/accounts/call-auth.server.ts'
import { invalid, reasonsOf, refused } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { totpCode } from '#app/accounts/one-time-codes.ts'
import { givenPassword } from '#app/accounts/passwords.ts'
import type { SignedInPerson } from '#app/context.server.ts'
import { setUpOf, totpUri } from './set-up.server.ts'

type Args = Pick<ActionFunctionArgs, 'request' | 'context'>

const withPassword = z.object({ password: givenPassword })

/** Makes a secret for the authenticator app; nothing is asked for at sign-in until a code of it was given. */
export async function begin(args: Args, form: FormData) {
  const submission = parseWithZod(form, { schema: withPassword })
  if (submission.status !== 'success') return invalid('begin', submission)
  const answer = await callAuth(args, '/two-factor/enable', submission.value)
  if (!answer.ok || !answer.data.totpURI) return refused('begin', submission, reasonsOf(answer))
  return data({ form: 'switch-on', setUp: await setUpOf(answer.data.totpURI) })
}

/** Switches the second step on once the app has shown a right code, and shows the recovery codes. */
export async function switchOn(args: Args, person: SignedInPerson, form: FormData) {
  const submission = parseWithZod(form, { schema: z.object({ code: totpCode, uri: totpUri }) })
  if (submission.status !== 'success') {
    const uri = totpUri.safeParse(form.get('uri'))
    if (!uri.success) throw goTo('/account/second-factor')
    const { data: answer, init } = invalid('switch-on', submission)
    return data({ ...answer, setUp: await setUpOf(uri.data) }, init ?? {})
  }
  const { code, uri } = submission.value
  const answer = await callAuth(args, '/two-factor/verify-totp', { code })
  if (!answer.ok) {
    const { data: reasons, init } = refused('switch-on', submission, reasonsOf(answer))
    return data({ ...reasons, setUp: await setUpOf(uri) }, init ?? {})
  }
  const { backupCodes } = await args.context.auth.api.viewBackupCodes({ body: { userId: person.id } })
  return data({ form: 'switch-on', recoveryCodes: backupCodes }, { headers: answer.cookies })
}

/** Makes new recovery codes; the old ones stop working. */
export async function newRecoveryCodes(args: Args, form: FormData) {
  const submission = parseWithZod(form, { schema: withPassword })
  if (submission.status !== 'success') return invalid('new-recovery-codes', submission)
  const answer = await callAuth(args, '/two-factor/generate-backup-codes', submission.value)
  if (!answer.ok) return refused('new-recovery-codes', submission, reasonsOf(answer))
  return data(
    { form: 'new-recovery-codes', recoveryCodes: answer.data.backupCodes ?? [] },
    { headers: answer.cookies },
  )
}

/** Switches the second step off. */
export async function switchOff(args: Args, form: FormData) {
  const submission = parseWithZod(form, { schema: withPassword })
  if (submission.status !== 'success') return invalid('switch-off', submission)
  const answer = await callAuth(args, '/two-factor/disable', submission.value)
  if (!answer.ok) return refused('switch-off', submission, reasonsOf(answer))
  throw goTo(withNotice('/account', 'second-factor-off'), answer.cookies)
}
