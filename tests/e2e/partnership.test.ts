import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { fetchAs, form, newPerson, password, type Person } from './support/people.ts'
import { newAgency, start } from './support/agency.ts'
import { question, untilSaved } from './support/domain-page.ts'
import { expectGoodPage, settled } from './support/good-page.ts'
import { tabTo, type Stop } from './support/keys.ts'
import { untilPath } from './support/pages.ts'
import { rows } from './support/rows.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()

const partnerName = 'Fairview Community Behavioral Health'

async function look(page: Page) {
  await settled(page)
  await expectGoodPage(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const called = (name: RegExp) => (stop: Stop) => name.test(stop.name)

/** Comes to something by Tab alone, and presses Enter. */
async function press(page: Page, name: RegExp) {
  await tabTo(page, called(name))
  await page.keyboard.press('Enter')
}

/** Proposes a partnership to an address, by keyboard alone; answers the link's path that is handed over. */
async function proposeByMail(page: Page, email: string): Promise<string> {
  await tabTo(page, called(/^Email address of somebody there/))
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  const link = page.locator('.hand-over__link')
  await link.waitFor()
  return new URL(await link.innerText()).pathname
}

async function signUpThrough(page: Page, name: string, email: string) {
  await press(page, /^Sign up$/)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Work email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByText(`You are signed in as ${name}`).waitFor()
}

async function enterPartner(page: Page, name: string) {
  await press(page, /^Enter your organization$/)
  await page.getByLabel('Name of the').fill(name)
  await page.getByLabel('State or territory').selectOption('OH')
  await page.getByLabel('County').fill('Example County')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('button', { name: 'Accept' }).waitFor()
}

/** Two organizations that are partners, without a browser; answers the partner's id. */
async function partnersOf(agencyIds: readonly string[], coordinator: Person, pia: Person): Promise<string> {
  const { app } = site
  const profile = { kind: 'partner', name: partnerName, state: 'OH', county: 'Example County' }
  const made = await fetchAs(app, pia, '/organizations/new', form({ ...profile, reassessMonths: '12' }))
  const partnerId = made.headers.get('location')?.split('/').at(-1) ?? ''
  for (const agencyId of agencyIds) {
    const page = `/organizations/${agencyId}/partnerships`
    await fetchAs(app, coordinator, page, form({ intent: 'propose', organization: partnerId }))
    const own = await (await fetchAs(app, pia, `/organizations/${partnerId}/partnerships`)).text()
    const partnershipId = /name="partnershipId" value="([\w-]+)"[^]*?value="accept"/.exec(own)?.[1] ?? ''
    const accept = form({ intent: 'accept', partnershipId })
    const answer = await fetchAs(app, pia, `/organizations/${partnerId}/partnerships`, accept)
    expect(answer.status).toBe(302)
  }
  return partnerId
}

describe('a partnership', () => {
  it(
    'is proposed by mail, and accepted by somebody who signs up for it, by keyboard',
    { timeout: 180_000 },
    async () => {
      const ada = await newPerson(site.app, 'Ada Winters')
      const agencyId = await newAgency(site.app, ada, 'Fairview Police Department')
      const { page: agency } = await site.visit(`/organizations/${agencyId}/partnerships`, ada.signedIn)
      await look(agency)
      const path = await proposeByMail(agency, 'pia.reyes@example.org')
      await look(agency)

      const { page: partner } = await site.visit(path)
      await look(partner)
      await signUpThrough(partner, 'Pia Reyes', 'pia.reyes@example.org')
      await look(partner)
      await enterPartner(partner, partnerName)
      await look(partner)
      await press(partner, /^Accept$/)
      await untilPath(partner, /\/partnerships$/)
      await partner.getByText('You are partners now.').waitFor()
      await look(partner)

      await agency.reload()
      await agency.getByRole('heading', { name: 'Partners', exact: true }).waitFor()
      await expect.poll(() => agency.getByText(partnerName).count()).toBeGreaterThan(0)
      await look(agency)
      const { page: again, problems } = await site.visit('/')
      problems.expect(/Failed to load resource/)
      await again.goto(path)
      await again.getByRole('heading', { name: 'This proposal does not work' }).waitFor()
      await look(again)
    },
  )

  it(
    'works without JavaScript: proposed, accepted, a partner chosen at the start, and ended',
    { timeout: 180_000 },
    async () => {
      const ada = await newPerson(site.app, 'Ada Stone')
      const pia = await newPerson(site.app, 'Pia Stone')
      const agencyId = await newAgency(site.app, ada, 'Stonefield Police Department')
      const partnerId = await partnersOf([agencyId], ada, pia)
      const withoutScript = { ...ada.signedIn, javaScriptEnabled: false }
      const { page } = await site.visit(`/organizations/${agencyId}/assessments/new`, withoutScript)
      expect(await page.getByRole('radio', { name: new RegExp(partnerName) }).isChecked()).toBe(true)
      await page.getByRole('button', { name: 'Start the assessment' }).click()
      await page.getByRole('term').filter({ hasText: partnerName }).waitFor()
      await page.goto(`/organizations/${agencyId}/partnerships`)
      await page.getByText('End the partnership').first().click()
      await page.getByRole('button', { name: `End the partnership with ${partnerName}` }).click()
      await page.getByText('The partnership has ended.').waitFor()
      const home = await (await fetchAs(site.app, pia, `/organizations/${partnerId}`)).text()
      expect(home).toContain('You are no longer partners.')
    },
  )
})

describe('a partner among many that are here', () => {
  let ada: Person

  beforeAll(async () => {
    ada = await newPerson(site.app, 'Ada Prairie')
    for (let at = 10; at < 50; at += 1) addPartner(at)
  })

  /** Behind the program's back: forty who sign up would take long. */
  function addPartner(at: number) {
    rows(
      site.app,
      `insert into organizations (id, kind, name, state, county, time_zone, status, created_at, created_by)
       select ?, 'partner', ?, ?, ?, 'America/Chicago', 'confirmed', 1, id from people limit 1`,
      `many-${at}`,
      `Prairie ${at} Counseling and Crisis Services`,
      at % 2 === 0 ? 'NM' : 'TX',
      at === 40 ? 'Doña Ana' : 'Prairie County',
    )
  }

  it.each([true, false])(
    'is found by name and place, and asked (with JavaScript: %s)',
    { timeout: 180_000 },
    async (javaScriptEnabled) => {
      const agencyId = await newAgency(site.app, ada, 'Prairieview Police Department')
      const path = `/organizations/${agencyId}/partnerships`
      const { page } = await site.visit(path, { ...ada.signedIn, javaScriptEnabled })
      const lookIf = () => (javaScriptEnabled ? look(page) : undefined)
      await page.getByText(/^The 20 nearest, and \d+ more\. Search to find others\.$/).waitFor()
      await lookIf()
      for (const [words, count] of [
        ['prairie', 'The 20 nearest for “prairie”, and 20 more.'],
        ['prairie utah', 'is found for “prairie utah”.'],
        ['prairie dona ana', '1 found for “prairie dona ana”'],
      ] as const) {
        await page.getByRole('searchbox').fill(words)
        await page.getByRole('button', { name: 'Search' }).click()
        await page.getByText(count).waitFor()
        expect(await page.getByRole('searchbox').inputValue()).toBe(words)
        await lookIf()
      }
      const name = 'Prairie 40 Counseling and Crisis Services'
      await page.getByRole('button', { name: `Propose a partnership with ${name}` }).click()
      await page.getByText('The partnership is proposed.').waitFor()
      await page.locator('section[aria-labelledby="proposed"]').getByText(name).waitFor()
      expect(await page.getByRole('button', { name: `Propose a partnership with ${name}` }).count()).toBe(0)
    },
  )
})

describe('a partner of two agencies', () => {
  it(
    'finds both on its home, and copies what it said of the county’s services, to confirm it by a key',
    { timeout: 240_000 },
    async () => {
      const { app } = site
      const ada = await newPerson(app, 'Ada Field')
      const pia = await newPerson(app, 'Pia Field')
      const first = await newAgency(app, ada, 'Northfield Police Department')
      const second = await newAgency(app, ada, 'Southfield Police Department')
      const partnerId = await partnersOf([first, second], ada, pia)
      const one = await start(app, ada, first)
      const other = await start(app, ada, second)
      for (const [agency, assessment] of [
        [first, one],
        [second, other],
      ] as const) {
        const { page } = await site.visit(`/assessments/${assessment}`, ada.signedIn)
        await look(page)
        await page.getByRole('button', { name: 'Ask them to rate it too' }).click()
        await page.getByRole('term').filter({ hasText: partnerName }).waitFor()
        await page.goto(`/organizations/${agency}`)
        await page.getByText('hasn’t submitted yet').waitFor()
      }
      const { page } = await site.visit(`/organizations/${partnerId}`, pia.signedIn)
      await page.getByRole('heading', { name: 'Southfield Police Department' }).waitFor()
      await look(page)

      await page.goto(`/assessments/${one}/domains/services`)
      await page.locator('label[for="services.crisis-line-4"]').click()
      await untilSaved(page)
      await page.goto(`/assessments/${other}`)
      await look(page)
      await press(page, /^Copy your answers/)
      await page.getByRole('heading', { name: /^Copy answers/ }).waitFor()
      await look(page)
      await press(page, /^Copy 1 answer from Northfield/)
      await untilPath(page, /\/domains\/services$/)
      const item = question(page, 'services.crisis-line')
      await item.getByText(/Copied from your answers for Northfield Police Department/).waitFor()
      await look(page)
      await item.locator('input[value="4"]').focus()
      await page.keyboard.press('c')
      await untilSaved(page)
      expect(await item.getByText('Not reconfirmed').count()).toBe(0)
      await page.reload()
      await expect.poll(() => item.getByText('Not reconfirmed').count()).toBe(0)
      expect(await item.locator('input[value="4"]').isChecked()).toBe(true)
    },
  )
})
