import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it is now, each fault in a line with the elements that have it. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the page's own policy against foreign scripts stays in force.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }),
    standards,
  )
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** How many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/**
 * Looks at the page as it is now, at 1280 and at 320 pixels: nothing makes it scroll sideways once it has taken
 * the window's width, and axe finds nothing.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const message = `${page.url()} scrolls sideways at ${width} pixels`
    await expect.poll(() => overflowOf(page), { message }).toBeLessThanOrEqual(0)
    expect(await faultsOf(page), `${page.url()} at ${width} pixels`).toEqual([])
  }
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
