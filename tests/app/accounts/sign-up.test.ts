import { describe, expect, it } from 'vitest'
import * as confirmScreen from '#app/routes/confirm-email/route.tsx'
import * as signInScreen from '#app/routes/sign-in/route.tsx'
import * as signUpScreen from '#app/routes/sign-up/route.tsx'
import { findPersonByEmail } from '#db/queries/people.server.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { isSignedIn, password, signIn, signedUp } from '#tests/support/account-steps.ts'
import { testProgram } from '#tests/support/program.ts'
import { browserOf, faultsIn } from '#tests/support/visiting.ts'

const form = { name: 'Avery Lind', email: 'Avery@Example.org', password }

describe('signing up', () => {
  it('signs a person in at once where no mail is sent, and goes where they came from', async () => {
    const program = await testProgram()
    const browser = browserOf(program)
    const outcome = await browser.send(signUpScreen, '/sign-up?to=%2Finvitations%2Fabc', form)
    expect(outcome).toMatchObject({ status: 302, location: '/invitations/abc' })
    expect(await isSignedIn(browser)).toBe(true)
    expect(await findPersonByEmail(program.database, 'avery@example.org')).toMatchObject({
      name: 'Avery Lind',
      emailVerified: false,
    })
  })

  it.each([
    ['a name of spaces', { name: '   ' }, 'name'],
    ['a name on two lines', { name: 'Avery\nLind' }, 'name'],
    ['a name with a direction override', { name: 'Avery\u202Edrow' }, 'name'],
    ['an address without a host', { email: 'avery' }, 'email'],
    ['a short password', { password: 'short words' }, 'password'],
    ['a password of one character', { password: 'aaaaaaaaaaaaaaaa' }, 'password'],
    ['a row of digits', { password: '1234567890123' }, 'password'],
    ['a well-known password', { password: 'Password-Password' }, 'password'],
    ['the own address as password', { password: 'avery@example.org' }, 'password'],
  ])('refuses %s, keeps what was typed and never sends the password back', async (_title, wrong, field) => {
    const program = await testProgram()
    const outcome = await browserOf(program).send(signUpScreen, '/sign-up', { ...form, ...wrong })
    expect(outcome.status).toBe(400)
    expect(Object.keys(faultsIn(outcome))).toEqual([field])
    expect(JSON.stringify(outcome.data)).not.toContain('password' in wrong ? wrong.password : password)
    expect(await findPersonByEmail(program.database, 'avery@example.org')).toBeUndefined()
  })

  it('says that there is an account already, where no mail could tell', async () => {
    const program = await testProgram()
    await signedUp(program, 'avery@example.org')
    const outcome = await browserOf(program).send(signUpScreen, '/sign-up', form)
    expect(outcome.status).toBe(409)
    expect(faultsIn(outcome)['email']?.[0]).toContain('account with this email address already')
  })

  it('refuses what is no form', async () => {
    const program = await testProgram()
    const { action } = signUpScreen
    const outcome = await browserOf(program).send(
      {
        action: (args) =>
          action({ ...args, request: new Request(args.request.url, { method: 'POST', body: '{}' }) }),
      },
      '/sign-up',
      {},
    )
    expect(outcome.status).toBe(400)
  })
})

describe('signing up where mail is sent', () => {
  const mail = { url: 'smtp://127.0.0.1:9', from: 'pmhc@example.org' }
  const linkIn = (body: string) => /https?:\/\/\S+/.exec(body)?.[0] ?? ''

  /** The newest mail's link, as path and token. */
  async function confirmation(program: Awaited<ReturnType<typeof testProgram>>) {
    const [newest] = await listMail(program.database, 1)
    const { pathname, search } = new URL(linkIn(newest?.body ?? ''))
    return { path: pathname + search, params: { token: pathname.split('/').at(-1) ?? '' } }
  }

  it('asks to confirm the address, then to sign in, and comes back to where it began', async () => {
    const program = await testProgram({ environment: { mail } })
    const browser = browserOf(program)
    const signUp = await browser.send(signUpScreen, '/sign-up?to=%2Finvitations%2Fabc', form)
    expect(signUp.data).toEqual({ mailedTo: 'avery@example.org' })
    expect(await isSignedIn(browser)).toBe(false)
    const early = await signIn(browser, 'avery@example.org')
    expect(early).toMatchObject({ status: 400, data: { unconfirmed: 'avery@example.org' } })

    const { path, params } = await confirmation(program)
    const confirmed = await browser.send(confirmScreen, path, {}, params)
    expect(confirmed.location).toBe('/sign-in?done=address-confirmed&to=%2Finvitations%2Fabc')
    const late = await signIn(browser, 'avery@example.org', password, '/invitations/abc')
    expect(late.location).toBe('/invitations/abc')
    expect(await isSignedIn(browser)).toBe(true)
  })

  it('confirms nothing by opening the link alone: scanners of mail servers do that', async () => {
    const program = await testProgram({ environment: { mail } })
    await browserOf(program).send(signUpScreen, '/sign-up', form)
    const { path, params } = await confirmation(program)
    await browserOf(program).open(confirmScreen, path, params)
    expect(await findPersonByEmail(program.database, 'avery@example.org')).toMatchObject({
      emailVerified: false,
    })
  })

  it('answers a forged link with what to do', async () => {
    const program = await testProgram({ environment: { mail } })
    const outcome = await browserOf(program).send(confirmScreen, '/confirm-email/x', {}, { token: 'x.y.z' })
    expect(outcome).toMatchObject({ status: 410, data: { unconfirmed: 'unusable' } })
  })

  it('does not say that there is an account already, and tells its owner by mail', async () => {
    const program = await testProgram({ environment: { mail } })
    await browserOf(program).send(signUpScreen, '/sign-up', form)
    const outcome = await browserOf(program).send(signUpScreen, '/sign-up', form)
    expect(outcome.data).toEqual({ mailedTo: 'avery@example.org' })
    const [newest] = await listMail(program.database, 1)
    expect(newest).toMatchObject({ recipient: 'avery@example.org', subject: 'You already have an account' })
  })

  it('sends the link again, three times an hour at most, and tells nobody whether there is an account', async () => {
    const program = await testProgram({ environment: { mail, mode: 'production' } })
    await browserOf(program).send(signUpScreen, '/sign-up', form)
    const again = (email: string) =>
      browserOf(program).send(signInScreen, '/sign-in', { intent: 'confirm-again', email })
    const known = []
    for (let count = 0; count < 4; count++) known.push((await again('avery@example.org')).status)
    expect(known).toEqual([200, 200, 200, 429])
    const unknown = []
    for (let count = 0; count < 4; count++) unknown.push((await again('nobody@example.org')).status)
    expect(unknown).toEqual([200, 200, 200, 429])
  })
})
