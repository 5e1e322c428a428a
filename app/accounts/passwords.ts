import { z } from 'zod'
import { longestPassword, shortestPassword } from './password-length.ts'

/** NIST SP 800-63B: rules about kinds of characters don't help, and common passwords are refused. */
const common = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'letmein',
  'welcome',
  'iloveyou',
  'administrator',
  'policedepartment',
  'sheriff',
  'selfassessment',
]

/** Says why a password is too easy to guess, or null. */
export function easyToGuess(password: string, mail = ''): string | null {
  const letters = password.toLowerCase().replace(/[\s._-]/g, '')
  if (new Set(letters).size < 5) return 'Repeats too few characters. Use a few words that you can remember.'
  if (isRun(letters)) return 'Is a row of neighboring characters. Use a few words that you can remember.'
  const rest = common.reduce((text, word) => text.replaceAll(word, ''), letters)
  if (rest.length < 5) return 'Is among the first that others try. Use a few words that you can remember.'
  const [name = ''] = mail.toLowerCase().split('@')
  if (mail !== '' && (letters === mail.toLowerCase() || (name.length > 3 && letters.startsWith(name)))) {
    return 'Begins with your email address. Use something that others don’t know.'
  }
  return null
}

/** Whether nearly all neighbors are one apart, as in 123456789012 or abcdefghijkl. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.charCodeAt(0))
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) === 1)
  return steps.length >= codes.length - 3
}

/** A password that somebody chooses. */
export const newPassword = z
  .string('Choose a password.')
  .min(shortestPassword, `Use at least ${shortestPassword} characters.`)
  .max(longestPassword, `Use at most ${longestPassword} characters.`)

/** A password that somebody has; whether it is right, the database knows. */
export const givenPassword = z
  .string('Enter your password.')
  .max(longestPassword, `Use at most ${longestPassword} characters.`)

/** Adds why a password is too easy to guess to a form's faults. */
export function refuseEasyPassword(
  { password, email }: { password: string; email?: string },
  issues: z.core.$ZodRawIssue[],
  path: string,
): void {
  const reason = easyToGuess(password, email)
  if (reason) issues.push({ code: 'custom', message: reason, path: [path], input: password })
}
