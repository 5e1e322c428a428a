import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, chosen, question, untilChosen, untilSaved } from './domain-page.ts'
import { expectGoodPage } from './good-page.ts'
import { focused, tabTo } from './keys.ts'
import { open, pathOf, untilAwake, untilPath } from './pages.ts'
import { telltale } from './year-old-round.ts'

/** Looks at the page as it is, wide and narrow, and makes it wide again. */
export async function look(page: Page): Promise<void> {
  await expectGoodPage(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const inItem = (itemId: string) => (stop: { item: string | null }) => stop.item === itemId

/** Where the focus is, by the item or by what it says. */
const untilAt = (page: Page, where: string) =>
  expect.poll(async () => [(await focused(page))?.id, (await focused(page))?.name]).toContain(where)

/** C confirms the item that has the focus, and brings it to where the person is needed next. */
async function confirmByKey(page: Page, ...next: readonly string[]) {
  for (const where of next) {
    await page.keyboard.press('c')
    await untilAt(page, where)
  }
}

async function answerByKey(page: Page, itemId: string, level: number) {
  await page.keyboard.press(String(level))
  await untilChosen(page, itemId, level)
}

/** What was answered before stands beside the question, with why it is asked anew. */
async function expectEarlier(page: Page, itemId: string, parts: readonly string[]): Promise<Locator> {
  const asked = question(page, itemId)
  const text = await asked.locator('.earlier').innerText()
  for (const part of ['What was answered before', ...parts]) expect(text).toContain(part)
  expect(await chosen(page, itemId)).toBeNull()
  return asked
}

/** The policies by keyboard alone: C confirms what stands, and what is asked anew has its earlier answer beside it. */
export async function confirmPolicies(page: Page, assessment: string, day: string): Promise<void> {
  await open(page, `${assessment}/domains/policies`)
  const first = question(page, 'policies.process-review')
  await first.getByText(`Carried forward from your assessment as of ${day}; given by you, `).waitFor()
  const split = await expectEarlier(page, 'policies.crisis-line-handoff', [
    'One question became several.',
    'How are people in a crisis connected with a crisis line such as 988?',
    ...['4 · Mostly in place', telltale.agency, 'Given by you, '],
  ])
  await expectEarlier(page, 'policies.dispatch', [
    ...['It asks something else now.', '3 · Partly in place', 'Given by you, '],
  ])
  // The note comes along, to be kept or changed.
  expect(await split.getByLabel('Note', { exact: true }).inputValue()).toBe(telltale.agency)
  await look(page)

  await tabTo(page, inItem('policies.process-review'))
  await confirmByKey(page, 'policies.call-taking', 'policies.crisis-line-handoff')
  await answerByKey(page, 'policies.crisis-line-handoff', 5)
  await expect.poll(() => split.getByText('What was answered before').count()).toBe(0)
  await tabTo(page, inItem('policies.dispatch'))
  await answerByKey(page, 'policies.dispatch', 4)
  await tabTo(page, inItem('policies.on-scene'))
  await confirmByKey(
    page,
    ...['policies.clinician-advice', 'policies.disposition', 'policies.transport'],
    ...['policies.handoff-to-care', 'policies.partner-agreement', 'policies.information-sharing'],
    'Next: Training',
  )
  await untilSaved(page)
  await expect.poll(() => page.locator('.carried').count()).toBe(0)
  expect(await chosen(page, 'policies.transport')).toBe('not-applicable')
  await page.keyboard.press('Enter')
  await untilPath(page, `${assessment}/domains/training`)
}

/** In the other domains what is asked anew, or for the first time. */
export async function answerWhatIsNew(page: Page, assessment: string): Promise<void> {
  await question(page, 'training.refresher-practice').locator('.earlier').waitFor()
  await expectEarlier(page, 'training.refresher-practice', [
    'Several questions became this one.',
    'How do officers practice de-escalation',
    'How are officers kept up to date on behavioral health',
  ])
  await choose(page, 'training.refresher-practice', 5)
  await choose(page, 'training.teams-without-police', 3)
  await untilSaved(page)
  await answerIn(page, assessment, 'services.crisis-line', 5)
  await answerIn(page, assessment, 'data.group-comparison', 5)
}

/** Answers one item on its domain's page. */
async function answerIn(page: Page, assessment: string, itemId: string, level: number) {
  const [domain = ''] = itemId.split('.')
  await open(page, `${assessment}/domains/${domain}`)
  await choose(page, itemId, level)
  await untilSaved(page)
}

/** The partner carries its own answers forward, and answers what is new to it. */
export async function answerAsPartner(page: Page, assessment: string, month: string): Promise<void> {
  await page.getByRole('link', { name: `Carry the answers of ${month} forward` }).click()
  await page.getByRole('heading', { name: 'Carry answers forward' }).waitFor()
  await page.getByText('and nobody else’s').waitFor()
  await untilAwake(page)
  await look(page)
  await page.getByRole('button', { name: 'Carry these answers forward' }).click()
  await untilPath(page, `${assessment}/domains/leadership`)
  expect(pathOf(page)).toBe(`${assessment}/domains/leadership`)
  await untilChosen(page, 'leadership.decision-authority', 2)
  await choose(page, 'leadership.decision-authority', 4)
  await untilSaved(page)
  await open(page, `${assessment}/domains/policies`)
  expect(await chosen(page, 'policies.partner-agreement')).toBe('2')
  await answerIn(page, assessment, 'training.teams-without-police', 3)
  await open(page, `${assessment}/domains/services`)
  await expectEarlier(page, 'services.crisis-line', ['4 · Mostly in place', telltale.partner])
  await answerIn(page, assessment, 'services.crisis-line', 3)
}

/** The review says how many answers nobody has confirmed, and confirms them in one step. */
export async function confirmTheRest(page: Page, assessment: string, count: number): Promise<void> {
  await open(page, `${assessment}/review`)
  await page.getByRole('heading', { name: `${count} answers not reconfirmed` }).waitFor()
  await look(page)
  await page.getByRole('button', { name: `Confirm all ${count} answers` }).click()
  await expect.poll(() => page.getByText(/not reconfirmed/i).count()).toBe(0)
}

/** All pages of an assessment before both have submitted, asked for by the person's own browser. */
export async function readAllPages(page: Page, assessment: string): Promise<void> {
  const domains = ['leadership', 'policies', 'training', 'services', 'data', 'review']
  const below = [
    ...['', '/review', '/print', '/people', '/responses', '/carry-forward', '/differences'],
    ...domains.map((domain) => `/domains/${domain}`),
    ...['services.crisis-line', 'leadership.decision-authority'].map((id) => `/items/${id}/history`),
  ]
  const statuses = await page.evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
    below.map((path) => `${assessment}${path}`),
  )
  expect(statuses).toEqual(below.map(() => 200))
}
