import { expect, test } from 'vitest'
import { loader } from '#app/routes/progress/route.tsx'
import { reopen } from '#db/queries/reopen.server.ts'
import { agencyWithTeam, finishOne, startOne, type Agency } from '#tests/support/agency.ts'
import { get, responseOf } from '#tests/support/requests.ts'

async function open(agency: Agency, person: Parameters<Agency['as']>[0] = 'viewer', search = '') {
  const { agencyId: organizationId } = agency
  return loader(
    get(await agency.as(person), `/organizations/${organizationId}/progress${search}`, { organizationId }),
  )
}

test('progress is over all final assessments, the oldest first', async () => {
  const agency = await agencyWithTeam()
  await finishOne(agency, '2026-11-01', 4)
  await finishOne(agency, '2024-11-01', 1)
  await finishOne(agency, '2025-11-01', 2)
  await startOne(agency, '2026-11-20')
  const { progress } = await open(agency)
  expect(progress?.view.rounds.map(({ label }) => label)).toEqual([
    'November 2024',
    'November 2025',
    'November 2026',
  ])
  expect(progress?.view.trend.overall.points.map(({ shown }) => shown)).toEqual([0, 25, 75])
  expect(progress?.view.sinceLast?.overall.change).toBe('+50')
  expect(progress?.view.sinceFirst?.overall.change).toBe('+75')
  expect(progress?.reviewed).toBe('Not co-reviewed: the agency rated itself, without a partner.')
})

test('after one round, it says when the next is due', async () => {
  const agency = await agencyWithTeam()
  await finishOne(agency, '2026-11-01')
  const { progress } = await open(agency)
  expect(progress?.view.sinceLast).toBeNull()
  expect(progress?.due).toBe('November 1, 2027')
})

test('before the first final assessment there is none, and the way leads to the one under way', async () => {
  const agency = await agencyWithTeam()
  expect(await open(agency)).toMatchObject({ progress: null, openTo: null })
  const id = await startOne(agency)
  expect(await open(agency)).toMatchObject({ progress: null, openTo: `/assessments/${id}` })
})

test('a round that is being revised still counts, and is marked', async () => {
  const agency = await agencyWithTeam()
  const { program, agencyId, coordinator } = agency
  await finishOne(agency, '2025-11-01', 2)
  const id = await finishOne(agency, '2026-11-01', 4)
  const reopening = { assessmentId: id, agencyId, reason: 'A mistake', by: coordinator, at: program.now() }
  await reopen(program.database, reopening)
  const { progress } = await open(agency)
  expect(progress?.revising).toEqual(['November 2026'])
  expect(progress?.view.trend.overall.points.map(({ shown }) => shown)).toEqual([25, 75])
})

test('the scores of each round by themselves are shown where the address asks for them', async () => {
  const agency = await agencyWithTeam()
  await finishOne(agency, '2025-11-01', 2)
  await finishOne(agency, '2026-11-01', 4)
  const raw = await open(agency, 'viewer', '?scores=raw')
  expect(raw.progress?.view.trend.scores).toBe('raw')
  expect(raw.progress?.view.differences).toHaveLength(1)
  for (const search of ['', '?scores=', '?scores=unknown']) {
    const { progress } = await open(agency, 'viewer', search)
    expect(progress?.view.trend.scores).toBe('like-for-like')
    expect(progress?.view.differences).toEqual([])
  }
})

test.each(['?questionnaire=unknown', '?questionnaire=../../etc', '?questionnaire='])(
  'an address that names no questionnaire of the agency (%s) shows the latest',
  async (search) => {
    const agency = await agencyWithTeam()
    await finishOne(agency, '2026-11-01')
    expect((await open(agency, 'viewer', search)).progress?.title).toBe('A sample')
  },
)

test('progress is not found by outsiders, and someone not signed in is asked to sign in', async () => {
  const agency = await agencyWithTeam()
  expect((await responseOf(open(agency, 'outsider'))).status).toBe(404)
  expect((await responseOf(open(agency, null))).status).toBe(302)
})
