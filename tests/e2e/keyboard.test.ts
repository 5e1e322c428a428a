import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoPassword } from '#app/accounts/demo-people.ts'
import { demonstrationForTests } from './support/demonstration.ts'
import { chosen, untilChosen, untilSaved, untilState } from './support/domain-page.ts'
import { allStops, focused, tabTo, type Stop } from './support/keys.ts'
import { untilPath } from './support/pages.ts'

const demonstration = demonstrationForTests()
const { site } = demonstration

const coordinator = 'Avery Lindqvist'
const called = (name: RegExp) => (stop: Stop) => name.test(stop.name)
const inItem = (itemId: string) => (stop: Stop) => stop.item === itemId

const heading = (page: Page) => page.locator('h1').innerText()

/** Presses Enter, and waits for where that leads: the address is there a moment before the page. */
async function pressEnter(page: Page, leadsTo: RegExp) {
  const before = await heading(page)
  await page.keyboard.press('Enter')
  await untilPath(page, leadsTo)
  await expect.poll(() => heading(page)).not.toBe(before)
}

/** Follows a link or presses a button by keyboard. */
async function enter(page: Page, name: RegExp, leadsTo: RegExp) {
  await tabTo(page, called(name))
  await pressEnter(page, leadsTo)
}

async function signInByKeyboard(): Promise<Page> {
  const { page } = await site.visit('/sign-in')
  await tabTo(page, called(/^Skip to main content/))
  await page.keyboard.press('Enter')
  await tabTo(page, called(/^Email address/))
  await page.keyboard.type('avery.coordinator@larkmoor.example')
  await tabTo(page, called(/^Password/))
  await page.keyboard.type(demoPassword)
  await pressEnter(page, /^\/organizations\//)
  return page
}

/** Unfolds what holds the focus. */
async function unfold(page: Page) {
  await page.keyboard.press('Enter')
  const open = () => page.evaluate(() => document.activeElement?.closest('details')?.open)
  await expect.poll(open).toBe(true)
}

/** A domain of an agency that somebody of the demonstration is still answering for. */
async function openDomain(domain: string): Promise<Page> {
  const assessment = demonstration.find(
    `select a.id from assessments a join organizations o on o.id = a.agency_id
      where o.name = 'Larkmoor Police Department' and a.stage = ?`,
    'answering',
  )
  const { page } = await site.visit(
    `/assessments/${assessment}/domains/${domain}`,
    await demonstration.signedIn('Sam Okonjo'),
  )
  return page
}

const invisible = (stops: readonly Stop[]) => stops.filter(({ marked, inSight }) => !marked || !inSight)

describe('the focus', () => {
  it.each([1280, 375])('is drawn and in sight at every stop of a home, %i pixels wide', async (width) => {
    const { page } = await site.visit('/', await demonstration.signedIn(coordinator))
    await page.setViewportSize({ width, height: 800 })
    const stops = await allStops(page)
    expect(stops.length).toBeGreaterThan(10)
    expect(invisible(stops)).toEqual([])
  })

  it.each([1280, 375])('is drawn and in sight at every stop of a domain, %i pixels wide', async (width) => {
    const page = await openDomain('training')
    await page.setViewportSize({ width, height: 800 })
    const stops = await allStops(page)
    const items = new Set(stops.flatMap(({ item }) => item ?? []))
    expect(items.size, 'items that the focus comes to').toBe(await page.locator('section.item').count())
    expect(invisible(stops)).toEqual([])
  })
})

describe('somebody who uses the keyboard alone', () => {
  it('says by N that an item does not apply and why, by D that they don’t know, and clears it', async () => {
    const page = await openDomain('policies')
    const item = 'policies.transport'
    await tabTo(page, inItem(item))
    await page.keyboard.press('n')
    await expect.poll(async () => (await focused(page))?.id).toBe(`${item}-reason`)
    await page.keyboard.type('Ambulances do all of it here.')
    await untilState(page, item, /^Saved/)
    expect(await chosen(page, item)).toBe('not-applicable')

    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('d')
    await untilChosen(page, item, 'dont-know')
    await untilState(page, item, /^Saved/)
    await page.keyboard.press('Delete')
    await expect.poll(() => chosen(page, item)).toBeNull()
    await untilState(page, item, /^Saved/)
  })

  it('signs in, answers, submits and reads the results of the last time', async () => {
    const page = await signInByKeyboard()
    await enter(page, /^Continue with Community services and supports/, /\/domains\/services$/)

    await tabTo(page, inItem('services.crisis-line'))
    await page.keyboard.press('3')
    await untilChosen(page, 'services.crisis-line', 3)
    await page.keyboard.press('5')
    await untilChosen(page, 'services.crisis-line', 5)
    await page.keyboard.press('ArrowUp')
    await untilChosen(page, 'services.crisis-line', 4)
    await untilSaved(page)
    expect(await chosen(page, 'services.crisis-line')).toBe('4')

    await tabTo(page, (stop) => stop.item === 'services.crisis-line' && stop.name.startsWith('Note'))
    await unfold(page)
    await tabTo(page, ({ id }) => id === 'services.crisis-line-note')
    await page.keyboard.type('Posted in every patrol car, 24 hours a day.')
    await untilSaved(page)
    // Digits and the letter N are text while one types.
    expect(await chosen(page, 'services.crisis-line')).toBe('4')

    await enter(page, /^Next: Data on the four outcomes/, /\/domains\/data$/)
    await enter(page, /^All domains/, /^\/assessments\/[\w-]+$/)
    await enter(page, /^Review$/, /\/review$/)
    await tabTo(page, called(/^Submit for Larkmoor/))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Larkmoor Police Department has submitted' }).waitFor()

    await enter(page, /^Larkmoor Police Department$/, /^\/organizations\//)
    await enter(page, /^See the results$/, /\/results$/)
    await tabTo(page, ({ kind }) => kind === 'summary')
    await unfold(page)
  })
})
