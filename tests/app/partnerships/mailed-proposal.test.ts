import { describe, expect, it } from 'vitest'
import * as newScreen from '#app/routes/organization-new/route.tsx'
import * as signUpScreen from '#app/routes/sign-up/route.tsx'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { password, signedUp } from '#tests/support/account-steps.ts'
import { endIn, listsOf, openLink, secretOf, sendLink } from '#tests/support/partnership-steps.ts'
import { addOrganization, cookieFor, testProgram } from '#tests/support/program.ts'
import { browserOf } from '#tests/support/visiting.ts'

const email = 'pia@example.org'
const days = 86_400_000

async function mailed(environment = {}) {
  const program = await testProgram({ environment })
  const agency = await endIn(program, { kind: 'agency', name: 'Larkmoor Police Department' })
  const outcome = await agency.send({ intent: 'mail', email })
  return { program, agency, outcome }
}

const profile = {
  kind: 'partner',
  name: 'Larkmoor Care',
  state: 'OH',
  county: 'Larkmoor',
  timeZone: 'America/New_York',
  reassessMonths: '12',
}

describe('a proposal by mail', () => {
  it('leads through signing up and entering the organization to the partnership', async () => {
    const { program, agency, outcome } = await mailed({ demo: true, signUp: 'open' })
    expect(outcome.location).toContain('done=partnership-mailed')
    const [mail] = await listMail(program.database, 1)
    expect(mail).toMatchObject({ recipient: email, subject: `${agency.name} proposes a partnership` })
    const secret = /\/partnerships\/(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
    const pia = browserOf(program)
    expect((await openLink(pia, secret)).data).toMatchObject({
      found: { state: 'open', asked: 'partner', proposer: { name: agency.name } },
      me: null,
    })
    const to = `/partnerships/${secret}`
    const form = { name: 'Pia Reyes', email, password }
    expect((await pia.send(signUpScreen, `/sign-up?to=${to}`, form)).location).toBe(to)
    expect((await openLink(pia, secret)).data).toMatchObject({ choices: { possible: [] } })
    expect((await pia.send(newScreen, `/organizations/new?kind=partner&to=${to}`, profile)).location).toBe(to)
    const opened = await openLink(pia, secret)
    expect(opened.data).toMatchObject({ choices: { possible: [{ name: 'Larkmoor Care' }] } })
    const { possible } = (opened.data as { choices: { possible: { id: string }[] } }).choices
    const organizationId = possible[0]?.id ?? ''
    const accepted = await sendLink(pia, secret, { intent: 'accept', organizationId })
    expect(accepted.location).toBe(`/organizations/${organizationId}/partnerships?done=partnership-accepted`)
    expect(listsOf(await agency.open())).toMatchObject({ active: [{ name: 'Larkmoor Care' }], proposed: [] })
    const subjects = (await listMail(program.database, 9)).map(({ subject }) => subject)
    expect(subjects).toContain('Larkmoor Care accepted the partnership')
  })

  it.each([
    [
      'by mail, while the link works',
      { demo: true },
      29,
      ['Larkmoor Police Department withdrew its proposal'],
    ],
    ['by nothing, once the link has expired', { demo: true }, 31, []],
    ['by nothing, where the link was handed over', {}, 1, []],
  ] as const)('that is withdrawn is told of %s', async (_how, environment, after, expected) => {
    const { program, agency } = await mailed(environment)
    program.setNow(new Date(program.now().getTime() + after * days))
    agency.browser.cookie = await cookieFor(program, agency.coordinator)
    const [{ id: partnershipId } = { id: '' }] = listsOf(await agency.open()).proposed
    const outcome = await agency.send({ intent: 'withdraw', partnershipId })
    expect(outcome.location).toContain('done=partnership-withdrawn')
    const mails = await listMail(program.database, 9)
    const told = mails.filter(({ subject }) => subject.includes('withdrew'))
    expect(told.map(({ subject }) => subject)).toEqual(expected)
    for (const { recipient, body } of told) {
      expect(recipient).toBe(email)
      expect(body).toContain('no longer works')
      expect(body).not.toMatch(/https?:/)
    }
  })

  it('lets whoever was asked sign up where that is by invitation only, with that address alone', async () => {
    const { program, outcome } = await mailed({ signUp: 'invited' })
    const to = `/partnerships/${secretOf(outcome)}`
    const browser = browserOf(program)
    const send = (address: string, back: string) =>
      browser.send(signUpScreen, `/sign-up?to=${back}`, { name: 'Pia Reyes', email: address, password })
    expect((await send(email, '/partnerships/guessed')).status).toBe(403)
    expect((await send('other@example.org', to)).status).toBe(403)
    expect((await send(email, to)).location).toBe(to)
    const entered = await browser.send(newScreen, `/organizations/new?kind=partner&to=${to}`, profile)
    expect(entered.location).toBe(to)
    const opened = await openLink(browser, secretOf(outcome))
    expect(opened.data).toMatchObject({ choices: { possible: [], waiting: [{ name: 'Larkmoor Care' }] } })
  })

  it('keeps only the hash of the link, and shows the link once', async () => {
    const { program, agency, outcome } = await mailed()
    const secret = secretOf(outcome)
    expect(JSON.stringify((await agency.open()).data)).not.toContain(secret)
    const { partnerships } = program.database.tables
    expect(JSON.stringify(await program.database.orm.select().from(partnerships))).not.toContain(secret)
  })

  it('can be declined without an organization, which the proposer is told', async () => {
    const { program, agency, outcome } = await mailed()
    const pia = await signedUp(program, email, 'Pia Reyes')
    const secret = secretOf(outcome)
    expect((await sendLink(pia, secret, { intent: 'decline' })).data).toEqual({ state: 'declined-now' })
    expect((await openLink(pia, secret)).data).toMatchObject({ found: { state: 'declined' } })
    expect(listsOf(await agency.open()).past).toMatchObject([{ name: email }])
  })
})

describe('a link that is of no use', () => {
  async function withPartner() {
    const { program, agency, outcome } = await mailed()
    const { id, coordinator } = await addOrganization(program, { kind: 'partner', name: 'Larkmoor Care' })
    const pia = Object.assign(browserOf(program), { cookie: await cookieFor(program, coordinator) })
    const secret = secretOf(outcome)
    const accept = () => sendLink(pia, secret, { intent: 'accept', organizationId: id })
    return { program, agency, pia, secret, accept }
  }

  it('once it was used', async () => {
    const { pia, secret, accept } = await withPartner()
    expect((await accept()).status).toBe(302)
    const again = await accept()
    expect([again.status, again.data]).toEqual([410, { state: 'used' }])
    expect((await openLink(pia, secret)).status).toBe(410)
    expect((await sendLink(pia, secret, { intent: 'decline' })).status).toBe(410)
  })

  it('once it was withdrawn', async () => {
    const { agency, accept } = await withPartner()
    const [row] = listsOf(await agency.open()).proposed
    await agency.send({ intent: 'withdraw', partnershipId: row?.id ?? '' })
    expect((await accept()).data).toEqual({ state: 'withdrawn' })
  })

  it('after thirty days', async () => {
    const { program, agency, pia, secret } = await withPartner()
    program.setNow(new Date(Date.now() + 30 * days + 1))
    const { coordinator } = await addOrganization(program, { kind: 'partner' })
    pia.cookie = await cookieFor(program, coordinator)
    expect((await openLink(pia, secret)).data).toMatchObject({ found: { state: 'expired' } })
    const later = await cookieFor(program, agency.coordinator)
    agency.browser.cookie = later
    expect(listsOf(await agency.open()).proposed).toMatchObject([
      { expiry: expect.stringContaining('expired') as string },
    ])
    expect((await agency.send({ intent: 'mail', email })).status).toBe(200)
  })

  it('where it was guessed', async () => {
    const { pia } = await withPartner()
    expect((await openLink(pia, 'guessed')).data).toMatchObject({ found: { state: 'unknown' } })
    expect((await sendLink(pia, 'guessed', { intent: 'decline' })).status).toBe(410)
  })

  it('for an organization of the wrong kind, of others, or none', async () => {
    const { program, agency, pia, secret, accept } = await withPartner()
    const send = (organizationId: string, by = pia) =>
      sendLink(by, secret, { intent: 'accept', organizationId })
    const other = await addOrganization(program, { kind: 'partner' })
    expect((await send(other.id)).status).toBe(404)
    expect((await send('guessed')).status).toBe(404)
    expect((await sendLink(pia, secret, { intent: 'accept' })).status).toBe(400)
    expect((await sendLink(pia, secret, {})).status).toBe(400)
    // The proposer itself, and another agency: refused by what they are.
    expect((await send(agency.id, agency.browser)).status).toBe(409)
    const police = await endIn(program, { kind: 'agency', name: 'Otherton' })
    expect((await send(police.id, police.browser)).status).toBe(409)
    const office = await endIn(program, { kind: 'program', name: 'State office' })
    expect((await send(office.id, office.browser)).status).toBe(409)
    expect((await accept()).status).toBe(302)
  })
})
