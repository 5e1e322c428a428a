import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectGoodPage, settled } from './support/good-page.ts'
import { open, pathOf, untilPath } from './support/pages.ts'
import { siteForTests } from './support/site.ts'

/** With the outbox page, where the mails' links are. */
const site = siteForTests({ DEMO: '1' })

const name = 'Wilhelmina Featherstonehaugh-Cholmondeley of the Crisis Response Unit'
const email = 'wilhelmina.featherstonehaugh.cholmondeley@consolidated-tri-county.example'
const password = 'four plain words here'
const agency = 'Consolidated Tri-County Metropolitan Sheriff’s Office and Public Safety Authority of Fairview'

async function look(page: Page) {
  await settled(page)
  await expectGoodPage(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Opens the newest mail's link of a kind, as somebody who reads their mail does. */
async function followMail(page: Page, kind: string) {
  const link = page.locator(`a[href*="/${kind}/"]`).first()
  const arrived = async () => {
    await page.goto('/outbox')
    return link.count()
  }
  await expect.poll(arrived).toBe(1)
  await look(page)
  await page.goto((await link.getAttribute('href')) ?? '')
}

async function signUp(page: Page) {
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.locator('.usa-error-message').first().waitFor()
  await look(page)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Work email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByRole('heading', { name: /^Welcome/ }).waitFor()
  await look(page)
}

async function enterAgency(page: Page): Promise<string> {
  await open(page, '/organizations/new?kind=agency')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.locator('.usa-error-message').first().waitFor()
  await look(page)
  await page.getByLabel('Name of the agency').fill(agency)
  await page.getByLabel('Type of agency').selectOption({ index: 1 })
  await page.getByLabel('State or territory').selectOption('OH')
  await page.getByLabel('County').fill('Fairview')
  await page.getByLabel('Full-time sworn officers').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Create' }).click()
  await untilPath(page, /^\/organizations\/(?!new)/)
  return pathOf(page)
}

describe('somebody new with long names', () => {
  it(
    'finds each screen in order before anything is there, and once something is begun',
    { timeout: 300_000 },
    async () => {
      const { page, problems } = await site.visit('/sign-up')
      problems.expect(/Failed to load resource/)
      await signUp(page)
      const home = await enterAgency(page)
      for (const path of ['', '/members', '/profile', '/log', '/progress', '/assessments/new']) {
        await page.goto(`${home}${path}`)
        await look(page)
      }
      await page.getByRole('button', { name: 'Start the assessment' }).click()
      await untilPath(page, /^\/assessments\/[\w-]+$/)
      const assessment = pathOf(page)
      for (const path of ['', '/people', '/domains/leadership', '/review', '/results']) {
        await page.goto(`${assessment}${path}`)
        await look(page)
      }
      await page.goto(home)
      await look(page)
    },
  )

  it('finds the screens that a mail leads to in order', async () => {
    const { page } = await site.visit('/sign-in')
    await open(page, '/forgot-password')
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByText('Check your email').waitFor()
    await look(page)
    await followMail(page, 'reset-password')
    await page.getByRole('button', { name: 'Set this password' }).waitFor()
    await look(page)
  })
})
