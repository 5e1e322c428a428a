import { describe, expect, test } from 'vitest'
import { loader as copyLoader } from '#app/routes/frozen-copy/route.tsx'
import { loader } from '#app/routes/results/route.tsx'
import { reopen } from '#db/queries/reopen.server.ts'
import {
  agencyWithTeam,
  allAt,
  answer,
  finishOne,
  startOne,
  submitNow,
  type Agency,
} from '#tests/support/agency.ts'
import { get, responseOf } from '#tests/support/requests.ts'

type Person = Parameters<Agency['as']>[0]

async function open(agency: Agency, assessmentId: string, person: Person = 'viewer') {
  return loader(get(await agency.as(person), `/assessments/${assessmentId}/results`, { assessmentId }))
}

async function openCopy(agency: Agency, assessmentId: string, number: string, person: Person = 'viewer') {
  const path = `/assessments/${assessmentId}/copies/${number}`
  return copyLoader(get(await agency.as(person), path, { assessmentId, number }))
}

describe('results', () => {
  test('are those of the latest frozen copy, against the round before', async () => {
    const agency = await agencyWithTeam()
    await finishOne(agency, '2025-11-01', 2)
    const id = await finishOne(agency, '2026-11-01', 4)
    const { results } = await open(agency, id)
    expect(results?.view.overall).toMatchObject({ displayed: 75, answered: 4, applicable: 4 })
    expect(results?.view.change).toMatchObject({ since: 'November 2025', displayed: 50 })
    expect(results?.head).toMatchObject({
      title: 'Results, November 2026',
      asOf: 'November 1, 2026',
      review: { partner: null, alone: null, signatures: [] },
      revision: null,
      copy: { number: 1, latestTo: null },
    })
  })

  test('of an earlier round aren’t compared with a later one', async () => {
    const agency = await agencyWithTeam()
    const id = await finishOne(agency, '2025-11-01', 2)
    await finishOne(agency, '2026-11-01', 4)
    expect((await open(agency, id)).results?.view.change).toBeNull()
  })

  test('lead to the comparison with the round before, where there is one', async () => {
    const agency = await agencyWithTeam()
    const first = await finishOne(agency, '2025-11-01', 2)
    const second = await finishOne(agency, '2026-11-01', 4)
    const compareTo = async (id: string) => (await open(agency, id)).results?.head.compareTo
    expect(await compareTo(first)).toBeNull()
    expect(await compareTo(second)).toBe(`/organizations/${agency.agencyId}/compare?to=${second}`)
  })

  test('aren’t there before the assessment is final', async () => {
    const agency = await agencyWithTeam()
    const id = await startOne(agency)
    await answer(agency, id, allAt(3))
    expect(await open(agency, id)).toMatchObject({ results: null, to: `/assessments/${id}` })
  })

  test('stay those of the frozen copy while it is being revised', async () => {
    const agency = await agencyWithTeam()
    const id = await finishOne(agency, '2026-11-01', 4)
    await reopenAs(agency, id)
    await answer(agency, id, { 'training.basic': { value: 1 } }, 1)
    const { results } = await open(agency, id)
    expect(results?.view.overall.displayed).toBe(75)
    expect(results?.head.revision).toMatchObject({ number: 1, reason: 'A mistake' })
  })

  test('offer the next assessment to a coordinator alone, and only where none is open', async () => {
    const agency = await agencyWithTeam()
    const id = await finishOne(agency, '2026-11-01', 4)
    const startTo = `/organizations/${agency.agencyId}/assessments/new`
    expect((await open(agency, id, 'coordinator')).results?.head.startTo).toBe(startTo)
    expect((await open(agency, id, 'contributor')).results?.head.startTo).toBeNull()
    await startOne(agency, '2026-11-20')
    expect((await open(agency, id, 'coordinator')).results?.head.startTo).toBeNull()
  })

  test('are not found by outsiders, and someone not signed in is asked to sign in', async () => {
    const agency = await agencyWithTeam()
    const id = await finishOne(agency, '2026-11-01', 4)
    expect((await responseOf(open(agency, id, 'outsider'))).status).toBe(404)
    expect((await responseOf(open(agency, 'no-such-thing'))).status).toBe(404)
    const redirect = await responseOf(open(agency, id, null))
    expect(redirect.headers.get('location')).toContain('/sign-in?to=')
  })
})

describe('a frozen copy', () => {
  test('stays readable after a later one, and leads to it', async () => {
    const agency = await agencyWithTeam()
    const id = await finishOne(agency, '2026-11-01', 4)
    await reopenAs(agency, id)
    await answer(agency, id, { 'training.basic': { value: 2 } }, 1)
    expect(await submitNow(agency, id)).toEqual({ status: 'final', number: 2 })
    const first = await openCopy(agency, id, '1')
    expect(first.view.overall.displayed).toBe(75)
    expect(first.head.copy).toEqual({ number: 1, latestTo: `/assessments/${id}/results` })
    const second = await openCopy(agency, id, '2')
    expect(second.view.overall.displayed).toBe(63)
    expect(second.head.copy).toEqual({ number: 2, latestTo: null })
  })

  test.each(['0', '2', '-1', '1.0', '01', 'first', '9999999'])('is not found under %j', async (number) => {
    const agency = await agencyWithTeam()
    const id = await finishOne(agency, '2026-11-01', 4)
    expect((await responseOf(openCopy(agency, id, number))).status).toBe(404)
  })

  test('is not found by outsiders', async () => {
    const agency = await agencyWithTeam()
    const id = await finishOne(agency, '2026-11-01', 4)
    expect((await responseOf(openCopy(agency, id, '1', 'outsider'))).status).toBe(404)
    expect((await responseOf(openCopy(agency, id, '1', null))).status).toBe(302)
  })
})

async function reopenAs({ program, agencyId, coordinator }: Agency, assessmentId: string) {
  const reopening = { assessmentId, agencyId, reason: 'A mistake', by: coordinator, at: program.now() }
  expect(await reopen(program.database, reopening)).toBe('reopened')
}
