import { describe, expect, it } from 'vitest'
import * as forgotScreen from '#app/routes/forgot-password/route.tsx'
import * as resetScreen from '#app/routes/reset-password/route.tsx'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { isSignedIn, signIn, signedUp } from '#tests/support/account-steps.ts'
import { testProgram, type TestProgram } from '#tests/support/program.ts'
import { browserOf, faultsIn } from '#tests/support/visiting.ts'

const email = 'avery@example.org'
const newPassword = 'four green cats sleeping'

const ask = (program: TestProgram, address = email) =>
  browserOf(program).send(forgotScreen, '/forgot-password', { email: address })

/** The token of the newest link that was sent. */
async function tokenSent(program: TestProgram): Promise<string> {
  const [mail] = await listMail(program.database, 1)
  return /\/reset-password\/(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
}

const choose = (program: TestProgram, token: string, password = newPassword) =>
  browserOf(program).send(resetScreen, `/reset-password/${token}`, { password }, { token })

describe('a forgotten password', () => {
  it('is replaced through a link that works once, and every sign-in ends', async () => {
    const program = await testProgram({ environment: { demo: true } })
    const browser = await signedUp(program, email)
    expect((await ask(program)).data).toEqual({ askedFor: email })
    const token = await tokenSent(program)
    const opened = await browserOf(program).open(resetScreen, `/reset-password/${token}`, { token })
    expect(opened).toMatchObject({ status: 200, data: { alive: true } })
    expect((await choose(program, token)).location).toBe('/sign-in?done=password-reset')
    expect(await isSignedIn(browser)).toBe(false)
    expect((await signIn(browserOf(program), email)).status).toBe(400)
    expect((await signIn(browserOf(program), email, newPassword)).location).toBe('/')
    const [told] = await listMail(program.database, 1)
    expect(told?.subject).toBe('Your password was changed')

    const again = await choose(program, token, 'five blue birds singing')
    expect(again).toMatchObject({ status: 410, data: { dead: true } })
    expect((await signIn(browserOf(program), email, newPassword)).location).toBe('/')
  })

  it('keeps the link’s secret out of the database', async () => {
    const program = await testProgram({ environment: { demo: true } })
    await signedUp(program, email)
    await ask(program)
    const token = await tokenSent(program)
    const { verifications } = program.database.tables
    const kept = await program.database.orm.select().from(verifications)
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  it('is not replaced through a forged or an expired link', async () => {
    const program = await testProgram({ environment: { demo: true } })
    await signedUp(program, email)
    await ask(program)
    const token = await tokenSent(program)
    const forged = `x${token}`
    expect(await browserOf(program).open(resetScreen, '/reset-password/x', { token: forged })).toMatchObject({
      status: 410,
      data: { alive: false },
    })
    expect((await choose(program, forged)).status).toBe(410)

    const { verifications } = program.database.tables
    await program.database.orm.update(verifications).set({ expiresAt: new Date(Date.now() - 1000) })
    const expired = await browserOf(program).open(resetScreen, '/reset-password/x', { token })
    expect(expired).toMatchObject({ status: 410, data: { alive: false } })
    expect((await choose(program, token)).status).toBe(410)
    expect((await signIn(browserOf(program), email)).location).toBe('/')
  })

  it('is not replaced by one that is too short, and the link stays good', async () => {
    const program = await testProgram({ environment: { demo: true } })
    await signedUp(program, email)
    await ask(program)
    const token = await tokenSent(program)
    const short = await choose(program, token, 'short')
    expect(faultsIn(short)['password']).toEqual(['Use at least 12 characters.'])
    expect((await choose(program, token)).location).toBe('/sign-in?done=password-reset')
  })

  it('is answered the same for an address without an account, which gets no mail', async () => {
    const program = await testProgram({ environment: { demo: true } })
    expect((await ask(program, 'nobody@example.org')).data).toEqual({ askedFor: 'nobody@example.org' })
    expect(await listMail(program.database, 10)).toEqual([])
  })

  it('is mailed three times an hour at most, to an address with an account or without', async () => {
    const program = await testProgram({ environment: { demo: true, mode: 'production' } })
    await signedUp(program, email)
    for (const address of [email, 'nobody@example.org']) {
      const statuses = []
      for (let count = 0; count < 4; count++) statuses.push((await ask(program, address)).status)
      expect(statuses).toEqual([200, 200, 200, 429])
    }
    expect(await listMail(program.database, 10)).toHaveLength(3)
  })

  it('is a matter for an administrator where no mail is sent', async () => {
    const program = await testProgram()
    const opened = await browserOf(program).open(forgotScreen, '/forgot-password')
    expect(opened.data).toMatchObject({ mail: false })
    expect((await ask(program)).status).toBe(404)
  })
})
