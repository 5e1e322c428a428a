import { expect, test } from 'vitest'
import { loader as overview } from '#app/routes/assessment-overview/route.tsx'
import { action, loader } from '#app/routes/reopen/route.tsx'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { listFrozenCopies } from '#db/queries/frozen-copies.server.ts'
import { agencyWithTeam, answer, finishOne, startOne, submitNow, type Agency } from '#tests/support/agency.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'

type Person = Parameters<Agency['as']>[0]

async function send(agency: Agency, assessmentId: string, reason: string, person: Person = 'coordinator') {
  const path = `/assessments/${assessmentId}/reopen`
  return action(post(await agency.as(person), path, { reason }, { assessmentId }))
}

const stageOf = async ({ program }: Agency, id: string) => (await findAssessment(program.database, id))?.stage

test('a coordinator reopens with a reason, and the latest copy counts, marked as being revised', async () => {
  const agency = await agencyWithTeam()
  const id = await finishOne(agency, '2026-06-01')
  const response = await responseOf(send(agency, id, 'We counted the wrong year.'))
  expect(response.headers.get('location')).toBe(`/assessments/${id}`)
  expect(await stageOf(agency, id)).toBe('answering')
  const args = get(await agency.as('viewer'), `/assessments/${id}`, { assessmentId: id })
  expect((await overview(args)).revision).toEqual({
    number: 1,
    finalizedAt: 'November 23, 2026, 12:00 PM',
    reopenedAt: 'November 23, 2026, 12:00 PM',
    reopenedBy: 'Cory Coordinator',
    reason: 'We counted the wrong year.',
  })
})

test('submitting anew adds a copy, and both stay', async () => {
  const agency = await agencyWithTeam()
  const id = await finishOne(agency, '2026-06-01')
  await send(agency, id, 'We counted the wrong year.')
  await answer(agency, id, { 'training.basic': { value: 5 } }, 1)
  expect(await submitNow(agency, id)).toEqual({ status: 'final', number: 2 })
  const copies = await listFrozenCopies(agency.program.database, id)
  expect(copies.map(({ number, reopenReason }) => [number, reopenReason])).toEqual([
    [2, null],
    [1, 'We counted the wrong year.'],
  ])
})

test.each([
  ['no reason', ''],
  ['white space', '   '],
  ['too long a reason', 'x'.repeat(501)],
  ['a control character', 'a\u0000b'],
  ['a direction override', 'a\u202Eb'],
])('%s is refused, and nothing changes', async (_, reason) => {
  const agency = await agencyWithTeam()
  const id = await finishOne(agency, '2026-06-01')
  expect(await send(agency, id, reason)).toMatchObject({ init: { status: 400 } })
  expect(await stageOf(agency, id)).toBe('final')
})

test('an assessment that is open, or has another open beside it, is not reopened', async () => {
  const agency = await agencyWithTeam()
  const id = await finishOne(agency, '2026-06-01')
  const open = await startOne(agency, '2026-11-01')
  for (const [which, sentence] of [
    [open, 'it is open already'],
    [id, 'Another assessment with this questionnaire is open'],
  ] as const) {
    const result = await send(agency, which, 'A reason')
    expect(result).toMatchObject({ init: { status: 409 } })
    expect(JSON.stringify(result)).toContain(sentence)
  }
  expect(await stageOf(agency, id)).toBe('final')
})

test('only a coordinator of the agency reopens', async () => {
  const agency = await agencyWithTeam()
  const id = await finishOne(agency, '2026-06-01')
  for (const person of ['contributor', 'viewer', 'outsider'] as const) {
    expect((await responseOf(send(agency, id, 'A reason', person))).status).toBe(404)
    const args = get(await agency.as(person), '/', { assessmentId: id })
    expect((await responseOf(loader(args))).status).toBe(404)
  }
  expect(await stageOf(agency, id)).toBe('final')
})

test('a reason that looks like something about a person is asked about before it is kept', async () => {
  const agency = await agencyWithTeam()
  const id = await finishOne(agency, '2026-06-01')
  const reason = 'The person of case no. 24-123456 called.'
  const answer = await send(agency, id, reason)
  expect(answer).toMatchObject({ init: { status: 400 } })
  const asked = JSON.stringify(answer)
  expect(asked).toContain('confirmedPrivate')
  expect(asked).toContain('a case number (“case no. 24-123456”)')
  expect(await stageOf(agency, id)).toBe('final')
  const params = { assessmentId: id }
  const fields = { reason, confirmedPrivate: 'yes' }
  await responseOf(action(post(await agency.as('coordinator'), '/reopen', fields, params)))
  expect(await stageOf(agency, id)).toBe('answering')
})
