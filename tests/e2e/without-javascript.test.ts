import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayFromToday } from './support/agency.ts'
import { choose, question, untilChosen } from './support/domain-page.ts'
import { pathOf, untilPath } from './support/pages.ts'
import { addressOf, newPerson, password, type Person } from './support/people.ts'
import { answerAll, domains, levelItems, save } from './support/saves.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
const name = 'Ada Winters'
let assessment = ''
let ada: Person

/** A browser in which no script runs, signed in where somebody is. */
const visit = (path: string, person?: Person) =>
  site.visit(path, { ...person?.signedIn, javaScriptEnabled: false })

/** A form that comes back says so by its status, which browsers report. */
const comesBack = /Failed to load resource.* (400 \(Bad Request\)|409 \(Conflict\))/

async function fillSignIn(page: Page) {
  await page.getByLabel('Email address').fill(addressOf(name))
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const saveAnswers = (page: Page) => page.getByRole('button', { name: 'Save answers' }).first().click()
/** Where a form leads that was saved whole. */
const untilSaved = (page: Page) => page.waitForURL(({ search }) => search.startsWith('?saved='))
const policies = () => `/assessments/${assessment}/domains/policies`

describe('without JavaScript', () => {
  it('a person signs in, enters the agency and starts an assessment; errors keep what was typed', async () => {
    ada = await newPerson(site.app, name)
    const { page, problems } = await visit('/organizations/new?kind=agency')
    problems.expect(comesBack)
    await fillSignIn(page)
    await page.getByLabel('Name of the agency').fill('Winterfield Police Department')
    await page.getByLabel('Type of agency').selectOption({ label: 'Police department' })
    await page.getByLabel('State or territory').selectOption({ label: 'Ohio' })
    await page.getByLabel('County').fill('Winter County')
    await page.getByLabel('Full-time sworn officers').selectOption({ label: '25 to 49' })
    await page.getByLabel('ORI').fill('nonsense')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByText('An ORI is two letters and then seven letters or digits').waitFor()
    expect(await page.getByLabel('County').inputValue()).toBe('Winter County')
    await page.getByLabel('ORI').fill('')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('link', { name: 'Start your first assessment' }).click()
    await page.getByLabel('As-of date').fill(dayFromToday(-1))
    await page.getByRole('button', { name: 'Start the assessment' }).click()
    await untilPath(page, /^\/assessments\/[\w-]+$/)
    await page.getByRole('heading', { level: 2, name: 'Domains' }).waitFor()
    assessment = pathOf(page).split('/').at(-1) ?? ''
  })

  it('answers a domain by its button, and comes back to what is missing', async () => {
    const { page } = await visit(policies(), ada)
    const items = levelItems('policies')
    for (const itemId of items.slice(0, -2)) await choose(page, itemId, 4)
    await choose(page, 'policies.transport', 'not-applicable')
    await question(page, 'policies.transport').getByLabel('Why does it not apply?').fill('Others do it.')
    await saveAnswers(page)
    await untilSaved(page)
    const missing = page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: 'Not answered yet:' })
    await expect.poll(() => missing.getByRole('link').count()).toBe(2)
    await missing.getByRole('link').first().click()
    await page.waitForURL(({ hash }) => hash === `#${items.at(-2) ?? ''}`)
    await untilChosen(page, 'policies.dispatch', 4)
    await untilChosen(page, 'policies.transport', 'not-applicable')
  })

  it('what could not be saved comes back with its reason, and the rest is saved', async () => {
    const { page, problems } = await visit(policies(), ada)
    problems.expect(comesBack)
    await choose(page, 'policies.information-sharing', 'dont-know')
    const scene = question(page, 'policies.on-scene')
    await scene.locator('summary', { hasText: 'Note and evidence links' }).click()
    await scene.getByLabel('Evidence link 1').fill('http://not-secure.example')
    await saveAnswers(page)
    await page.getByText('1 answer could not be saved').waitFor()
    expect(await scene.getByLabel('Evidence link 1').inputValue()).toBe('http://not-secure.example')
    await page.goto(policies())
    await untilChosen(page, 'policies.information-sharing', 'dont-know')
    expect(await scene.getByLabel('Evidence link 1').inputValue()).toBe('')
  })

  it('two answers to one question are both shown, and the person chooses', async () => {
    const { page, problems } = await visit(policies(), ada)
    problems.expect(comesBack)
    await save(site.app, ada, assessment, 'policies.dispatch', { value: 2 }, { baseRevision: 1 })
    await choose(page, 'policies.dispatch', 5)
    await saveAnswers(page)
    const dispatch = question(page, 'policies.dispatch')
    await dispatch.getByText('Two answers to this item').waitFor()
    await dispatch.getByRole('button', { name: 'Keep my answer' }).click()
    await untilSaved(page)
    await page.getByText('Saved', { exact: true }).first().waitFor()
    await untilChosen(page, 'policies.dispatch', 5)
  })

  it('submits and reads the results, numbers in the charts’ place', async () => {
    const rest = domains.filter(({ id }) => id !== 'policies').map(({ id }) => [id, 4] as const)
    await answerAll(site.app, ada, assessment, Object.fromEntries(rest))
    const { page } = await visit(`/assessments/${assessment}`, ada)
    await page.getByRole('link', { name: 'Review', exact: true }).click()
    await page.getByRole('button', { name: 'Submit and make final' }).click()
    await untilPath(page, `/assessments/${assessment}/results`)
    // Everything at level 4 is 75; of eight answered policies one is at level 5: 78.1 there, 75.5 in the mean.
    expect(await page.locator('.standing__score').innerText()).toBe('76')
    await page.getByText('Not co-reviewed:').waitFor()
    await page.getByText('Its numbers are in the table.').first().waitFor()
    expect(await page.getByRole('table').first().innerText()).toMatch(/Policies[^%]*?\s78/)
  })
})
