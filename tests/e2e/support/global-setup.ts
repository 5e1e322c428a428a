import { existsSync } from 'node:fs'
import { findBrowser } from '../../../scripts/support/browser.js'
import { root } from '../../../scripts/support/say.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the Chromium that the tests drive. */
    browser: string
  }
}

/** Says what is missing once, instead of letting each file fail by itself. */
export default async function setup({ provide }: { provide: (key: 'browser', value: string) => void }) {
  if (!existsSync(`${root}build/server/index.js`)) throw new Error('There is no build: npm run build first.')
  const browser = await findBrowser()
  if (!browser) throw new Error('There is no Chromium: name one in CHROMIUM, or run npm test once.')
  provide('browser', browser)
}
