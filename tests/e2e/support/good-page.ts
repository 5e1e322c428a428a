import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './accessibility.ts'
import { untilAwake } from './pages.ts'

/** Waits for the page's script and the charts, and unfolds what is folded, so that it is looked at too. */
export async function settled(page: Page): Promise<void> {
  await untilAwake(page)
  const boxes = await page.locator('.chart__box').count()
  await expect.poll(() => page.locator('.chart__box svg').count()).toBeGreaterThanOrEqual(boxes)
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '')
  })
}

/** What stands on a page and is meant for programs: ids, dates as files have them. Addresses are left out. */
async function notForPeople(page: Page): Promise<string[]> {
  const text = (await page.locator('main').innerText()).replaceAll(/https?:\S+/g, '')
  const ids =
    /[\da-f]{8}-[\da-f]{4}-|\b\d{4}-\d\d-\d\d\b|\b(leadership|policies|training|services|data|review)\.[a-z]/g
  return text.match(ids) ?? []
}

/** One heading of the first order, a title, words for people, nothing that axe finds, nothing out of the window. */
export async function expectGoodPage(page: Page): Promise<void> {
  expect(await page.locator('h1').count(), 'headings of the first order').toBe(1)
  expect(await page.title()).toMatch(/^(.+ – )?PMHC self-assessment$/)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await notForPeople(page)).toEqual([])
  await expectAccessible(page)
}
