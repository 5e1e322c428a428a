import { describe, expect, test } from 'vitest'
import { loader } from '#app/routes/organization-home/route.tsx'
import { assign } from '#db/queries/assignments.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import { editOrganization } from '#db/queries/organizations.server.ts'
import { invite } from '#db/queries/invitations.server.ts'
import { agencyWithTeam, answer, finishOne, startOne, type Agency } from '#tests/support/agency.ts'
import { addOrganization, contextFor } from '#tests/support/program.ts'
import { get, responseOf } from '#tests/support/requests.ts'

type Person = Parameters<Agency['as']>[0]

async function open(agency: Agency, person: Person = 'coordinator', search = '') {
  const { agencyId } = agency
  const args = get(await agency.as(person), `/organizations/${agencyId}${search}`, {
    organizationId: agencyId,
  })
  return loader(args)
}

test('a new agency has nothing yet, and its coordinator may start', async () => {
  const agency = await agencyWithTeam()
  const home = await open(agency)
  const nothing = { underWay: [], latest: null, due: null, assessments: [], total: 0, invited: [] }
  expect(home.agency).toEqual({ ...nothing, proposals: [], programs: [], expiring: [] })
  expect(home.may.start).toBe(true)
  expect((await open(agency, 'contributor')).may.start).toBe(false)
})

test('an open assessment is shown with its next step and for whom it waits', async () => {
  const agency = await agencyWithTeam()
  const { program, agencyId, coordinator, contributor } = agency
  const id = await startOne(agency)
  await answer(agency, id, { 'leadership.coordinator': { value: 3 } })
  const which = { assessmentId: id, side: 'agency', organizationId: agencyId, target: 'training' } as const
  await assign(program.database, which, contributor, { by: coordinator, at: program.now() })
  const { underWay } = (await open(agency)).agency ?? {}
  expect(underWay).toMatchObject([
    {
      id,
      asOf: 'November 1, 2026',
      answered: 1,
      applicable: 5,
      next: { label: 'Continue with Title of leadership: 2 items left' },
      waitingFor: [
        { name: null, count: 2 },
        { name: 'A contributor', count: 2 },
      ],
    },
  ])
})

describe('the latest result', () => {
  test('is told with its score, band and date, and when the next is due', async () => {
    const agency = await agencyWithTeam()
    await finishOne(agency, '2025-09-30', 2)
    const id = await finishOne(agency, '2026-03-01', 4)
    const home = (await open(agency)).agency
    expect(home?.latest).toEqual({
      id,
      number: 1,
      review: { coReviewed: false, alone: null },
      asOf: 'March 1, 2026',
      score: { displayed: 75, answered: 4, applicable: 4 },
      band: 'Advancing',
      beingRevised: false,
    })
    expect(home?.due).toEqual({ words: 'due March 1, 2027 (in 3 months)', come: false })
    expect(home?.assessments.map(({ asOf }) => asOf)).toEqual(['March 1, 2026', 'September 30, 2025'])
  })

  test('is overdue once the months that the agency chose have passed', async () => {
    const agency = await agencyWithTeam()
    await finishOne(agency, '2025-09-20')
    expect((await open(agency)).agency?.due).toEqual({
      words: 'due September 20, 2026 (overdue by 2 months)',
      come: true,
    })
  })

  test('stays while it is being revised, and is marked', async () => {
    const agency = await agencyWithTeam()
    const { program, agencyId, coordinator } = agency
    const id = await finishOne(agency, '2026-03-01', 4)
    const reopening = { assessmentId: id, agencyId, reason: 'Wrong', by: coordinator, at: program.now() }
    await reopen(program.database, reopening)
    const home = (await open(agency)).agency
    expect(home?.latest).toMatchObject({ id, score: { displayed: 75 }, beingRevised: true })
    expect(home?.underWay).toMatchObject([{ id, waitingFor: [] }])
    expect(home?.due).toBeNull()
  })
})

test('only those who manage members see who was invited', async () => {
  const agency = await agencyWithTeam()
  const { program, agencyId, coordinator } = agency
  await invite(program.database, {
    organizationId: agencyId,
    email: 'newcomer@people.example',
    role: 'viewer',
    invitedBy: coordinator,
    tokenHash: 'h',
    expiresAt: new Date('2026-11-20T00:00:00Z'),
    at: new Date('2026-11-13T00:00:00Z'),
  })
  expect((await open(agency)).agency?.invited).toMatchObject([
    { email: 'newcomer@people.example', expired: true },
  ])
  expect((await open(agency, 'viewer')).agency?.invited).toEqual([])
})

test('an agency that waits for confirmation, a partner and a program have homes of their own', async () => {
  const { program } = await agencyWithTeam()
  for (const options of [
    { kind: 'agency', status: 'waiting' },
    { kind: 'partner', status: 'confirmed' },
    { kind: 'program', status: 'confirmed' },
  ] as const) {
    const { id, coordinator } = await addOrganization(program, { ...options, name: 'Some Place' })
    const home = await loader(get(await contextFor(program, coordinator), '/', { organizationId: id }))
    expect(home).toMatchObject({ organization: options, agency: null })
  }
})

test('another organization’s home is not found, and visitors are sent to sign in', async () => {
  const agency = await agencyWithTeam()
  expect((await responseOf(open(agency, 'outsider'))).status).toBe(404)
  expect((await responseOf(open(agency, null))).headers.get('location')).toMatch(/^\/sign-in/)
  expect((await responseOf(open({ ...agency, agencyId: 'none' }))).status).toBe(404)
})

describe('what expires within thirty days', () => {
  test('is told to coordinators alone, the first to go first', async () => {
    const agency = await agencyWithTeam()
    const { program, agencyId, coordinator } = agency
    await finishOne(agency, '2024-01-15')
    const old = await finishOne(agency, '2022-03-01')
    await finishOne(agency, '2025-03-01')
    const edit = { by: coordinator, at: program.now() }
    await editOrganization(program.database, agencyId, { retentionYears: 3 }, edit)
    const expiring = async (person: Person) => (await open(agency, person)).agency?.expiring
    program.setNow(new Date('2026-11-23T18:00:00Z'))
    expect(await expiring('coordinator')).toEqual([
      { id: old, title: 'A sample', asOf: 'March 1, 2022', on: 'December 23, 2026' },
    ])
    program.setNow(new Date('2026-12-17T12:00:00Z'))
    expect((await expiring('coordinator'))?.map(({ on }) => on)).toEqual([
      'December 23, 2026',
      'January 15, 2027',
    ])
    expect(await expiring('contributor')).toEqual([])
  })
})

test('of very many assessments the latest fifty are listed, and the rest where all are asked for', async () => {
  const agency = await agencyWithTeam()
  const { program, coordinator } = agency
  const { database } = program
  const id = await finishOne(agency, '2026-11-01')
  const [known] = await database.orm.select().from(database.tables.assessments)
  if (!known) throw new Error('nothing was started')
  for (let day = 1; day <= 52; day++) {
    const asOf = new Date(Date.UTC(2020, 0, day)).toISOString().slice(0, 10)
    const row = { ...known, id: `old-${day}`, asOf, startedBy: coordinator }
    await database.orm.insert(database.tables.assessments).values(row)
  }
  const first = (await open(agency)).agency
  expect([first?.assessments.length, first?.total]).toEqual([50, 53])
  expect(first?.assessments[0]?.id).toBe(id)
  const all = (await open(agency, 'viewer', '?all=1')).agency
  expect(all?.assessments.map((one) => one.id).at(-1)).toBe('old-1')
})
