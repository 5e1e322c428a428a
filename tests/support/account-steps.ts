import type { Program } from '#app/context.server.ts'
import * as signInScreen from '#app/routes/sign-in/route.tsx'
import * as signUpScreen from '#app/routes/sign-up/route.tsx'
import { findPersonByEmail } from '#db/queries/people.server.ts'
import { browserOf, type Browser, type Outcome } from './visiting.ts'

/** A password that nothing objects to. */
export const password = 'three brown foxes dance'

/** Signs up in a browser of its own, and stays signed in where no mail must be confirmed. */
export async function signedUp(
  program: Program,
  email: string,
  name = 'Avery Lind',
): Promise<Browser & { personId: string }> {
  const browser = browserOf(program)
  await browser.send(signUpScreen, '/sign-up', { name, email, password })
  const person = await findPersonByEmail(program.database, email)
  if (!person) throw new Error(`${email} could not sign up`)
  return Object.assign(browser, { personId: person.id })
}

/** Sends the form to sign in. */
export function signIn(browser: Browser, email: string, given = password, to = ''): Promise<Outcome> {
  const path = to ? `/sign-in?${new URLSearchParams({ to }).toString()}` : '/sign-in'
  return browser.send(signInScreen, path, { email, password: given })
}

/** Whether the browser's cookie still signs somebody in. */
export async function isSignedIn(browser: Browser): Promise<boolean> {
  const { location } = await browser.open(signInScreen, '/sign-in')
  return location === '/'
}
