import type { Submission, SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import type { AuthAnswer } from './call-auth.server.ts'

/** What an action answers about a form that stays on the page. */
export interface FormAnswer {
  /** Which form of the page was sent. */
  form: string
  lastResult: SubmissionResult
}

/** Never sent back to the page, whatever was wrong. */
const secrets = ['password', 'newPassword', 'currentPassword', 'code']

/** The form that was sent; 400 where the body is no form. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response('A form was expected.', { status: 400 })
  }
}

/** The form comes back with what is wrong in it, and what was typed. */
export function invalid<Schema, Value>(form: string, submission: Submission<Schema, string[], Value>) {
  const answer: FormAnswer = { form, lastResult: submission.reply({ hideFields: secrets }) }
  return data(answer, { status: 400 })
}

interface Reasons {
  formErrors?: string[]
  fieldErrors?: Record<string, string[]>
  status?: number
  headers?: Headers
}

/** The form comes back because what it asks for can't be done. */
export function refused<Schema, Value>(
  form: string,
  submission: Submission<Schema, string[], Value>,
  { status = 400, headers, ...reasons }: Reasons,
) {
  const lastResult = submission.reply({ ...reasons, hideFields: secrets })
  const answer: FormAnswer = { form, lastResult: { ...lastResult, status: 'error' } }
  return data(answer, headers ? { status, headers } : { status })
}

/** Why better-auth refused, in words, with the status to answer with. */
export function reasonsOf(answer: AuthAnswer): { formErrors: string[]; status: number } {
  if (answer.status === 429) return { formErrors: [tooMany(answer.retryAfter)], status: 429 }
  const known = sentences[answer.code]
  if (known) return { formErrors: [known], status: 400 }
  return { formErrors: ['That did not work. Nothing was changed. Try again.'], status: 400 }
}

/** The sentence for too many tries, with how long to wait. */
export function tooMany(seconds: number | null): string {
  const minutes = Math.max(1, Math.ceil((seconds ?? 60) / 60))
  return `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`
}

const wrongCode = 'That code is not right, or it is too old. Wait for the next one and try again.'

const sentences: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'The email address or the password is not right.',
  INVALID_PASSWORD: 'The password is not right.',
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: 'That recovery code is not right, or it was used before.',
  TOTP_ALREADY_ENABLED: 'The second factor is on already.',
  PASSWORD_TOO_SHORT: 'The password is too short.',
  PASSWORD_TOO_LONG: 'The password is too long.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this email address already.',
}
