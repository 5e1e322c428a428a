import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The path of the page that is open. */
export const pathOf = (page: Page): string => new URL(page.url()).pathname

/**
 * Waits until the page of a path is open and has loaded. For whatever follows a click: the click itself is over
 * before the next page begins.
 */
export const untilPath = (page: Page, path: string | RegExp): Promise<void> =>
  page.waitForURL(({ pathname }) => (typeof path === 'string' ? pathname === path : path.test(pathname)))

/**
 * Waits until the page's script has taken it over: only then do its keys work and does it listen to others. The
 * first thing that the script does then is to take the scrolling upon itself, which the browser tells.
 */
export const untilAwake = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => window.history.scrollRestoration)).toBe('manual')

/** Opens a page, and waits until its script has taken it over. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await untilAwake(page)
}
