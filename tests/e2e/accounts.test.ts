import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectGoodPage } from './support/good-page.ts'
import { mailboxForTests } from './support/mailbox.ts'
import { open, untilPath } from './support/pages.ts'
import { siteForTests } from './support/site.ts'

const password = 'three brown foxes dance'

const mailbox = await mailboxForTests()
const site = siteForTests(mailbox.environment)

/** The link of a kind that was mailed to an address, as a path. */
const linkMailedTo = (address: string, kind: string) => mailbox.linkMailedTo(site.app.origin, address, kind)

async function fillSignUp(page: Page, name: string, address: string) {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Work email address').fill(address)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
}

async function fillSignIn(page: Page, address: string) {
  await page.getByLabel('Email address').fill(address)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs up and confirms the address by the mailed link; ends where `to` leads. */
async function signUp(page: Page, name: string, address: string) {
  await fillSignUp(page, name, address)
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  await page.goto(await linkMailedTo(address, 'confirm-email'))
  await page.getByRole('button', { name: 'Yes, this email address is mine' }).click()
  await page.getByText('Your email address is confirmed').waitFor()
  await fillSignIn(page, address)
}

describe('accounts, where mail is sent', () => {
  it('begin by a confirmed address, found an organization, and invite somebody who needs no JavaScript', async () => {
    const { page } = await site.visit('/sign-up')
    await signUp(page, 'Avery Lind', 'avery@example.org')
    await page.getByRole('link', { name: 'Enter my organization' }).click()
    await page.getByRole('link', { name: /^Law-enforcement agency/ }).click()
    await page.getByLabel('Name of the agency').fill('Larkmoor Police Department')
    await page.getByLabel('Type of agency').selectOption('police')
    await page.getByLabel('State or territory').selectOption('OH')
    await page.getByLabel('County').fill('Larkmoor')
    await page.getByLabel('Full-time sworn officers').selectOption('25-49')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.waitForURL(/\/organizations\/[\da-f-]{36}$/)
    await open(page, `${page.url()}/members`)
    await page.getByLabel('Their email address').fill('sam@example.org')
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByText('The invitation is on its way.').waitFor()

    const invitation = await linkMailedTo('sam@example.org', 'invitations')
    const { page: other } = await site.visit(invitation, { javaScriptEnabled: false })
    await other.getByRole('link', { name: 'Sign up' }).click()
    await untilPath(other, '/sign-up')
    expect(await other.getByLabel('Work email address').inputValue()).toBe('sam@example.org')
    await signUp(other, 'Sam Okonjo', 'sam@example.org')
    await other.getByRole('button', { name: 'Accept the invitation' }).click()
    await other.getByRole('heading', { name: 'Larkmoor Police Department', level: 1 }).waitFor()

    const cookies = await other.context().cookies()
    expect(cookies.map(({ name }) => name)).toEqual(['better-auth.session_token'])
    expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })

    await page.reload()
    await page.locator('.people-list__name', { hasText: 'Sam Okonjo' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You are signed out.').waitFor()
  })

  it('get a second step by scanning, and sign in with a code or a recovery code', async () => {
    const { page, problems } = await site.visit('/sign-up')
    problems.expect(/Failed to load resource: .* 400/)
    await signUp(page, 'Robin Lark', 'robin@example.org')
    await page.getByRole('heading', { name: 'Welcome, Robin Lark' }).waitFor()
    await open(page, '/account/second-factor')
    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Switch on' }).click()
    const secret = (await page.locator('.scan-step__secret').innerText()).replaceAll(/\s/g, '')
    const app = new TOTP({ secret })
    const picture = page.getByRole('img', { name: /authenticator app/ })
    const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)
    await expect.poll(width).toBeGreaterThan(0)
    await page.getByLabel(/six digits/).fill('000000')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByText('That code is not right').waitFor()
    await page.getByLabel(/six digits/).fill(app.generate())
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor()
    const codes = page.locator('.recovery-codes code')
    await expect.poll(() => codes.count()).toBe(10)
    const code = await codes.first().innerText()

    const { page: phone } = await site.visit('/sign-in?to=/account', { javaScriptEnabled: false })
    await fillSignIn(phone, 'robin@example.org')
    await phone.getByText('I don’t have my authenticator app at hand').click()
    await phone.getByLabel('Recovery code').fill(code)
    await phone.getByRole('button', { name: 'Use this recovery code' }).click()
    await phone.getByRole('heading', { name: 'Your account', exact: true }).waitFor()
    await phone.getByRole('button', { name: 'Sign out everywhere' }).click()
    await phone.getByText('You are signed out on every device.').waitFor()
    await page.goto('/account')
    await untilPath(page, '/sign-in')
  })

  it('ask to be confirmed before they open, and are opened anew by a mailed link where the password is forgotten', async () => {
    const { page, problems } = await site.visit('/sign-up')
    problems.expect(/Failed to load resource: .* (400|410)/)
    await fillSignUp(page, 'Kim Vale', 'kim@example.org')
    await page.getByRole('heading', { name: 'Check your email' }).waitFor()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'I have opened the link: sign in' }).click()
    await fillSignIn(page, 'kim@example.org')
    await page.getByText('Confirm your email address first').waitFor()
    await open(page, await linkMailedTo('kim@example.org', 'confirm-email'))
    await page.getByRole('button', { name: 'Yes, this email address is mine' }).click()

    await page.getByRole('link', { name: 'I don’t remember my password' }).click()
    await page.getByRole('heading', { name: 'Forgotten password' }).waitFor()
    await page.getByLabel('Email address').fill('kim@example.org')
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByText('Check your email').waitFor()
    const link = await linkMailedTo('kim@example.org', 'reset-password')
    await open(page, link)
    await page.getByLabel('New password').fill('four green herons wade')
    await page.getByRole('button', { name: 'Set this password' }).click()
    await page.getByText('Your new password is set.').waitFor()
    await fillSignIn(page, 'kim@example.org')
    await page.getByText('The email address or the password is not right.').waitFor()
    await page.getByLabel('Password', { exact: true }).fill('four green herons wade')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Welcome, Kim Vale' }).waitFor()

    await page.goto(link)
    await page.getByText('This link does not work any more').waitFor()
  })

  it('are not guessed: the eleventh try to sign in within a minute is refused by the real server', async () => {
    const body = () => new URLSearchParams({ email: 'nobody@example.org', password: 'a guess of somebody' })
    const statuses = []
    for (let count = 0; count < 11; count++) {
      statuses.push((await site.app.fetch('/sign-in', { method: 'POST', body: body() })).status)
    }
    expect(statuses.at(-1)).toBe(429)
    const refused = await site.app.fetch('/sign-in', { method: 'POST', body: body() })
    expect(await refused.text()).toMatch(/Too many tries\. Wait (a minute|\d+ minutes), then try again\./)
    const foreign = await site.app.fetch('/sign-in', {
      method: 'POST',
      body: body(),
      headers: { Origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
    expect((await site.app.fetch('/api/auth/get-session')).status).toBe(404)
  })
})
