import { expect, test } from 'vitest'
import { loader } from '#app/routes/assessment-overview/route.tsx'
import { assign } from '#db/queries/assignments.server.ts'
import { savePlace } from '#db/queries/places.server.ts'
import { agencyWithTeam, allAt, answer, finishOne, startOne, type Agency } from '#tests/support/agency.ts'
import { get, responseOf } from '#tests/support/requests.ts'

async function open(
  agency: Agency,
  assessmentId: string,
  person: Parameters<Agency['as']>[0] = 'coordinator',
) {
  return loader(get(await agency.as(person), `/assessments/${assessmentId}`, { assessmentId }))
}

test('the overview says of each domain how far it is, who answered last, whose it is and what is missing', async () => {
  const agency = await agencyWithTeam()
  const { program, agencyId, coordinator, contributor } = agency
  const id = await startOne(agency)
  await answer(agency, id, {
    'leadership.workgroup': { notApplicable: 'The county runs it.' },
    'leadership.coordinator': { value: 3 },
  })
  program.setNow(new Date('2026-11-23T18:30:00Z'))
  await answer(agency, id, { 'leadership.officers': { dontKnow: true } })
  const which = {
    assessmentId: id,
    side: 'agency',
    organizationId: agencyId,
    target: 'training.basic',
  } as const
  await assign(program.database, which, contributor, { by: coordinator, at: program.now() })
  const overview = await open(agency, id)
  expect(overview.total).toEqual({ answered: 1, applicable: 4 })
  expect(overview.rows).toEqual([
    {
      id: 'leadership',
      title: 'Title of leadership',
      answered: 1,
      applicable: 2,
      missing: [
        {
          id: 'leadership.officers',
          question: 'What about leadership.officers?',
          required: false,
          dontKnow: true,
          assignedTo: null,
        },
      ],
      last: { name: 'A contributor', when: 'November 23, 2026, 1:30 PM' },
      assignedTo: null,
      itemsAssignedTo: [],
    },
    {
      id: 'training',
      title: 'Title of training',
      answered: 0,
      applicable: 2,
      missing: [
        {
          id: 'training.basic',
          question: 'How far along is training.basic?',
          required: false,
          dontKnow: false,
          assignedTo: 'A contributor',
        },
        {
          id: 'training.refresher',
          question: 'How far along is training.refresher?',
          required: true,
          dontKnow: false,
          assignedTo: null,
        },
      ],
      last: null,
      assignedTo: null,
      itemsAssignedTo: ['A contributor'],
    },
  ])
})

test('a contributor sees first what was assigned to them', async () => {
  const agency = await agencyWithTeam()
  const { program, agencyId, coordinator, contributor } = agency
  const id = await startOne(agency)
  await answer(agency, id, { 'leadership.coordinator': { value: 3 } })
  const which = { assessmentId: id, side: 'agency', organizationId: agencyId, target: 'training' } as const
  await assign(program.database, which, contributor, { by: coordinator, at: program.now() })
  const overview = await open(agency, id, 'contributor')
  expect(overview.yours).toEqual([
    { domainId: 'training', title: 'Title of training', count: 2, first: 'training.basic' },
  ])
  expect(overview.next.label).toBe('Continue with Title of training: 2 items of yours left')
  expect((await open(agency, id)).next.label).toBe('Continue with Title of leadership: 2 items left')
})

test('a person returns to where they left', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, { 'leadership.coordinator': { value: 3 } })
  await savePlace(agency.program.database, {
    personId: agency.coordinator,
    assessmentId: id,
    domainId: 'training',
    itemId: 'training.refresher',
    at: new Date(),
  })
  expect((await open(agency, id)).next.to).toBe(`/assessments/${id}/domains/training#training.refresher`)
})

test('the next step is the review once all is answered', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, allAt(3))
  expect((await open(agency, id)).next).toMatchObject({
    label: 'Review and submit',
    to: `/assessments/${id}/review`,
  })
})

test('a final assessment leads to its results', async () => {
  const agency = await agencyWithTeam()
  const id = await finishOne(agency, '2026-11-01')
  const overview = await open(agency, id, 'viewer')
  expect(overview.next.to).toBe(`/assessments/${id}/results`)
  expect(overview.revision).toBeNull()
})

test('an assessment of another agency is not found, and visitors are sent to sign in', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  expect((await responseOf(open(agency, id, 'outsider'))).status).toBe(404)
  expect((await responseOf(open(agency, 'none'))).status).toBe(404)
  for (const which of [id, 'none']) {
    expect((await responseOf(open(agency, which, null))).headers.get('location')).toBe(
      `/sign-in?to=${encodeURIComponent(`/assessments/${which}`)}`,
    )
  }
})
