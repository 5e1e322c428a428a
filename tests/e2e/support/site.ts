import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { startApp, type App, type Variables } from './app.ts'
import { untilAwake } from './pages.ts'
import { collectProblems, type Problems } from './problems.ts'

export interface Visit {
  page: Page
  problems: Problems
}

/** A running program and a browser for all tests of one file. */
export interface Site {
  readonly app: App
  /**
   * Opens a page in a browser profile of its own, as another person at another computer would, and waits until
   * its script, unless there is none, has taken it over. After the test it is closed, and whatever went wrong
   * unseen in it fails the test.
   */
  visit(path?: string, options?: BrowserContextOptions): Promise<Visit>
}

/** Starts the built program and a browser before the tests of this file and stops both after them. */
export function siteForTests(environment: Variables = {}): Site {
  let app: App | undefined
  let browser: Browser | undefined
  let visits: Visit[] = []

  beforeAll(async () => {
    app = await startApp(environment)
    const asRoot = process.getuid?.() === 0
    browser = await chromium.launch({
      executablePath: inject('browser'),
      args: ['--disable-gpu', '--disable-background-networking', ...(asRoot ? ['--no-sandbox'] : [])],
    })
  })

  afterEach(async () => {
    const ending = visits
    visits = []
    await Promise.all(ending.map(({ page }) => page.context().close()))
    expect(ending.flatMap(({ problems }) => problems.unexpected())).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await app?.remove()
  })

  return {
    get app() {
      if (!app) throw new Error('the program runs only while tests do')
      return app
    },
    async visit(path = '/', options = {}) {
      if (!app || !browser) throw new Error('the program runs only while tests do')
      const context = await browser.newContext({ baseURL: app.origin, locale: 'en-US', ...options })
      context.setDefaultTimeout(15_000)
      const problems = collectProblems(context, app.origin)
      const page = await context.newPage()
      const visit = { page, problems }
      visits.push(visit)
      await page.goto(path)
      if (options.javaScriptEnabled !== false) await untilAwake(page)
      return visit
    },
  }
}
