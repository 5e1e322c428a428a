import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from './support/accessibility.ts'
import { focused, tabTo } from './support/keys.ts'
import { folderWithFourItems, twoSides, type TwoSides } from './support/reconciling.ts'
import { rows } from './support/rows.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests({ QUESTIONNAIRES_DIR: folderWithFourItems() })
const widest = 'leadership.workgroup'

async function open({ assessment }: TwoSides, person: TwoSides['ada'], search = '', options = {}) {
  const { page, problems } = await site.visit(`/assessments/${assessment}/differences${search}`, {
    ...person.signedIn,
    ...options,
  })
  // Browsers report the answers that say why something was not done.
  problems.expect(/\/differences.*(409 \(Conflict\)|422 \(Unprocessable)/)
  problems.expect(/\/differences\/steps.*ERR_FAILED/)
  return page
}

const both = async (sides: TwoSides, search = '') =>
  Promise.all([open(sides, sides.ada, search), open(sides, sides.lee, search)])

const form = (page: Page, step: string) => page.locator(`form[data-step="${step}"]`)

async function propose(page: Page, choice: string, note = '') {
  await form(page, 'proposed').getByText(choice, { exact: true }).click()
  await form(page, 'proposed').getByLabel('Note').fill(note)
  await form(page, 'proposed').getByRole('button').click()
}

const accept = (page: Page) => page.getByRole('button', { name: /^Accept/ }).click()
const stepsOf = ({ assessment }: TwoSides) =>
  rows(
    site.app,
    'select kind, side from reconciliation_steps where assessment_id = ? order by revision',
    assessment,
  )

describe('two sides in two browsers', () => {
  it('both read “[redacted]” as soon as one redacts what it said', async () => {
    const sides = await twoSides(site.app)
    const [adas, lees] = await both(sides)
    await form(adas, 'commented').getByLabel('Comment').fill('It was about Sam from Elm Street.')
    await form(adas, 'commented').getByRole('button').click()
    await lees.getByText('It was about Sam from Elm Street.').waitFor()
    expect(await lees.getByRole('link', { name: /^Redact/ }).count()).toBe(0)
    await adas.getByRole('link', { name: /^Redact/ }).click()
    await adas.getByLabel('Why is it taken out?').fill('It named a person.')
    await adas.getByRole('button', { name: 'Take it out for good' }).click()
    await adas.getByText('[redacted]').waitFor()
    await lees.getByText('[redacted]').waitFor()
    expect(await lees.getByText('Elm Street').count()).toBe(0)
    expect(await adas.getByRole('link', { name: /^Redact/ }).count()).toBe(0)
  })

  it('lose no text when the other side moves first', async () => {
    const sides = await twoSides(site.app)
    const [adas, lees] = await both(sides)
    await form(adas, 'proposed').getByLabel('Note').fill('We count the spring too.')
    await form(adas, 'proposed').getByText('4 · Level 4', { exact: true }).click()
    await propose(lees, '1 · Level 1', 'Nobody came.')
    await adas.getByText(`${sides.lee.name} proposed 1 · Level 1 meanwhile.`).waitFor()
    await adas.getByText('What you typed is still here.').waitFor()
    await adas.reload()
    // It is put back by the page's script.
    await expect
      .poll(() => form(adas, 'proposed').getByLabel('Note').inputValue())
      .toBe('We count the spring too.')
    await form(adas, 'proposed').getByRole('button').click()
    await lees.getByRole('heading', { name: 'proposes 4 · Level 4' }).waitFor()
  })

  it('are told when the other was first, and keep what they typed', async () => {
    const sides = await twoSides(site.app)
    const [adas, lees] = await both(sides)
    // Ada's page hears of nothing.
    await adas.route('**/differences/steps*', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    )
    await propose(lees, '1 · Level 1', 'Nobody came.')
    await lees.getByRole('heading', { name: 'Your side proposes 1 · Level 1' }).waitFor()
    await propose(adas, '5 · Level 5', 'Everybody came.')
    await adas.getByText('Somebody else was first.').waitFor()
    expect(await form(adas, 'proposed').getByLabel('Note').inputValue()).toBe('Everybody came.')
    expect(stepsOf(sides)).toEqual([{ kind: 'proposed', side: 'partner' }])
  })

  it('are asked about text that looks private before it is sent', async () => {
    const sides = await twoSides(site.app)
    const page = await open(sides, sides.lee)
    await form(page, 'commented').getByLabel('Comment').fill('Call 212-555-0147.')
    await form(page, 'commented').getByRole('button').click()
    await page.getByText('Is this about a person?').waitFor()
    expect(stepsOf(sides)).toEqual([])
    await page.getByLabel('It is about nobody').check()
    await form(page, 'commented').getByRole('button').click()
    await page.getByText('Call 212-555-0147.', { exact: true }).waitFor()
  })
})

describe('the differences', () => {
  it('are worked through by keyboard alone', async () => {
    const sides = await twoSides(site.app)
    const page = await open(sides, sides.ada)
    await tabTo(page, ({ name }) => name.startsWith('How does the group meet?'))
    await page.keyboard.press('j')
    await page.waitForURL(/item=leadership\.policy/)
    await page.waitForFunction(() => document.activeElement?.id === 'leadership.policy')
    await page.keyboard.press('p')
    await page.keyboard.press('ArrowDown')
    expect((await focused(page))?.name).toBe('2 · Level 2')
    await tabTo(page, ({ name }) => name === 'Propose')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your side proposes 2 · Level 2' }).waitFor()
    expect(stepsOf(sides)).toEqual([{ kind: 'proposed', side: 'agency' }])
  })

  it('are settled and signed without JavaScript', async () => {
    const sides = await twoSides(site.app)
    const off = { javaScriptEnabled: false }
    const [adas, lees] = await Promise.all([open(sides, sides.ada, '', off), open(sides, sides.lee, '', off)])
    for (const item of [widest, 'leadership.policy', 'training.basic']) {
      const address = `/assessments/${sides.assessment}/differences?item=${item}`
      await adas.goto(address)
      await propose(adas, '2 · Level 2', 'In the middle.')
      expect(adas.url()).toContain(`item=${item}#${item}`)
      await lees.goto(address)
      await accept(lees)
    }
    await lees.goto(`/assessments/${sides.assessment}/differences`)
    await lees.getByRole('button', { name: /^Sign for/ }).click()
    await adas.reload()
    await adas.getByRole('button', { name: 'Sign and make it final' }).click()
    expect(adas.url()).toMatch(/\/results(#sign)?$/)
  })

  it('keep what was typed without JavaScript, and say what is missing', async () => {
    const sides = await twoSides(site.app)
    const page = await open(sides, sides.ada, '?item=leadership.workgroup', { javaScriptEnabled: false })
    await form(page, 'commented').getByLabel('Comment').fill('Call 212-555-0147.')
    await form(page, 'commented').getByRole('button').click()
    await page.getByText('Is this about a person?').waitFor()
    expect(await form(page, 'commented').getByLabel('Comment').inputValue()).toBe('Call 212-555-0147.')
  })

  it('have no fault that axe finds, with something to settle, settled and signed', async () => {
    const sides = await twoSides(site.app)
    const [adas, lees] = await both(sides, `?item=${widest}`)
    await propose(adas, '2 · Level 2', 'In the middle.')
    await lees.getByRole('heading', { name: 'proposes 2 · Level 2' }).waitFor()
    await expectAccessible(adas)
    await expectAccessible(lees)
    await accept(lees)
    for (const item of ['leadership.policy', 'training.basic']) {
      const address = `/assessments/${sides.assessment}/differences?item=${item}`
      await Promise.all([adas.goto(address), lees.goto(address)])
      await propose(adas, 'Close it as not agreed')
      await accept(lees)
    }
    await lees.getByRole('button', { name: /^Sign for/ }).click()
    await lees.getByText('Your side has signed.').waitFor()
    await expectAccessible(adas)
    await expectAccessible(lees)
    await adas.goto(`/assessments/${sides.assessment}/go-alone`)
    await expectAccessible(adas)
  })
})
