import type { BrowserContextOptions } from 'playwright-core'
import type { App } from './app.ts'

/** Somebody with an account, signed in at a computer of their own. */
export interface Person {
  name: string
  email: string
  password: string
  /** What their browser sends with each request. */
  cookie: string
  /** For `site.visit`: a browser in which they are signed in. */
  signedIn: Pick<BrowserContextOptions, 'storageState'>
}

export const password = 'four plain words here'

/** Ada Winters has the address ada.winters@example.org. */
export const addressOf = (name: string) => `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`

/** A form as a browser without JavaScript sends it. */
export function form(fields: Record<string, string | readonly string[]>): RequestInit {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one)
  }
  return { method: 'POST', body }
}

/** Signs somebody up, without a browser, for tests that are about something else. */
export async function newPerson(app: App, name: string): Promise<Person> {
  const email = addressOf(name)
  const answer = await app.fetch('/sign-up', form({ name, email, password }))
  const [cookie = ''] = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  if (answer.status !== 302 || !cookie) throw new Error(`${name} was not signed up: ${await answer.text()}`)
  return { name, email, password, cookie, signedIn: signedInBy(cookie) }
}

function signedInBy(cookie: string): Person['signedIn'] {
  const at = cookie.indexOf('=')
  const [name, value] = [cookie.slice(0, at), cookie.slice(at + 1)]
  const kept = { name, value, domain: 'localhost', path: '/', expires: -1 }
  return {
    storageState: { cookies: [{ ...kept, httpOnly: true, secure: false, sameSite: 'Lax' }], origins: [] },
  }
}

/** Asks for a page, or sends something, as somebody. */
export function fetchAs(app: App, { cookie }: Person, path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers)
  headers.set('Cookie', cookie)
  return app.fetch(path, { ...init, headers })
}

/** What an answer says to who reads it: the words of its main part, or all of it where it is no page. */
export async function wordsOf(answer: Response): Promise<string> {
  const text = await answer.text()
  const main = /<main[^>]*>([^]*)<\/main>/.exec(text)?.[1] ?? text
  return main
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
