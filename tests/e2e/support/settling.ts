import type { Page } from 'playwright-core'
import { untilPath } from './pages.ts'

/** A form on the page of differences, by the step that it takes. */
export const form = (page: Page, step: string) => page.locator(`form[data-step="${step}"]`)

/** Proposes an answer of those that are on offer, with a note where one is given. */
export async function propose(page: Page, choice: string, note = ''): Promise<void> {
  await form(page, 'proposed').getByText(choice, { exact: true }).click()
  if (note) await form(page, 'proposed').getByLabel('Note').fill(note)
  await form(page, 'proposed').getByRole('button').click()
}

/** Accepts what the other side proposes. */
export const accept = (page: Page): Promise<void> => page.getByRole('button', { name: /^Accept/ }).click()

export const untilHeading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name }).waitFor()

/** Goes to an item of the list. */
export async function turnTo(page: Page, question: string, itemId: string): Promise<void> {
  await page.getByRole('link', { name: question }).first().click()
  await page.waitForURL(({ searchParams }) => searchParams.get('item') === itemId)
  await untilHeading(page, question)
}

/** The partner signs first, the agency makes it final; each sees at once what the other did. */
export async function sign(adas: Page, pias: Page, assessment: string, partnerName: string): Promise<void> {
  await pias.getByRole('button', { name: `Sign for ${partnerName}` }).click()
  await untilHeading(adas, 'The other side has signed')
  await pias.getByText('Your side has signed.').waitFor()
  await adas.getByRole('button', { name: 'Sign and make it final' }).click()
  await untilPath(adas, `${assessment}/results`)
  await pias.getByText('Both sides have signed.').waitFor()
}
