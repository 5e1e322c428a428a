import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** One question on the page of a domain. */
export const question = (page: Page, itemId: string): Locator => page.locator(`section[id="${itemId}"]`)

/** An answer of a question by what stands for it: a level, `dont-know`, `not-applicable`, an option. */
const tile = (page: Page, itemId: string, answer: string | number) =>
  page.locator(`label[for="${itemId}-${answer}"]`)

/** Clicks on an answer. */
export const choose = (page: Page, itemId: string, answer: string | number) =>
  tile(page, itemId, answer).click()

/** The answer that is chosen at a question of the page, as it stands in the form; null where none is. */
export const chosen = (page: Page, itemId: string): Promise<string | null> =>
  question(page, itemId).evaluate(
    (section) =>
      section.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value.replace('~', '') ?? null,
  )

/** What a question says about its answer: "Saved by you, just now", "Not saved, will retry". */
export async function stateOf(page: Page, itemId: string): Promise<string> {
  return (await question(page, itemId).locator('.item__state').innerText()).replaceAll(/\s+/g, ' ').trim()
}

/** Longer than a page ever waits before it tries again to save, in milliseconds. */
export const patience = 40_000

/** Waits until a question says about its answer what the pattern says. */
export const untilState = (page: Page, itemId: string, pattern: RegExp) =>
  expect.poll(() => stateOf(page, itemId), { timeout: patience }).toMatch(pattern)

/** Waits until the page says in its one line that everything is saved, or whatever else. */
export const untilStatus = (page: Page, words: string | RegExp) =>
  expect
    .poll(async () => (await page.getByRole('status').allInnerTexts()).join('\n'), { timeout: patience })
    .toMatch(words)

/** Waits until everything is saved: each question says so at once, the page's one line a moment later. */
export async function untilSaved(page: Page) {
  const waiting = page.locator('.item__state').filter({ hasText: /Saving|Not saved/ })
  await expect.poll(() => waiting.count(), { timeout: patience }).toBe(0)
  await untilStatus(page, 'Everything is saved')
}

/** Waits until this answer is chosen at a question, whoever chose it. */
export const untilChosen = (page: Page, itemId: string, answer: string | number) =>
  expect.poll(() => chosen(page, itemId)).toBe(String(answer))
