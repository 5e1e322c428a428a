import { describe, expect, it } from 'vitest'
import { demoPassword, demoPeople } from '#app/accounts/demo-people.ts'
import * as signInScreen from '#app/routes/sign-in/route.tsx'
import * as signOutScreen from '#app/routes/sign-out/route.tsx'
import * as signUpScreen from '#app/routes/sign-up/route.tsx'
import { isSignedIn, password, signIn, signedUp } from '#tests/support/account-steps.ts'
import { testProgram } from '#tests/support/program.ts'
import { browserOf, faultsIn } from '#tests/support/visiting.ts'

describe('signing in', () => {
  it('goes back to where it was asked for, and stays on this site', async () => {
    const program = await testProgram()
    await signedUp(program, 'avery@example.org')
    const goesTo = async (to: string) =>
      (await signIn(browserOf(program), 'AVERY@example.org', password, to)).location
    expect(await goesTo('/organizations/1/members?x=1')).toBe('/organizations/1/members?x=1')
    for (const elsewhere of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
    ]) {
      expect(await goesTo(elsewhere)).toBe('/')
    }
  })

  it('says the same of a wrong password and of an unknown address', async () => {
    const program = await testProgram()
    await signedUp(program, 'avery@example.org')
    const wrong = await signIn(browserOf(program), 'avery@example.org', 'four green cats sleeping')
    const unknown = await signIn(browserOf(program), 'nobody@example.org')
    expect(wrong.status).toBe(400)
    expect(faultsIn(wrong)).toEqual({ '': ['The email address or the password is not right.'] })
    expect(faultsIn(unknown)).toEqual(faultsIn(wrong))
    expect(wrong.headers.getSetCookie().join()).not.toContain('session_token=e')
  })

  it('refuses the eleventh try within a minute from one address, in words, also the right password', async () => {
    const program = await testProgram({ environment: { mode: 'production' } })
    await signedUp(program, 'avery@example.org')
    const tries = []
    for (let count = 0; count < 10; count++) {
      tries.push((await signIn(browserOf(program), `person${count}@example.org`)).status)
    }
    expect(new Set(tries)).toEqual(new Set([400]))
    const eleventh = await signIn(browserOf(program), 'avery@example.org')
    expect(eleventh.status).toBe(429)
    expect(faultsIn(eleventh)['']?.[0]).toBe('Too many tries. Wait a minute, then try again.')
    const elsewhere = browserOf(program, '198.51.100.20')
    expect((await signIn(elsewhere, 'avery@example.org')).location).toBe('/')
  })

  it('refuses the thirty-first try at one account within a quarter of an hour, wherever it comes from', async () => {
    const program = await testProgram({ environment: { mode: 'production' } })
    const tries = []
    for (let count = 0; count < 31; count++) {
      tries.push((await signIn(browserOf(program, `198.51.100.${count}`), 'avery@example.org')).status)
    }
    expect(tries.slice(0, 30).every((status) => status === 400)).toBe(true)
    expect(tries[30]).toBe(429)
  })

  it('counts tries in the database, so that a second process counts them too', async () => {
    const first = await testProgram({ environment: { mode: 'production' } })
    const second = await testProgram({ environment: { mode: 'production' }, database: first.database })
    for (let count = 0; count < 10; count++) await signIn(browserOf(first), 'nobody@example.org')
    const { rateLimits } = first.database.tables
    const counted = await first.database.orm.select().from(rateLimits)
    expect(counted.map(({ key, count }) => [key, count])).toContainEqual(['203.0.113.7|/sign-in/email', 10])
    expect((await signIn(browserOf(second), 'nobody@example.org')).status).toBe(429)
  })

  it('keeps neither the address nor the browser that somebody signed in with', async () => {
    const program = await testProgram()
    await signedUp(program, 'avery@example.org')
    const { sessions } = program.database.tables
    const kept = await program.database.orm.select().from(sessions)
    expect(kept).toMatchObject([{ ipAddress: null, userAgent: null }])
  })
})

describe('the session', () => {
  it('ends when its person signs out, for a copied cookie too', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, 'avery@example.org')
    const thief = browserOf(program)
    thief.cookie = browser.cookie
    expect(await isSignedIn(thief)).toBe(true)
    expect((await browser.send(signOutScreen, '/sign-out', {})).location).toBe('/sign-in?done=signed-out')
    expect(await isSignedIn(browser)).toBe(false)
    expect(await isSignedIn(thief)).toBe(false)
  })

  it('is not ended by opening a link', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, 'avery@example.org')
    await browser.open(signOutScreen, '/sign-out')
    expect(await isSignedIn(browser)).toBe(true)
  })

  it('is not accepted with a changed token or signature, nor without one', async () => {
    const program = await testProgram()
    const { cookie } = await signedUp(program, 'avery@example.org')
    const browser = browserOf(program)
    for (const forged of [
      cookie.replace('token=', 'token=x'),
      `${cookie.slice(0, -8)}AAAA%3D`,
      cookie.replace(/\..*$/, ''),
      cookie.replace(/token=.*/, 'token=%E0%A4%A'),
      cookie.replace('better-auth', '__Secure-better-auth'),
    ]) {
      browser.cookie = forged
      expect(await isSignedIn(browser), forged).toBe(false)
    }
  })

  it('ends after 14 days', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, 'avery@example.org')
    program.setNow(new Date(Date.now() + 13.9 * 86_400_000))
    expect(await isSignedIn(browser)).toBe(true)
    program.setNow(new Date(Date.now() + 14.1 * 86_400_000))
    expect(await isSignedIn(browser)).toBe(false)
  })

  it('is kept in a cookie that is for HTTPS alone where the site is', async () => {
    const program = await testProgram({ environment: { origin: 'https://pmhc.example.org' } })
    const browser = browserOf(program)
    const form = { name: 'Avery Lind', email: 'avery@example.org', password }
    const { headers } = await browser.send(signUpScreen, '/sign-up', form)
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-better-auth\.session_token=/)
    expect(cookie.split('; ')).toEqual(
      expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']),
    )
    expect(await isSignedIn(browser)).toBe(true)
  })
})

describe('the demonstration', () => {
  it('offers its people as buttons that sign in', async () => {
    const program = await testProgram({ environment: { demo: true } })
    const [first] = demoPeople
    if (!first) throw new Error('the demonstration has people')
    await browserOf(program).send(signUpScreen, '/sign-up', { ...first, password: demoPassword })
    const browser = browserOf(program)
    expect((await browser.open(signInScreen, '/sign-in')).data).toMatchObject({ people: demoPeople })
    const outcome = await browser.send(signInScreen, '/sign-in', {
      intent: 'sign-in-as',
      email: first.email,
    })
    expect(outcome.location).toBe('/')
    expect(await isSignedIn(browser)).toBe(true)
  })

  it('is the only place that offers them', async () => {
    const program = await testProgram()
    const [first] = demoPeople
    const browser = browserOf(program)
    expect((await browser.open(signInScreen, '/sign-in')).data).toMatchObject({ people: [] })
    const fields = { intent: 'sign-in-as', email: first?.email ?? '' }
    expect((await browser.send(signInScreen, '/sign-in', fields)).status).toBe(404)
  })
})
