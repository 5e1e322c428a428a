import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as accountScreen from '#app/routes/account-second-factor/route.tsx'
import * as stepScreen from '#app/routes/sign-in-second-factor/route.tsx'
import { isSignedIn, password, signIn, signedUp } from '#tests/support/account-steps.ts'
import { testProgram, type TestProgram } from '#tests/support/program.ts'
import { browserOf, faultsIn, type Browser } from '#tests/support/visiting.ts'

const email = 'avery@example.org'
const path = '/account/second-factor'
const setUpSchema = z.object({
  setUp: z.object({ uri: z.string(), picture: z.string(), secret: z.string() }),
})
const codesSchema = z.object({ recoveryCodes: z.array(z.string()) })

/** Switches the second step on, as a person does: password, scan, first code. */
async function switchedOn(browser: Browser) {
  const { setUp } = setUpSchema.parse(
    (await browser.send(accountScreen, path, { intent: 'begin', password })).data,
  )
  const app = new TOTP({ secret: setUp.secret.replaceAll(' ', '') })
  const fields = { intent: 'switch-on', uri: setUp.uri, code: app.generate() }
  const outcome = await browser.send(accountScreen, path, fields)
  return { app, setUp, recoveryCodes: codesSchema.parse(outcome.data).recoveryCodes }
}

async function halfSignedIn(program: TestProgram) {
  const browser = browserOf(program)
  const { location } = await signIn(browser, email, password, '/account')
  expect(location).toBe('/sign-in/second-factor?to=%2Faccount')
  return browser
}

const step = (browser: Browser, intent: string, code: string) =>
  browser.send(stepScreen, '/sign-in/second-factor?to=%2Faccount', { intent, code })

describe('switching the second step on', () => {
  it('shows the secret as a picture and as text, and is on only once a right code was given', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const begun = await browser.send(accountScreen, path, { intent: 'begin', password })
    const { setUp } = setUpSchema.parse(begun.data)
    expect(setUp.uri).toContain('otpauth://totp/PMHC%20self-assessment:')
    expect(atob(setUp.picture.replace('data:image/svg+xml;base64,', ''))).toMatch(/^<svg /)

    const wrong = await browser.send(accountScreen, path, {
      intent: 'switch-on',
      uri: setUp.uri,
      code: '000000',
    })
    expect(wrong.status).toBe(400)
    expect(setUpSchema.parse(wrong.data).setUp).toEqual(setUp)
    expect((await browser.open(accountScreen, path)).data).toEqual({ on: false })
    expect((await signIn(browserOf(program), email)).location).toBe('/')
  })

  it('asks for the password first', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const outcome = await browser.send(accountScreen, path, { intent: 'begin', password: 'wrong words here' })
    expect(faultsIn(outcome)).toEqual({ '': ['The password is not right.'] })
  })

  it('gives ten recovery codes, and stays signed in', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const { recoveryCodes } = await switchedOn(browser)
    expect(new Set(recoveryCodes).size).toBe(10)
    expect((await browser.open(accountScreen, path)).data).toEqual({ on: true })
  })
})

describe('signing in with a second step', () => {
  it('asks for a code of the app after the password, and goes on to where it began', async () => {
    const program = await testProgram()
    const { app } = await switchedOn(await signedUp(program, email))
    const browser = await halfSignedIn(program)
    expect(await isSignedIn(browser)).toBe(false)
    const wrong = await step(browser, 'code', '000000')
    expect(wrong.status).toBe(400)
    expect(await isSignedIn(browser)).toBe(false)
    expect((await step(browser, 'code', app.generate())).location).toBe('/account')
    expect(await isSignedIn(browser)).toBe(true)
  })

  it('accepts each recovery code once, with or without its hyphen', async () => {
    const program = await testProgram()
    const { recoveryCodes } = await switchedOn(await signedUp(program, email))
    const [code = ''] = recoveryCodes
    const first = await halfSignedIn(program)
    expect((await step(first, 'recovery-code', code.replace('-', ''))).location).toBe('/account')
    const second = await halfSignedIn(program)
    const again = await step(second, 'recovery-code', code)
    expect(again.status).toBe(400)
    expect(faultsIn(again)['']?.[0]).toContain('used before')
  })

  it('starts over after five wrong codes', async () => {
    const program = await testProgram()
    await switchedOn(await signedUp(program, email))
    const browser = await halfSignedIn(program)
    for (let count = 0; count < 5; count++) await step(browser, 'code', '000000')
    const sixth = await step(browser, 'code', '000000')
    expect(sixth.location).toBe('/sign-in?done=start-again&to=%2Faccount')
    expect((await browser.open(stepScreen, '/sign-in/second-factor')).location).toBe('/sign-in')
  })

  it('locks the account for a while after ten wrong codes, and says so', async () => {
    const program = await testProgram()
    const { app } = await switchedOn(await signedUp(program, email))
    for (let round = 0; round < 2; round++) {
      const browser = await halfSignedIn(program)
      for (let count = 0; count < 5; count++) await step(browser, 'code', '000000')
    }
    const locked = await step(await halfSignedIn(program), 'code', app.generate())
    expect(locked.status).toBe(429)
    expect(faultsIn(locked)['']?.[0]).toContain('Wait 15 minutes')
  })

  it('has no second step without the first', async () => {
    const program = await testProgram()
    const browser = browserOf(program)
    expect((await browser.open(stepScreen, '/sign-in/second-factor')).location).toBe('/sign-in')
    expect((await step(browser, 'code', '123456')).location).toBe('/sign-in?done=start-again&to=%2Faccount')
  })
})

describe('changing the second step', () => {
  it('makes new recovery codes, and the old ones stop working', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const { recoveryCodes } = await switchedOn(browser)
    const renewed = await browser.send(accountScreen, path, { intent: 'new-recovery-codes', password })
    const { recoveryCodes: newCodes } = codesSchema.parse(renewed.data)
    const visitor = await halfSignedIn(program)
    expect((await step(visitor, 'recovery-code', recoveryCodes[0] ?? '')).status).toBe(400)
    expect((await step(visitor, 'recovery-code', newCodes[0] ?? '')).location).toBe('/account')
  })

  it('is switched off by the password, and the password alone signs in again', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    await switchedOn(browser)
    const refused = await browser.send(accountScreen, path, {
      intent: 'switch-off',
      password: 'wrong words here',
    })
    expect(refused.status).toBe(400)
    const off = await browser.send(accountScreen, path, { intent: 'switch-off', password })
    expect(off.location).toBe('/account?done=second-factor-off')
    expect(await isSignedIn(browser)).toBe(true)
    expect((await signIn(browserOf(program), email)).location).toBe('/')
  })
})
