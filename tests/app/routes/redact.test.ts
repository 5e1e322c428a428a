import { expect, test } from 'vitest'
import { action as carry } from '#app/routes/carry-forward/route.tsx'
import { action, loader } from '#app/routes/redact/route.tsx'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { agencyWithTeam, allAt, answer, startOne, submitNow, type Agency } from '#tests/support/agency.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import { secondRound } from '#tests/support/second-version.ts'

const itemId = 'training.basic'
const secret = 'Called about John Q. Example of 12 Elm Street'

/** A final assessment with a note that must not be there, and its corrected form in the history. */
async function agencyWithSlip() {
  const agency = await agencyWithTeam()
  const assessmentId = await startOne(agency)
  await answer(agency, assessmentId, allAt(3, { [itemId]: { value: 3, note: secret } }))
  await submitNow(agency, assessmentId)
  return { agency, assessmentId }
}

async function send(agency: Agency, assessmentId: string, fields: Record<string, string>) {
  const params = { assessmentId, itemId }
  return action(post(await agency.as('coordinator'), '/redact', fields, params))
}

test('a coordinator takes a note out of the answer, its history and the frozen copy; the scorecard stays', async () => {
  const { agency, assessmentId } = await agencyWithSlip()
  const { database } = agency.program
  const before = await latestFrozenCopy(database, assessmentId)
  const sent = send(agency, assessmentId, { field: 'note', reason: 'It named a person.' })
  expect((await responseOf(sent)).headers.get('location')).toBe(
    `/assessments/${assessmentId}/items/${itemId}/history`,
  )

  const responses = await readResponses(database, assessmentId, 'agency')
  expect(responses.get(itemId)?.response).toEqual({ value: 3, note: '[redacted]' })
  expect(JSON.stringify(await responseHistory(database, assessmentId, 'agency', itemId))).not.toContain(
    'Elm Street',
  )
  const after = await latestFrozenCopy(database, assessmentId)
  expect(after?.document).not.toContain('Elm Street')
  expect(after?.scorecardSha256).toBe(before?.scorecardSha256)
  expect(after?.scorecard).toBe(before?.scorecard)
})

test('only texts that somebody typed are offered', async () => {
  const { agency, assessmentId } = await agencyWithSlip()
  const args = async (item: string) =>
    get(await agency.as('coordinator'), '/redact', { assessmentId, itemId: item })
  expect((await loader(await args(itemId))).fields).toEqual(['note'])
  expect((await loader(await args('leadership.officers'))).fields).toEqual([])
})

test.each([
  ['no reason', { field: 'note', reason: ' ' }, 400],
  ['no choice', { reason: 'It named a person.' }, 400],
  ['an unknown choice', { field: 'name', reason: 'It named a person.' }, 400],
  ['a level, which nobody typed', { field: 'value', reason: 'It is too low.' }, 409],
])('%s is refused, and nothing changes', async (_, fields, status) => {
  const { agency, assessmentId } = await agencyWithSlip()
  expect(await send(agency, assessmentId, fields)).toMatchObject({ init: { status } })
  const responses = await readResponses(agency.program.database, assessmentId, 'agency')
  expect(responses.get(itemId)?.response).toEqual({ value: 3, note: secret })
})

test('a question that is not in the questionnaire is not found', async () => {
  const { agency, assessmentId } = await agencyWithSlip()
  const args = get(await agency.as('coordinator'), '/redact', { assessmentId, itemId: 'training.none' })
  expect((await responseOf(loader(args))).status).toBe(404)
})

test('a reason that looks like something about a person is asked about before it is kept', async () => {
  const { agency, assessmentId } = await agencyWithSlip()
  const fields = { field: 'note', reason: 'It said SSN 123-45-6789.' }
  const answer = await send(agency, assessmentId, fields)
  expect(answer).toMatchObject({ init: { status: 400 } })
  expect(JSON.stringify(answer)).toContain('a social security number')
  const noteOf = async () =>
    (await readResponses(agency.program.database, assessmentId, 'agency')).get(itemId)?.response.note
  expect(await noteOf()).toBe(secret)
  await responseOf(send(agency, assessmentId, { ...fields, confirmedPrivate: 'yes' }))
  expect(await noteOf()).toBe('[redacted]')
})

test('what was typed before to a question that is asked anew is offered, and taken out beside it', async () => {
  const round = await secondRound({})
  await responseOf(
    carry(
      await round.send('/carry-forward', [
        ['domain', 'people'],
        ['domain', 'care'],
      ]),
    ),
  )
  const args = async (itemId: string) => ({
    ...(await round.open('/redact', 'coordinator')),
    params: { assessmentId: round.assessmentId, itemId },
  })
  expect(await loader(await args('people.plan'))).toMatchObject({ fields: ['value'], carried: true })
  expect((await loader(await args('care.same'))).fields).toEqual(['notApplicable', 'note'])
  expect((await loader(await args('care.joined'))).fields).toEqual([])
  const sent = await round.send(
    '/redact',
    [
      ['field', 'value'],
      ['reason', 'It names a person.'],
    ],
    'coordinator',
  )
  const params = { assessmentId: round.assessmentId, itemId: 'people.plan' }
  await responseOf(action({ ...sent, params }))
  expect((await round.own())['people.plan']?.carried?.earlier).toMatchObject([
    { response: { value: '[redacted]' } },
  ])
})
