import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demonstrationForTests } from './support/demonstration.ts'
import { question, untilSaved } from './support/domain-page.ts'
import { expectGoodPage, settled } from './support/good-page.ts'
import { focused } from './support/keys.ts'
import { untilPath } from './support/pages.ts'

const demonstration = demonstrationForTests()
const { site } = demonstration
const coordinator = 'Avery Lindqvist'
let agencyId = ''

/** The agency's open assessment is taken away, so that its last one is of 2025 and with version 1.0.0. */
beforeAll(() => {
  agencyId = demonstration.find('select id from organizations where name = ?', 'Larkmoor Police Department')
  const open = demonstration.find(
    "select id from assessments where agency_id = ? and stage = 'answering'",
    agencyId,
  )
  const database = new Database(demonstration.file)
  const tables = [
    'responses',
    'response_history',
    'contributors',
    'assignments',
    'places',
    'sides',
    'activities',
  ]
  for (const table of tables) database.prepare(`delete from ${table} where assessment_id = ?`).run(open)
  database.prepare('delete from assessments where id = ?').run(open)
  database.close()
})

async function look(page: Page) {
  await settled(page)
  await expectGoodPage(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

describe('the answers of a year ago', () => {
  it(
    'come along to a new version by keyboard, are confirmed one by one and then all at once',
    { timeout: 180_000 },
    async () => {
      const { page } = await site.visit(
        `/organizations/${agencyId}/assessments/new`,
        await demonstration.signedIn(coordinator),
      )
      await look(page)
      await page.getByText(/version 1\.0\.0\. Since then: \d+ items reworded/).waitFor()
      await page.getByLabel('Let me choose by domain').focus()
      await page.keyboard.press('Space')
      await page.getByRole('button', { name: 'Start the assessment' }).press('Enter')
      await page.getByRole('heading', { name: 'Carry answers forward' }).waitFor()
      await look(page)
      await page.getByRole('button', { name: 'Carry these answers forward' }).press('Enter')
      await question(page, 'leadership.sworn-officers').waitFor()
      await look(page)

      await question(page, 'leadership.sworn-officers').focus()
      await page.keyboard.press('c')
      await expect.poll(async () => (await focused(page))?.id).toBe('leadership.executive-support')
      await page.keyboard.press('c')
      await expect.poll(async () => (await focused(page))?.id).toBe('leadership.partner-support')
      await untilSaved(page)

      await page.getByRole('link', { name: /^Next: Policies/ }).click()
      const asked = question(page, 'policies.crisis-line-handoff')
      await asked.getByText('What was answered before').waitFor()
      await asked.getByText('How are people in a crisis connected with a crisis line such as 988?').waitFor()
      await look(page)

      const overview = page.url().replace(/\/domains.*$/, '')
      await page.goto(`${overview}/review`)
      await look(page)
      await page.getByRole('button', { name: /^Confirm all \d+ answers$/ }).press('Enter')
      await expect.poll(() => page.getByRole('heading', { name: /not reconfirmed/ }).count()).toBe(0)
      await page.goto(`${overview}/print`)
      await look(page)
    },
  )

  it(
    'are confirmed without JavaScript, and the page comes back at the next',
    { timeout: 120_000 },
    async () => {
      const { storageState } = await demonstration.signedIn('Jordan Whitlock')
      const assessmentId = demonstration.find(
        "select id from assessments where agency_id = ? and stage = 'answering'",
        agencyId,
      )
      const { page } = await site.visit(`/assessments/${assessmentId}/carry-forward`, {
        ...(storageState && { storageState }),
        javaScriptEnabled: false,
      })
      await page.getByRole('button', { name: 'Carry these answers forward' }).click()
      await untilPath(page, /\/domains\//)
      const first = new URL(page.url()).hash.slice(1)
      await question(page, first)
        .getByRole('button', { name: /^Confirm/ })
        .click()
      await page.waitForURL(({ search }) => search === '?saved=1')
      const next = new URL(page.url()).hash.slice(1)
      expect(next).not.toBe(first)
      await question(page, next).getByText('Not reconfirmed').waitFor()
      expect(await question(page, first).getByText('Not reconfirmed').count()).toBe(0)
    },
  )
})
