import { describe, expect, test } from 'vitest'
import { rescore, readFrozen } from '#assessments/frozen-copy.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { action, loader } from '#app/routes/review/route.tsx'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { agencyWithTeam, allAt, answer, startOne, twoDomains, type Agency } from '#tests/support/agency.ts'
import { questionnaire } from '#tests/support/questionnaires.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'

type Person = Parameters<Agency['as']>[0]

async function open(agency: Agency, assessmentId: string, person: Person = 'coordinator') {
  return loader(get(await agency.as(person), `/assessments/${assessmentId}/review`, { assessmentId }))
}

/** Presses the button of a review page as it was opened. */
async function press(
  agency: Agency,
  assessmentId: string,
  { seen }: Pick<Awaited<ReturnType<typeof open>>, 'seen'>,
  person: Person = 'coordinator',
) {
  const fields = { intent: 'finalize', sideRevision: String(seen) }
  return action(
    post(await agency.as(person), `/assessments/${assessmentId}/review`, fields, { assessmentId }),
  )
}

const stageOf = async ({ program }: Agency, id: string) => (await findAssessment(program.database, id))?.stage

test('the review lists what is unanswered, not known and not applicable, and what blocks', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, {
    'leadership.workgroup': { notApplicable: 'The county runs it.' },
    'leadership.coordinator': { dontKnow: true },
    'training.basic': { value: 3 },
  })
  const review = await open(agency, id)
  expect(review.total).toEqual({ answered: 1, applicable: 4, requiredMissing: 1 })
  expect(review.domains).toMatchObject([
    {
      id: 'leadership',
      unanswered: [
        { id: 'leadership.coordinator', dontKnow: true, required: false },
        { id: 'leadership.officers', dontKnow: false },
      ],
      notApplicable: [{ id: 'leadership.workgroup', reason: 'The county runs it.' }],
    },
    { id: 'training', unanswered: [{ id: 'training.refresher', required: true }], notApplicable: [] },
  ])
})

test('the review says for which domains no band will be given, and why', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, { 'training.basic': { value: 3 } })
  const [leadership, training] = (await open(agency, id)).domains
  expect(leadership?.withheld.map(({ text }) => text)).toEqual([
    'Only 0 of 2 applicable scored items are answered; a band needs at least 80%.',
  ])
  expect(training?.withheld.map(({ text }) => text)).toEqual([
    'Only 1 of 2 applicable scored items are answered; a band needs at least 80%.',
  ])
})

test('an assessment in which nothing is answered is not submitted', async () => {
  const agency = await agencyWithTeam([questionnaire()])
  const id = await startOne(agency)
  const result = await press(agency, id, await open(agency, id))
  expect(result).toMatchObject({ init: { status: 400 } })
  expect(JSON.stringify(result)).toContain('nothing is answered')
  expect(await stageOf(agency, id)).toBe('answering')
})

test('a missing required item blocks submitting, and is named', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, { 'training.basic': { value: 3 } })
  const result = await press(agency, id, await open(agency, id))
  expect(result).toMatchObject({ init: { status: 400 } })
  expect(JSON.stringify(result)).toContain('How far along is training.refresher?')
  expect(await stageOf(agency, id)).toBe('answering')
})

test('submitting freezes a copy that can be scored again, byte for byte', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, allAt(4))
  const response = await responseOf(press(agency, id, await open(agency, id)))
  expect(response.headers.get('location')).toBe(`/assessments/${id}/results`)
  expect(await stageOf(agency, id)).toBe('final')
  const copy = await latestFrozenCopy(agency.program.database, id)
  const document = readFrozen(copy?.document ?? '')
  expect(document).toMatchObject({
    assessment: id,
    coReviewed: false,
    asOf: '2026-11-01',
    scorecard: { overall: { score: 75, band: 'advancing', answered: 4, applicable: 4 } },
    signatures: [{ side: 'agency', person: agency.coordinator, at: '2026-11-23T17:00:00.000Z' }],
  })
  expect(copy?.sha256).toBe(sha256(copy?.document ?? ''))
  expect(copy?.scorecardSha256).toBe(sha256(copy?.scorecard ?? ''))
  expect(rescore(document, twoDomains())).toEqual({ status: 'same' })
})

describe('while somebody looks at the review', () => {
  test('another save makes submitting stale: said clearly, nothing written', async () => {
    const agency = await agencyWithTeam()
    const id = await startOne(agency)
    await answer(agency, id, allAt(4))
    const review = await open(agency, id)
    await answer(agency, id, { 'training.basic': { value: 5 } }, 1)
    const result = await press(agency, id, review)
    expect(result).toMatchObject({ init: { status: 409 } })
    expect(JSON.stringify(result)).toContain('somebody saved or submitted while you were looking')
    expect(await stageOf(agency, id)).toBe('answering')
    expect(await latestFrozenCopy(agency.program.database, id)).toBeUndefined()
  })

  test('of two coordinators who submit at once, one makes it final and the other is told', async () => {
    const agency = await agencyWithTeam()
    const id = await startOne(agency)
    await answer(agency, id, allAt(4))
    const review = await open(agency, id)
    const results = await Promise.all([press(agency, id, review), press(agency, id, review)])
    expect(results.filter((result) => result instanceof Response)).toHaveLength(1)
    expect(results.filter((result) => 'init' in result && result.init?.status === 409)).toHaveLength(1)
    expect((await latestFrozenCopy(agency.program.database, id))?.number).toBe(1)
  })
})

test('a final assessment is locked: no answer is saved and nothing is submitted again', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, allAt(4))
  const review = await open(agency, id)
  await press(agency, id, review)
  const save = await saveResponse(agency.program.database, {
    assessmentId: id,
    side: 'agency',
    itemId: 'training.basic',
    response: { value: 1 },
    baseRevision: 1,
    saveId: crypto.randomUUID(),
    personId: agency.contributor,
    at: new Date(),
  })
  expect(save).toEqual({ status: 'locked', reason: 'final' })
  expect(await press(agency, id, review)).toMatchObject({ init: { status: 409 } })
})

test('a form that was not made by the page is refused', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, allAt(4))
  const forged = { intent: 'finalize', sideRevision: '-1' }
  const args = post(await agency.as('coordinator'), '/', forged, { assessmentId: id })
  expect(await action(args)).toMatchObject({ init: { status: 400 } })
  expect(await stageOf(agency, id)).toBe('answering')
})

test('everyone of the agency can review, only coordinators submit, and others find nothing', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  await answer(agency, id, allAt(4))
  const review = await open(agency, id, 'viewer')
  expect(review.may.submit).toBe(false)
  expect((await open(agency, id)).may.submit).toBe(true)
  for (const person of ['viewer', 'contributor', 'outsider'] as const) {
    expect((await responseOf(press(agency, id, review, person))).status).toBe(404)
  }
  expect((await responseOf(open(agency, id, 'outsider'))).status).toBe(404)
  expect((await responseOf(open(agency, id, null))).headers.get('location')).toMatch(/^\/sign-in/)
  expect((await responseOf(open(agency, 'none'))).status).toBe(404)
  expect(await stageOf(agency, id)).toBe('answering')
})
