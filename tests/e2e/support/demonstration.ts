import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { demoPeople } from '#app/accounts/demo-people.ts'
import { root } from '../../../scripts/support/say.js'
import { siteForTests, type Site } from './site.ts'

const run = promisify(execFile)

/** The demonstration, running for all tests of one file. */
export interface Demonstration {
  readonly site: Site
  /** Its database. */
  readonly file: string
  /** The one value that a query on its database finds. */
  find(query: string, ...values: readonly string[]): string
  /** For `site.visit`: a browser in which one of the people of the sign-in page is signed in. */
  signedIn(name: string): Promise<Pick<BrowserContextOptions, 'storageState'>>
}

/** Makes the demonstration's database and serves it as `npm run demo` does. */
export function demonstrationForTests(): Demonstration {
  const folder = mkdtempSync(join(tmpdir(), 'pmhc-demonstration-'))
  const file = join(folder, 'demo.sqlite')
  const states = new Map<string, Pick<BrowserContextOptions, 'storageState'>>()

  beforeAll(async () => {
    await run(process.execPath, ['--import', 'tsx', `${root}demo/make.ts`, file], { cwd: root })
  }, 180_000)
  const site = siteForTests({ DEMO: '1', DATABASE_URL: `file:${file}` })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  return {
    site,
    file,
    find(query, ...values) {
      const database = new Database(file, { readonly: true })
      try {
        return String(
          database
            .prepare(query)
            .pluck()
            .get(...values),
        )
      } finally {
        database.close()
      }
    },
    async signedIn(name) {
      const known = states.get(name) ?? (await signInAs(site, name))
      states.set(name, known)
      return known
    },
  }
}

/** As the buttons of the sign-in page do it, without a browser. */
async function signInAs({ app }: Site, name: string): Promise<Pick<BrowserContextOptions, 'storageState'>> {
  const email = demoPeople.find((person) => person.name === name)?.email ?? ''
  const body = new URLSearchParams({ intent: 'sign-in-as', email })
  const answer = await app.fetch('/sign-in', { method: 'POST', body })
  const cookies = answer.headers.getSetCookie().map((line) => cookieOf(line))
  if (cookies.length === 0) throw new Error(`${name} could not sign in: ${answer.status}`)
  return { storageState: { cookies, origins: [] } }
}

/** A cookie of the program, as the browser keeps it. */
export function cookieOf(line: string) {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  const where = { domain: 'localhost', path: '/', expires: -1 }
  return { name, value, ...where, httpOnly: true, secure: false, sameSite: 'Lax' as const }
}
