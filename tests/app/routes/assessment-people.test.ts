import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/assessment-people/route.tsx'
import { listActivities } from '#db/queries/activities.server.ts'
import { assign, listAssignments } from '#db/queries/assignments.server.ts'
import { listContributors } from '#db/queries/assessments.server.ts'
import {
  agencyWithTeam,
  allAt,
  answer,
  finishOne,
  startOne,
  submitNow,
  type Agency,
} from '#tests/support/agency.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import { writingAfter } from '#tests/support/writing-after.ts'

type Person = Parameters<Agency['as']>[0]

async function send(
  agency: Agency,
  assessmentId: string,
  fields: [string, string][],
  person: Person = 'coordinator',
) {
  const path = `/assessments/${assessmentId}/people`
  return action(post(await agency.as(person), path, fields, { assessmentId }))
}

async function kept({ program: { database } }: Agency, id: string) {
  return {
    contributors: (await listContributors(database, id, 'agency')).map(({ personId }) => personId).sort(),
    assignments: (await listAssignments(database, id, 'agency')).map(({ target, personId }) => [
      target,
      personId,
    ]),
  }
}

test('a coordinator says who contributes and assigns a domain and an item', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  const response = await responseOf(
    send(agency, id, [
      ['contributor', agency.contributor],
      ['assign training', agency.coordinator],
      ['assign leadership.workgroup', agency.contributor],
      ['assign leadership', ''],
    ]),
  )
  expect(response.headers.get('location')).toBe(`/assessments/${id}`)
  expect(await kept(agency, id)).toEqual({
    contributors: [agency.coordinator, agency.contributor].sort(),
    assignments: [
      ['leadership.workgroup', agency.contributor],
      ['training', agency.coordinator],
    ],
  })
})

test('what is left as it was is not written again, and an empty choice takes an assignment back', async () => {
  const agency = await agencyWithTeam()
  const { program, agencyId, coordinator, contributor } = agency
  const id = await startOne(agency)
  const change = { by: coordinator, at: program.now() }
  const which = { assessmentId: id, side: 'agency', organizationId: agencyId } as const
  await assign(program.database, { ...which, target: 'training' }, contributor, change)
  const same: [string, string][] = [
    ['contributor', contributor],
    ['assign training', contributor],
  ]
  const count = async () => (await listActivities(program.database, agencyId, { limit: 50 })).length
  const before = await count()
  await send(agency, id, same)
  expect(await count()).toBe(before)
  await send(agency, id, [['contributor', contributor]])
  expect((await kept(agency, id)).assignments).toEqual([])
})

test('viewers and strangers can be given nothing, and nothing is changed', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  const before = await kept(agency, id)
  for (const person of [agency.viewer, agency.outsider, 'nobody']) {
    for (const field of ['contributor', 'assign training']) {
      expect(await send(agency, id, [[field, person]])).toMatchObject({ init: { status: 400 } })
    }
  }
  expect(await kept(agency, id)).toEqual(before)
})

test('nothing is assigned in a final assessment', async () => {
  const agency = await agencyWithTeam()
  const id = await finishOne(agency, '2026-06-01')
  const result = await send(agency, id, [['assign training', agency.contributor]])
  expect(result).toMatchObject({ init: { status: 409 } })
  expect((await kept(agency, id)).assignments).toEqual([])
})

test('who contributes and what is whose is kept together or not at all', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  const before = await kept(agency, id)
  const context = await agency.as('coordinator')
  const { database } = agency.program
  let written = 0
  const transact: typeof database.transact = (steps) => {
    if (++written > 1) throw new Error('the process was killed')
    return database.transact(steps)
  }
  const fields: [string, string][] = [
    ['assign training', agency.coordinator],
    ['assign leadership', agency.contributor],
  ]
  const path = `/assessments/${id}/people`
  const args = post({ ...context, database: { ...database, transact } }, path, fields, { assessmentId: id })
  await responseOf(action(args))
  expect(await kept(agency, id)).not.toEqual(before)
  expect((await kept(agency, id)).assignments).toHaveLength(2)
})

test('nothing is assigned in an assessment that is made final meanwhile', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, allAt(3))
  const before = await kept(agency, id)
  const context = await agency.as('coordinator')
  const database = writingAfter(agency.program.database, () => submitNow(agency, id))
  const fields: [string, string][] = [['assign training', agency.coordinator]]
  const path = `/assessments/${id}/people`
  const result = await action(post({ ...context, database }, path, fields, { assessmentId: id }))
  expect(result).toMatchObject({ init: { status: 409 } })
  expect(await kept(agency, id)).toEqual(before)
})

test('only a coordinator of the agency assigns', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  for (const person of ['contributor', 'viewer', 'outsider'] as const) {
    expect((await responseOf(send(agency, id, [], person))).status).toBe(404)
    const args = get(await agency.as(person), '/', { assessmentId: id })
    expect((await responseOf(loader(args))).status).toBe(404)
  }
})
