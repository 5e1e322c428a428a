import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as invitationScreen from '#app/routes/invitation/route.tsx'
import * as signUpScreen from '#app/routes/sign-up/route.tsx'
import { membershipsOf } from '#db/queries/memberships.server.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { password, signedUp } from '#tests/support/account-steps.ts'
import { organizationIn } from '#tests/support/organization-steps.ts'
import { addMember, testProgram } from '#tests/support/program.ts'
import { browserOf, faultsIn, type Browser, type Outcome } from '#tests/support/visiting.ts'

const days = 86_400_000
const email = 'sam@example.org'

const linkSchema = z.object({ link: z.object({ email: z.string(), url: z.string() }) })
const secretOf = ({ data }: Outcome) => linkSchema.parse(data).link.url.split('/').at(-1) ?? ''
const openLink = (browser: Browser, secret: string) =>
  browser.open(invitationScreen, `/invitations/${secret}`, { secret })
const accept = (browser: Browser, secret: string) =>
  browser.send(invitationScreen, `/invitations/${secret}`, {}, { secret })

describe('inviting', () => {
  it('shows the link once where no mail is sent, and keeps only its hash', async () => {
    const program = await testProgram()
    const organization = await organizationIn(program)
    const outcome = await organization.invite('Sam@Example.org')
    const secret = secretOf(outcome)
    expect(secret).toMatch(/^[\w-]{43}$/)
    const opened = await organization.open()
    expect(opened.data).toMatchObject({ invitations: [{ email, role: 'Contributor', expired: false }] })
    expect(JSON.stringify(opened.data)).not.toContain(secret)
    const { invitations } = program.database.tables
    expect(JSON.stringify(await program.database.orm.select().from(invitations))).not.toContain(secret)
    expect(await listMail(program.database, 1)).toEqual([])
  })

  it('sends the link by mail where mail is sent, and doesn’t show it', async () => {
    const program = await testProgram({ environment: { demo: true } })
    const organization = await organizationIn(program)
    const outcome = await organization.invite(email)
    expect(outcome.location).toBe(`/organizations/${organization.id}/members?done=invited`)
    const [mail] = await listMail(program.database, 1)
    expect(mail).toMatchObject({ recipient: email, subject: 'Invitation to Larkmoor Police Department' })
    const secret = /\/invitations\/(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
    expect((await openLink(browserOf(program), secret)).data).toMatchObject({ found: { state: 'open' } })
  })

  it('refuses somebody who is a member or invited already, and what is no address or role', async () => {
    const program = await testProgram()
    const organization = await organizationIn(program)
    await organization.invite(email)
    expect((await organization.invite(email)).status).toBe(409)
    const member = await signedUp(program, 'member@example.org')
    await addMember(program, organization.id, 'viewer', member.personId)
    expect(faultsIn(await organization.invite('member@example.org'))['email']).toEqual([
      'This person is a member already.',
    ])
    expect((await organization.invite('no address')).status).toBe(400)
    expect((await organization.send({ intent: 'invite', email: 'a@example.org', role: 'boss' })).status).toBe(
      400,
    )
  })

  it('stops after thirty within an hour', async () => {
    const program = await testProgram({ now: new Date('2026-03-01T12:00:00Z') })
    const organization = await organizationIn(program)
    for (let count = 0; count < 30; count++) {
      expect((await organization.invite(`person${count}@example.org`)).status).toBe(200)
    }
    const next = await organization.invite('late@example.org')
    expect(next.status).toBe(429)
    expect(faultsIn(next)['']?.[0]).toContain('30 invitations within an hour')
    program.setNow(new Date('2026-03-01T13:00:01Z'))
    expect((await organization.invite('late@example.org')).status).toBe(200)
  })
})

describe('an invitation', () => {
  it('leads through signing up to membership, where sign-up is by invitation only', async () => {
    const program = await testProgram({ environment: { signUp: 'invited' } })
    const organization = await organizationIn(program)
    const secret = secretOf(await organization.invite(email))
    const browser = browserOf(program)
    const opened = await openLink(browser, secret)
    expect(opened).toMatchObject({
      status: 200,
      data: {
        me: null,
        found: { organization: 'Larkmoor Police Department', invitedBy: 'Cory Coordinator' },
      },
    })
    const signUp = `/sign-up?to=%2Finvitations%2F${secret}`
    expect((await browser.open(signUpScreen, signUp)).data).toMatchObject({ allowed: true, email })
    const other = await browser.send(signUpScreen, signUp, {
      name: 'Sam',
      email: 'other@example.org',
      password,
    })
    expect(other.status).toBe(403)
    const own = await browser.send(signUpScreen, signUp, { name: 'Sam', email, password })
    expect(own.location).toBe(`/invitations/${secret}`)
    expect((await accept(browser, secret)).location).toBe(`/organizations/${organization.id}`)
    expect((await openLink(browser, secret)).data).toMatchObject({ found: { state: 'used' } })
    expect(await accept(browser, secret)).toMatchObject({ status: 410, data: { state: 'used' } })
  })

  it('is needed to sign up where sign-up is by invitation only', async () => {
    const program = await testProgram({ environment: { signUp: 'invited' } })
    const browser = browserOf(program)
    for (const path of ['/sign-up', '/sign-up?to=%2Finvitations%2Fforged', '/sign-up?invitation=forged']) {
      expect((await browser.open(signUpScreen, path)).data).toMatchObject({ allowed: false })
      const outcome = await browser.send(signUpScreen, path, { name: 'Sam', email, password })
      expect(outcome.status).toBe(403)
    }
  })

  it('is for one address, and says so to anyone else', async () => {
    const program = await testProgram()
    const organization = await organizationIn(program)
    const secret = secretOf(await organization.invite(email))
    const other = await signedUp(program, 'other@example.org')
    expect((await openLink(other, secret)).data).toMatchObject({
      found: { state: 'open', email },
      me: { email: 'other@example.org' },
    })
    expect(await accept(other, secret)).toMatchObject({ status: 403, data: { state: 'other-address' } })
    expect(await membershipsOf(program.database, other.personId)).toEqual([])
  })

  it('is not accepted by anybody who is not signed in', async () => {
    const program = await testProgram()
    const secret = secretOf(await (await organizationIn(program)).invite(email))
    const outcome = await accept(browserOf(program), secret)
    expect(outcome.location).toBe(`/sign-in?to=%2Finvitations%2F${secret}`)
  })

  it('expires after 14 days, can be withdrawn, and can’t be forged', async () => {
    const program = await testProgram({ now: new Date('2026-03-01T12:00:00Z') })
    const organization = await organizationIn(program)
    const secret = secretOf(await organization.invite(email))
    const withdrawn = secretOf(await organization.invite('kit@example.org'))
    const { invitations } = z
      .object({ invitations: z.array(z.object({ id: z.string(), email: z.string() })) })
      .parse((await organization.open()).data)
    const invitationId = invitations.find((one) => one.email === 'kit@example.org')?.id ?? ''
    const fields = { intent: 'withdraw', invitationId }
    expect((await organization.send(fields)).location).toContain('done=withdrawn')
    expect((await organization.send(fields)).status).toBe(409)

    program.setNow(new Date(Date.parse('2026-03-01T12:00:00Z') + 14 * days))
    const browser = browserOf(program)
    const stateOf = async (which: string) => {
      const { status, data } = await openLink(browser, which)
      return { status, ...z.object({ found: z.object({ state: z.string() }) }).parse(data).found }
    }
    expect(await stateOf(secret)).toEqual({ status: 410, state: 'expired' })
    expect(await stateOf(withdrawn)).toEqual({ status: 410, state: 'withdrawn' })
    expect(await stateOf(`${secret}x`)).toEqual({ status: 410, state: 'unknown' })
  })
})
