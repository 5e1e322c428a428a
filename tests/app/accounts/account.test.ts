import { describe, expect, it } from 'vitest'
import * as accountScreen from '#app/routes/account/route.tsx'
import * as deleteScreen from '#app/routes/account-delete/route.tsx'
import * as confirmScreen from '#app/routes/confirm-email/route.tsx'
import { findPerson, findPersonByEmail, setAdministrator } from '#db/queries/people.server.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { isSignedIn, password, signIn, signedUp } from '#tests/support/account-steps.ts'
import { addMember, addOrganization, testProgram } from '#tests/support/program.ts'
import { browserOf, faultsIn } from '#tests/support/visiting.ts'

const email = 'avery@example.org'

describe('the account page', () => {
  it('sends whoever is not signed in to sign in, and back', async () => {
    const program = await testProgram()
    const browser = browserOf(program)
    expect((await browser.open(accountScreen, '/account')).location).toBe('/sign-in?to=%2Faccount')
    expect((await browser.send(accountScreen, '/account', { intent: 'name', name: 'x' })).location).toBe(
      '/sign-in?to=%2Faccount',
    )
  })

  it('changes the name', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const outcome = await browser.send(accountScreen, '/account', { intent: 'name', name: ' Avery O’Neil ' })
    expect(outcome.location).toBe('/account?done=name-changed')
    expect(await findPerson(program.database, browser.personId)).toMatchObject({ name: 'Avery O’Neil' })
    const wrong = await browser.send(accountScreen, '/account', { intent: 'name', name: 'a\u0000b' })
    expect(Object.keys(faultsIn(wrong))).toEqual(['name'])
  })

  it('changes the password, and signs out every other device', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const elsewhere = browserOf(program)
    await signIn(elsewhere, email)
    const fields = { intent: 'password', newPassword: 'four green cats sleeping' }
    const wrong = await browser.send(accountScreen, '/account', {
      ...fields,
      currentPassword: 'not my password',
    })
    expect(faultsIn(wrong)).toEqual({ currentPassword: ['The password is not right.'] })
    const right = await browser.send(accountScreen, '/account', { ...fields, currentPassword: password })
    expect(right.location).toBe('/account?done=password-changed')
    expect(await isSignedIn(browser)).toBe(true)
    expect(await isSignedIn(elsewhere)).toBe(false)
    expect((await signIn(browserOf(program), email, fields.newPassword)).location).toBe('/')
  })

  it('signs out everywhere', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const elsewhere = browserOf(program)
    await signIn(elsewhere, email)
    const outcome = await browser.send(accountScreen, '/account', { intent: 'sign-out-everywhere' })
    expect(outcome.location).toBe('/sign-in?done=signed-out-everywhere')
    expect(browser.cookie).toBe('')
    expect(await isSignedIn(elsewhere)).toBe(false)
  })

  it('refuses what it does not know', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    expect((await browser.send(accountScreen, '/account', { intent: 'x' })).status).toBe(400)
  })
})

describe('changing the email address', () => {
  const change = (browser: ReturnType<typeof browserOf>, to: string, given = password) =>
    browser.send(accountScreen, '/account', { intent: 'mail', email: to, password: given })

  it('asks for the password', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const outcome = await change(browser, 'new@example.org', 'not my password')
    expect(faultsIn(outcome)).toEqual({ password: ['The password is not right.'] })
  })

  it('happens at once where no mail is sent, unless the address is taken', async () => {
    const program = await testProgram()
    await signedUp(program, 'taken@example.org')
    const browser = await signedUp(program, email)
    const taken = await change(browser, 'taken@example.org')
    expect(taken.status).toBe(409)
    expect((await change(browser, 'New@example.org')).location).toBe('/account?done=address-changed')
    expect((await signIn(browserOf(program), 'new@example.org')).location).toBe('/')
  })

  it('happens once the new address is confirmed where mail is sent, and tells the old one', async () => {
    const program = await testProgram({ environment: { demo: true } })
    const browser = await signedUp(program, email)
    expect((await change(browser, 'new@example.org')).location).toBe('/account?done=address-mailed')
    const [warning, link] = await listMail(program.database, 2).then((mails) =>
      mails.sort((one, other) => one.recipient.localeCompare(other.recipient)),
    )
    expect(warning).toMatchObject({ recipient: email, subject: 'Your email address is about to change' })
    expect(link?.recipient).toBe('new@example.org')
    expect(await findPersonByEmail(program.database, email)).toBeDefined()

    const token = /\/confirm-email\/([^\s?]+)/.exec(link?.body ?? '')?.[1] ?? ''
    const stranger = await signedUp(program, 'stranger@example.org')
    const stolen = await stranger.send(confirmScreen, `/confirm-email/${token}`, {}, { token })
    expect(stolen).toMatchObject({ status: 410, data: { unconfirmed: 'other-person' } })
    const confirmed = await browser.send(confirmScreen, `/confirm-email/${token}`, {}, { token })
    expect(confirmed.location).toBe('/account?done=address-changed')
    expect(await findPersonByEmail(program.database, 'new@example.org')).toMatchObject({
      id: browser.personId,
    })
    const reused = await browser.send(confirmScreen, `/confirm-email/${token}`, {}, { token })
    expect(reused).toMatchObject({ status: 410, data: { unconfirmed: 'unusable' } })
  })

  it('does not tell whether somebody else has the address, where mail is sent', async () => {
    const program = await testProgram({ environment: { demo: true } })
    await signedUp(program, 'taken@example.org')
    const browser = await signedUp(program, email)
    expect((await change(browser, 'taken@example.org')).location).toBe('/account?done=address-mailed')
    const mails = await listMail(program.database, 10)
    expect(mails.map(({ recipient }) => recipient)).toEqual([email])
  })
})

describe('deleting the account', () => {
  const remove = (browser: ReturnType<typeof browserOf>, given = password) =>
    browser.send(deleteScreen, '/account/delete', { password: given })

  it('asks for the password', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const outcome = await remove(browser, 'not my password')
    expect(faultsIn(outcome)).toEqual({ password: ['The password is not right.'] })
    expect(await findPersonByEmail(program.database, email)).toBeDefined()
  })

  it('removes name and address, ends every sign-in, and leaves “Former member”', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    const elsewhere = browserOf(program)
    await signIn(elsewhere, email)
    expect((await remove(browser)).location).toBe('/sign-in?done=account-deleted')
    expect(await findPerson(program.database, browser.personId)).toMatchObject({ name: 'Former member' })
    expect(await isSignedIn(elsewhere)).toBe(false)
    expect((await signIn(browserOf(program), email)).status).toBe(400)
    expect(await signedUp(program, email)).toBeDefined()
  })

  it('is refused to the last coordinator of others, in words', async () => {
    const program = await testProgram()
    const { id, coordinator } = await addOrganization(program, { name: 'Larkmoor Police Department' })
    const browser = await signedUp(program, email)
    const { members } = program.database.tables
    await program.database.orm.delete(members)
    await addMember(program, id, 'coordinator', browser.personId)
    await addMember(program, id, 'viewer', coordinator)
    const outcome = await remove(browser)
    expect(outcome.status).toBe(409)
    expect(faultsIn(outcome)['']?.[0]).toContain('last coordinator of Larkmoor Police Department')
    expect(await isSignedIn(browser)).toBe(true)
  })

  it('is refused to the last administrator, who is told what to do', async () => {
    const program = await testProgram()
    const browser = await signedUp(program, email)
    await setAdministrator(program.database, email, true)
    const outcome = await remove(browser)
    expect(outcome.status).toBe(409)
    expect(faultsIn(outcome)['']).toEqual([
      'You are the last administrator of this installation. Have another one named first, with “pmhc admin add” on the server; then you can delete your account.',
    ])
    expect(await isSignedIn(browser)).toBe(true)
    await signedUp(program, 'next@example.org')
    await setAdministrator(program.database, 'next@example.org', true)
    expect((await remove(browser)).location).toBe('/sign-in?done=account-deleted')
  })

  it('is refused after ten wrong passwords within a quarter of an hour', async () => {
    const program = await testProgram({ environment: { mode: 'production' } })
    const browser = await signedUp(program, email)
    const statuses = []
    for (let count = 0; count < 11; count++) statuses.push((await remove(browser, 'not my password')).status)
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(400))
    expect(statuses[10]).toBe(429)
    expect((await remove(browser)).status).toBe(429)
  })
})
