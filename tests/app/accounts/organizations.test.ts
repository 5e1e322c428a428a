import { describe, expect, it } from 'vitest'
import * as newScreen from '#app/routes/organization-new/route.tsx'
import * as profileScreen from '#app/routes/organization-profile/route.tsx'
import * as recordsScreen from '#app/routes/records/route.tsx'
import * as logScreen from '#app/routes/activity-log/route.tsx'
import * as welcomeScreen from '#app/routes/welcome/route.tsx'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { addMember, addOrganization, addPerson, cookieFor, testProgram } from '#tests/support/program.ts'
import { browserOf, faultsIn } from '#tests/support/visiting.ts'

const agency = {
  kind: 'agency',
  name: 'Larkmoor Police Department',
  agencyType: 'police',
  state: 'OH',
  county: 'Larkmoor',
  sizeBand: '25-49',
  ori: 'wn 0123400',
  reassessMonths: '6',
  timeZone: '',
}

async function signedIn(program: Awaited<ReturnType<typeof testProgram>>, personId: string) {
  return Object.assign(browserOf(program), { cookie: await cookieFor(program, personId) })
}

describe('entering an organization', () => {
  it('makes an agency with its time zone by state, its ORI in capitals, and the person as coordinator', async () => {
    const program = await testProgram({ environment: { signUp: 'open' } })
    const browser = await signedIn(program, await addPerson(program))
    const { location } = await browser.send(newScreen, '/organizations/new?kind=agency', agency)
    const id = location.replace('/organizations/', '')
    expect(await findOrganization(program.database, id)).toMatchObject({
      kind: 'agency',
      ori: 'WN0123400',
      timeZone: 'America/New_York',
      reassessMonths: 6,
      sizeBand: '25-49',
      status: 'confirmed',
    })
    expect((await browser.open(welcomeScreen, '/')).location).toBe(location)
  })

  it.each(['partner', 'program'])('makes a %s, which has less of a profile', async (kind) => {
    const program = await testProgram({ environment: { signUp: 'open' } })
    const browser = await signedIn(program, await addPerson(program))
    const fields = { kind, name: 'Harborlight', state: 'AZ', county: 'Lark', timeZone: 'America/Denver' }
    const { location } = await browser.send(newScreen, `/organizations/new?kind=${kind}`, fields)
    const id = location.replace('/organizations/', '')
    expect(await findOrganization(program.database, id)).toMatchObject({
      kind,
      timeZone: 'America/Denver',
      agencyType: null,
      sizeBand: null,
    })
  })

  it.each(['approval', 'invited'] as const)(
    'has it wait and tells administrators where sign-up is by %s',
    async (signUp) => {
      const program = await testProgram({ environment: { signUp, demo: true } })
      await addPerson(program, { email: 'kim@example.org', administrator: true })
      const browser = await signedIn(program, await addPerson(program))
      const { location } = await browser.send(newScreen, '/organizations/new?kind=agency', agency)
      const id = location.replace('/organizations/', '')
      expect(await findOrganization(program.database, id)).toMatchObject({ status: 'waiting' })
      const [mail] = await listMail(program.database, 1)
      expect(mail).toMatchObject({
        recipient: 'kim@example.org',
        subject: 'Larkmoor Police Department waits for confirmation',
      })
    },
  )

  it.each([
    ['an ORI of another form', { ori: 'WN01234' }, 'ori'],
    ['a state that is none', { state: 'ZZ' }, 'state'],
    ['a size that is none', { sizeBand: '7' }, 'sizeBand'],
    ['no type', { agencyType: '' }, 'agencyType'],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a name of 121 characters', { name: 'x'.repeat(121) }, 'name'],
    ['a name with a control character', { name: 'Lark\u0007moor' }, 'name'],
    ['another rhythm than 6 or 12 months', { reassessMonths: '7' }, 'reassessMonths'],
  ])('refuses %s', async (_title, wrong, field) => {
    const program = await testProgram()
    const browser = await signedIn(program, await addPerson(program))
    const outcome = await browser.send(newScreen, '/organizations/new?kind=agency', { ...agency, ...wrong })
    expect(outcome.status).toBe(400)
    expect(Object.keys(faultsIn(outcome))).toEqual([field])
  })

  it('asks for the kind first', async () => {
    const program = await testProgram()
    const browser = await signedIn(program, await addPerson(program))
    expect((await browser.open(newScreen, '/organizations/new')).data).toMatchObject({ kind: null })
    expect((await browser.open(newScreen, '/organizations/new?kind=club')).data).toMatchObject({ kind: null })
    const outcome = await browser.send(newScreen, '/organizations/new', { ...agency, kind: 'club' })
    expect(outcome.location).toBe('/organizations/new')
  })
})

describe('an organization’s profile', () => {
  it('is changed by a coordinator and read by a viewer', async () => {
    const program = await testProgram()
    const { id, coordinator } = await addOrganization(program)
    const params = { organizationId: id }
    const path = `/organizations/${id}/profile`
    const browser = await signedIn(program, coordinator)
    const fields = { ...agency, name: 'Larkmoor Police', timeZone: 'America/Chicago' }
    expect((await browser.send(profileScreen, path, fields, params)).location).toBe(
      `${path}?done=profile-saved`,
    )
    expect(await findOrganization(program.database, id)).toMatchObject({
      name: 'Larkmoor Police',
      timeZone: 'America/Chicago',
      kind: 'agency',
    })
    const viewer = await signedIn(program, await addMember(program, id, 'viewer'))
    const seen = await viewer.open(profileScreen, path, params)
    expect(seen.data).toMatchObject({ edits: false, exports: false, name: 'Larkmoor Police' })
    expect((await viewer.send(profileScreen, path, fields, params)).status).toBe(404)
  })

  it('says after how many years assessments expire, or that they don’t', async () => {
    const program = await testProgram({ now: new Date('2026-11-23T17:00:00Z') })
    const { id, coordinator } = await addOrganization(program)
    const browser = await signedIn(program, coordinator)
    const params = { organizationId: id }
    const save = (retentionYears: string) =>
      browser.send(profileScreen, `/organizations/${id}/profile`, { ...agency, retentionYears }, params)
    const kept = async () => {
      const { retentionYears, retentionSetAt } = (await findOrganization(program.database, id)) ?? {}
      return [retentionYears, retentionSetAt]
    }
    await save(' 5 ')
    expect(await kept()).toEqual([5, program.now()])
    const seen = await browser.open(profileScreen, `/organizations/${id}/profile`, params)
    expect(seen.data).toMatchObject({
      values: { retentionYears: '5' },
      facts: expect.arrayContaining([{ term: 'Assessments expire', value: 'After 5 years' }]) as unknown,
    })
    for (const wrong of ['0', '31', '1.5', '-1', 'ten', '999']) {
      const outcome = await save(wrong)
      expect([wrong, outcome.status, Object.keys(faultsIn(outcome))]).toEqual([
        wrong,
        400,
        ['retentionYears'],
      ])
    }
    expect(await kept()).toEqual([5, program.now()])
    await save('')
    expect(await kept()).toEqual([null, null])
  })

  it('keeps a state and a time zone that the lists don’t offer', async () => {
    const program = await testProgram()
    const { id, coordinator } = await addOrganization(program, { timeZone: 'Pacific/Wake' })
    await program.database.orm.update(program.database.tables.organizations).set({ state: 'WN' })
    const browser = await signedIn(program, coordinator)
    const fields = { ...agency, state: 'WN', timeZone: 'Pacific/Wake' }
    const path = `/organizations/${id}/profile`
    const outcome = await browser.send(profileScreen, path, fields, { organizationId: id })
    expect(outcome.location).toBe(`${path}?done=profile-saved`)
  })
})

describe('an organization’s records', () => {
  it('are one file, and the log says who took it', async () => {
    const program = await testProgram({ now: new Date('2026-03-01T02:00:00Z') })
    const { id, coordinator } = await addOrganization(program, { name: 'Larkmoor, “Police” Dept.' })
    const browser = await signedIn(program, coordinator)
    const params = { organizationId: id }
    const outcome = await browser.open(recordsScreen, `/organizations/${id}/records`, params)
    expect(outcome.headers.get('content-disposition')).toBe(
      'attachment; filename="larkmoor-police-dept-records-2026-02-28.json"',
    )
    expect(outcome.headers.get('cache-control')).toBe('private, no-store')
    const log = await browser.open(logScreen, `/organizations/${id}/log`, params)
    expect(log.data).toMatchObject({
      entries: [{ when: 'February 28, 2026, 9:00 PM', sentence: 'Cory Coordinator downloaded all records.' }],
      older: null,
    })
  })
})

describe('the start page', () => {
  it('lists the organizations of somebody who belongs to several', async () => {
    const program = await testProgram()
    const first = await addOrganization(program, { name: 'Larkmoor' })
    const second = await addOrganization(program, { kind: 'partner', name: 'Harborlight' })
    await addMember(program, second.id, 'viewer', first.coordinator)
    const browser = await signedIn(program, first.coordinator)
    expect((await browser.open(welcomeScreen, '/')).data).toMatchObject({
      organizations: [
        { name: 'Harborlight', kind: 'Behavioral-health partner', role: 'Viewer' },
        { name: 'Larkmoor', kind: 'Law-enforcement agency', role: 'Coordinator' },
      ],
    })
  })

  it('introduces the site to whoever is not signed in, and greets whoever has no organization', async () => {
    const program = await testProgram()
    expect((await browserOf(program).open(welcomeScreen, '/')).data).toMatchObject({ name: null })
    const browser = await signedIn(program, await addPerson(program, { name: 'Pat' }))
    expect((await browser.open(welcomeScreen, '/')).data).toMatchObject({ name: 'Pat', organizations: [] })
  })

  it('is the administration for an administrator without an organization', async () => {
    const program = await testProgram()
    const browser = await signedIn(program, await addPerson(program, { administrator: true }))
    expect((await browser.open(welcomeScreen, '/')).location).toBe('/administration')
  })
})
