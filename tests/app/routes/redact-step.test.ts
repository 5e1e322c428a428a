import { expect, test } from 'vitest'
import { loader as differences } from '#app/routes/differences/route.tsx'
import { action, loader } from '#app/routes/redact-step/route.tsx'
import { reopen } from '#db/queries/reopen.server.ts'
import {
  reconciling,
  settleAll,
  sign,
  type Reconciling,
  type TeamMember,
} from '#tests/support/reconciling.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'

const item = 'leadership.workgroup'
const secret = 'Called about John Q. Example of 12 Elm Street'
const good = { field: 'comment', reason: 'It named a person.' }

/** Both have commented; the agency's comment, the first step, must not be there. */
async function talkWithSlip() {
  const talk = await reconciling()
  await talk.take({ kind: 'commented', side: 'agency', item, text: secret, seen: 0 })
  await talk.take({ kind: 'commented', side: 'partner', item, text: 'Who is that?', seen: 0 })
  return talk
}

async function show({ assessmentId, as }: Reconciling, person: TeamMember, revision: string) {
  return loader(get(await as(person), '/redact', { assessmentId, revision }))
}

async function send(
  { assessmentId, as }: Reconciling,
  person: TeamMember,
  revision: string,
  fields: Record<string, string>,
) {
  return action(post(await as(person), '/redact', fields, { assessmentId, revision }))
}

async function page({ assessmentId, as }: Reconciling, person: TeamMember) {
  const { talk, moved } = await differences(
    get(await as(person), `/differences?item=${item}`, { assessmentId }),
  )
  if (!talk) throw new Error('there is nothing to talk of')
  return { talk, moved }
}

const threadOf = async (talk: Reconciling, person: TeamMember) =>
  ((await page(talk, person)).talk.item?.thread ?? []).map(({ text, redactable }) => [text, redactable])

test('a coordinator redacts a comment of their own side: both sides read so, live', async () => {
  const talk = await talkWithSlip()
  const told: unknown[] = []
  talk.program.live.subscribe(talk.assessmentId, 'agreed', (revision) => told.push(revision))
  const before = (await page(talk, 'partner viewer')).moved
  const answer = await responseOf(send(talk, 'agency coordinator', '1', good))
  expect(answer.headers.get('location')).toBe(
    `/assessments/${talk.assessmentId}/differences?item=${item}#${item}`,
  )
  expect(await threadOf(talk, 'partner viewer')).toEqual([
    ['[redacted]', false],
    ['Who is that?', false],
  ])
  expect((await page(talk, 'partner viewer')).moved).toBe(before + 1)
  expect(told).toEqual([before + 1])
})

test('the link stands at one’s own side’s texts, for coordinators', async () => {
  const talk = await talkWithSlip()
  const marks = async (person: TeamMember) => (await threadOf(talk, person)).map(([, mark]) => mark)
  expect(await marks('agency coordinator')).toEqual([true, false])
  expect(await marks('partner coordinator')).toEqual([false, true])
  expect(await marks('agency contributor')).toEqual([false, false])
})

test('the reason for reopening can be redacted by the agency, also where it is shown above', async () => {
  const talk = await reconciling()
  await settleAll(talk)
  await sign(talk, 'agency')
  await sign(talk, 'partner')
  const { assessmentId, agencyId, people, program } = talk
  const by = people['agency coordinator']
  await reopen(program.database, { assessmentId, agencyId, reason: secret, by, at: program.now() })
  expect((await page(talk, 'partner coordinator')).talk.reopening).toBeNull()
  const { reopening, revision } = (await page(talk, 'agency coordinator')).talk
  expect([reopening, revision?.reason]).toEqual([7, secret])
  expect(await show(talk, 'agency coordinator', '7')).toMatchObject({
    ...{ question: null, fields: ['reopening-reason'], texts: [secret] },
  })
  await send(talk, 'agency coordinator', '7', { ...good, field: 'reopening-reason' })
  const after = (await page(talk, 'agency coordinator')).talk
  expect([after.reopening, after.revision?.reason]).toEqual([null, '[redacted]'])
  expect((await show(talk, 'agency coordinator', '7')).fields).toEqual([])
})

test.each([
  ['the other side’s', 'partner coordinator', '1'],
  ['a contributor’s own', 'agency contributor', '1'],
  ['one that isn’t there', 'agency coordinator', '77'],
  ['one with a strange number', 'agency coordinator', '1.0'],
] as const)('%s step is not found', async (_, person, revision) => {
  const talk = await talkWithSlip()
  expect((await responseOf(show(talk, person, revision))).status).toBe(404)
  expect((await responseOf(send(talk, person, revision, good))).status).toBe(404)
  expect(await threadOf(talk, 'agency viewer')).toContainEqual([secret, false])
})

test.each([
  ['no reason', { field: 'comment', reason: ' ' }, 400],
  ['no choice', { reason: 'It named a person.' }, 400],
  ['a field of an answer', { field: 'evidence', reason: 'It named a person.' }, 400],
  ['a field that the step hasn’t', { field: 'acceptance-note', reason: 'It named a person.' }, 409],
])('%s is refused, and nothing changes', async (_, fields, status) => {
  const talk = await talkWithSlip()
  expect(await send(talk, 'agency coordinator', '1', fields)).toMatchObject({ init: { status } })
  expect(await threadOf(talk, 'agency viewer')).toContainEqual([secret, false])
})

test('a reason that looks like something about a person is asked about before it is kept', async () => {
  const talk = await talkWithSlip()
  const fields = { ...good, reason: 'Born on 3/4/1987.' }
  const answer = await send(talk, 'agency coordinator', '1', fields)
  expect(answer).toMatchObject({ init: { status: 400 } })
  expect(JSON.stringify(answer)).toContain('a date of birth')
  expect((await threadOf(talk, 'agency viewer'))[0]?.[0]).toBe(secret)
  await responseOf(send(talk, 'agency coordinator', '1', { ...fields, confirmedPrivate: 'yes' }))
  expect((await threadOf(talk, 'agency viewer'))[0]?.[0]).toBe('[redacted]')
})
