import { describe, expect, it } from 'vitest'
import * as partnershipsScreen from '#app/routes/partnerships/route.tsx'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { findPerson } from '#db/queries/people.server.ts'
import { addMember, addOrganization, cookieFor, testProgram } from '#tests/support/program.ts'
import { endIn, listsOf, secretOf } from '#tests/support/partnership-steps.ts'
import { browserOf, faultsIn } from '#tests/support/visiting.ts'

async function bothEnds(environment = {}) {
  const program = await testProgram({ environment })
  const agency = await endIn(program, { kind: 'agency', name: 'Larkmoor Police Department' })
  const partner = await endIn(program, { kind: 'partner', name: 'Larkmoor Care' })
  return { program, agency, partner }
}

type Ends = Awaited<ReturnType<typeof bothEnds>>

/** Proposes from one end to the other; answers the proposal's id. */
async function proposed({ agency, partner }: Pick<Ends, 'agency' | 'partner'>) {
  const outcome = await agency.send({ intent: 'propose', organization: partner.id })
  expect(outcome.location).toBe(`/organizations/${agency.id}/partnerships?done=partnership-proposed`)
  const [row] = listsOf(await partner.open()).waiting
  if (!row) throw new Error('nothing waits')
  return row.id
}

describe('a partnership', () => {
  it('is proposed to an organization of the list, accepted by the other, and ended', async () => {
    const ends = await bothEnds({ demo: true })
    const { program, agency, partner } = ends
    expect(listsOf(await agency.open()).possible).toEqual({
      ...{ find: '', total: 1 },
      listed: [{ id: partner.id, name: 'Larkmoor Care', place: 'Larkmoor, OH' }],
    })
    const partnershipId = await proposed(ends)
    expect(listsOf(await agency.open())).toMatchObject({
      proposed: [{ name: 'Larkmoor Care', expiry: null }],
      possible: { total: 0, listed: [] },
    })
    expect((await partner.send({ intent: 'accept', partnershipId })).location).toContain(
      'partnership-accepted',
    )
    expect(listsOf(await agency.open())).toMatchObject({ active: [{ name: 'Larkmoor Care' }], proposed: [] })
    expect((await agency.send({ intent: 'end', partnershipId })).location).toContain('partnership-ended')
    expect(listsOf(await partner.open())).toMatchObject({ active: [], past: [{ name: agency.name }] })
    const subjects = (await listMail(program.database, 9)).map(({ subject }) => subject)
    expect(subjects.sort()).toEqual([
      'Larkmoor Care accepted the partnership',
      'Larkmoor Police Department ended the partnership',
      'Larkmoor Police Department proposes a partnership',
    ])
  })

  it('can be declined or withdrawn, and proposed again', async () => {
    const ends = await bothEnds({ demo: true })
    const { program, agency, partner } = ends
    const first = await proposed(ends)
    await partner.send({ intent: 'decline', partnershipId: first })
    const second = await proposed(ends)
    await agency.send({ intent: 'withdraw', partnershipId: second })
    const { past } = listsOf(await agency.open())
    expect(past.map(({ outcome }) => outcome.split(' ')[0]).sort()).toEqual(['declined', 'proposal'])
    const subjects = (await listMail(program.database, 9)).map(({ subject }) => subject)
    expect(subjects).toContain('A partnership was declined')
    expect(subjects).toContain('Larkmoor Police Department withdrew its proposal')
  })

  it('tells the coordinators of the other side when a proposal is withdrawn, and nobody else', async () => {
    const ends = await bothEnds({ demo: true })
    const partnershipId = await proposed(ends)
    const { agency, partner, program } = ends
    await addMember(program, partner.id, 'viewer')
    await agency.send({ intent: 'withdraw', partnershipId })
    await agency.send({ intent: 'withdraw', partnershipId })
    const mails = (await listMail(program.database, 9)).filter(({ subject }) => subject.includes('withdrew'))
    const { email } = (await findPerson(program.database, partner.coordinator)) ?? {}
    expect(mails).toMatchObject([{ recipient: email }])
    expect(mails[0]?.body).toContain(`/organizations/${partner.id}/partnerships`)
  })

  it('is read by all who belong to the organization, and managed by coordinators alone', async () => {
    const ends = await bothEnds()
    const { program, partner } = ends
    await proposed(ends)
    const viewer = await addMember(program, partner.id, 'viewer')
    const browser = Object.assign(browserOf(program), { cookie: await cookieFor(program, viewer) })
    const page = await partner.open(browser)
    expect(listsOf(page)).toMatchObject({ waiting: [{ name: 'Larkmoor Police Department' }], possible: null })
    expect(page.data).toMatchObject({ page: { manages: false } })
  })
})

describe('what can’t be', () => {
  it('accepting or declining one’s own proposal', async () => {
    const ends = await bothEnds()
    const partnershipId = await proposed(ends)
    for (const intent of ['accept', 'decline', 'end']) {
      expect((await ends.agency.send({ intent, partnershipId })).status).toBe(409)
    }
    expect(listsOf(await ends.agency.open()).proposed).toHaveLength(1)
  })

  it('deciding about a partnership of others, or one that isn’t there', async () => {
    const ends = await bothEnds()
    const partnershipId = await proposed(ends)
    const third = await endIn(ends.program, { kind: 'partner', name: 'Birch Line' })
    for (const intent of ['accept', 'decline', 'withdraw', 'end']) {
      expect((await third.send({ intent, partnershipId })).status).toBe(409)
      expect((await third.send({ intent, partnershipId: 'guessed' })).status).toBe(409)
      expect((await third.send({ intent })).status).toBe(400)
    }
    expect(listsOf(await ends.partner.open()).waiting).toHaveLength(1)
  })

  it('deciding twice', async () => {
    const ends = await bothEnds()
    const partnershipId = await proposed(ends)
    await ends.partner.send({ intent: 'accept', partnershipId })
    for (const intent of ['accept', 'decline']) {
      expect((await ends.partner.send({ intent, partnershipId })).status).toBe(409)
    }
    expect((await ends.agency.send({ intent: 'withdraw', partnershipId })).status).toBe(409)
    await ends.agency.send({ intent: 'end', partnershipId })
    expect((await ends.partner.send({ intent: 'end', partnershipId })).status).toBe(409)
  })

  it('a second proposal between the same two, from either end', async () => {
    const ends = await bothEnds()
    await proposed(ends)
    const { agency, partner } = ends
    const again = await agency.send({ intent: 'propose', organization: partner.id })
    expect(again.status).toBe(409)
    expect(faultsIn(again)['organization']?.[0]).toContain('already')
    expect((await partner.send({ intent: 'propose', organization: agency.id })).status).toBe(409)
  })

  it('a program, another agency, an unconfirmed organization or none as the other end', async () => {
    const { program, agency } = await bothEnds()
    const others = await Promise.all([
      addOrganization(program, { kind: 'program' }),
      addOrganization(program, { kind: 'agency' }),
      addOrganization(program, { kind: 'partner', status: 'waiting' }),
    ])
    for (const organization of [...others.map(({ id }) => id), agency.id, 'guessed']) {
      const outcome = await agency.send({ intent: 'propose', organization })
      expect(outcome.status).toBe(400)
      expect(faultsIn(outcome)['organization']).toEqual(['Choose an organization of the list.'])
    }
    expect((await agency.send({ intent: 'propose' })).status).toBe(400)
    expect((await agency.send({ intent: 'marry' })).status).toBe(400)
    expect(listsOf(await agency.open()).proposed).toEqual([])
  })

  it('a program’s partnerships, or those of one that isn’t confirmed', async () => {
    const { program, partner } = await bothEnds()
    const office = await endIn(program, { kind: 'program', name: 'State office' })
    expect((await office.open()).status).toBe(404)
    expect((await office.send({ intent: 'propose', organization: partner.id })).status).toBe(404)
    const waiting = await endIn(program, { kind: 'agency', name: 'New', status: 'waiting' })
    expect((await waiting.open()).data).toMatchObject({ page: { manages: false, possible: null } })
    expect((await waiting.send({ intent: 'propose', organization: partner.id })).status).toBe(404)
  })

  it('mailing the same address twice, no address, or more than thirty within an hour', async () => {
    const { agency } = await bothEnds()
    const mail = (email: string) => agency.send({ intent: 'mail', email })
    expect(secretOf(await mail('Pia@Example.org'))).toMatch(/^[\w-]{43}$/)
    expect((await mail('pia@example.org')).status).toBe(409)
    expect((await mail('no address')).status).toBe(400)
    for (let count = 1; count < 30; count++) {
      expect((await mail(`person${count}@example.org`)).status).toBe(200)
    }
    expect((await mail('late@example.org')).status).toBe(429)
  })

  it('asking the same organization, or the same address, more than three times within a day', async () => {
    const ends = await bothEnds({ demo: true })
    const { program, agency, partner } = ends
    for (let count = 1; count <= 3; count++) {
      await agency.send({ intent: 'withdraw', partnershipId: await proposed(ends) })
      await agency.send({ intent: 'mail', email: 'pia@example.org' })
      const [mailed] = listsOf(await agency.open()).proposed
      await agency.send({ intent: 'withdraw', partnershipId: mailed?.id ?? '' })
    }
    const again = { intent: 'propose', organization: partner.id }
    const refused = await agency.send(again)
    expect(refused.status).toBe(429)
    expect(faultsIn(refused)['organization']?.[0]).toContain('three times')
    const mail = { intent: 'mail', email: 'PIA@example.org' }
    expect((await agency.send(mail)).status).toBe(429)
    // Each was proposed and withdrawn.
    expect(await listMail(program.database, 20)).toHaveLength(12)
    program.setNow(new Date(program.now().getTime() + 25 * 60 * 60_000))
    expect((await agency.send(again)).location).toContain('partnership-proposed')
    expect((await agency.send(mail)).location).toContain('partnership-mailed')
  })

  it('more than thirty within an hour by one person, for however many organizations', async () => {
    const { program, agency, partner } = await bothEnds()
    const { id } = await addOrganization(program, { name: 'Otherton Sheriff’s Office' })
    await addMember(program, id, 'coordinator', agency.coordinator)
    for (let count = 1; count <= 30; count++) {
      await agency.send({ intent: 'mail', email: `person${count}@example.org` })
    }
    const params = { organizationId: id }
    const send = (fields: Record<string, string>) =>
      agency.browser.send(partnershipsScreen, `/organizations/${id}/partnerships`, fields, params)
    expect((await send({ intent: 'mail', email: 'late@example.org' })).status).toBe(429)
    expect((await send({ intent: 'propose', organization: partner.id })).status).toBe(429)
  })
})
