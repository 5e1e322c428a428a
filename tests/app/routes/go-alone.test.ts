import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loader as differences } from '#app/routes/differences/route.tsx'
import { action, loader } from '#app/routes/go-alone/route.tsx'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import {
  reconciling,
  settleAll,
  sign,
  type Reconciling,
  type TeamMember,
} from '#tests/support/reconciling.ts'

async function open(talk: Reconciling, person: TeamMember = 'agency coordinator') {
  const { assessmentId } = talk
  return loader(get(await talk.as(person), `/assessments/${assessmentId}/go-alone`, { assessmentId }))
}

async function send(
  talk: Reconciling,
  fields: Record<string, string>,
  person: TeamMember = 'agency coordinator',
) {
  const { assessmentId } = talk
  const revision = String((await talk.assessment()).revision)
  const all = { revision, sure: 'yes', ...fields }
  return action(post(await talk.as(person), `/assessments/${assessmentId}/go-alone`, all, { assessmentId }))
}

const offered = async (talk: Reconciling) => (await open(talk)).reasons.map(({ reason }) => reason)

async function endPartnership({ program, partnerId }: Reconciling) {
  const { orm, tables } = program.database
  await orm
    .update(tables.partnerships)
    .set({ status: 'ended' })
    .where(eq(tables.partnerships.partnerId, partnerId))
}

test('the reasons that hold are offered, and no others', async () => {
  const talk = await reconciling({ submitted: ['agency'] })
  expect(await offered(talk)).toEqual(['released'])
  talk.program.setNow(new Date(talk.program.now().getTime() + 30 * 86_400_000))
  expect(await offered(talk)).toEqual(['released', 'overdue'])
  await endPartnership(talk)
  expect(await offered(talk)).toEqual(['released', 'overdue', 'partnership-ended'])
})

test('it goes on alone, tells both, and the partner gets to see nothing more', async () => {
  const talk = await reconciling()
  const answer = await responseOf(send(talk, { reason: 'released' }))
  expect(answer.headers.get('location')).toBe(`/assessments/${talk.assessmentId}`)
  expect(await talk.assessment()).toMatchObject({ stage: 'answering', alone: true, aloneReason: 'released' })
  const mails = await listMail(talk.program.database, 20)
  expect(mails.map(({ subject }) => subject)).toEqual(
    Array(2).fill('Larkmoor Police Department goes on alone: assessment as of November 1, 2026'),
  )
  const { assessmentId } = talk
  const asPartner = get(await talk.as('partner coordinator'), '/', { assessmentId })
  expect((await responseOf(differences(asPartner))).status).toBe(404)
  expect(await offered(talk)).toEqual([])
})

test.each([
  ['overdue', 'the partner may take 30 days'],
  ['partnership-ended', 'the partnership has not ended'],
])('%s is refused while it isn’t so', async (reason, sentence) => {
  const talk = await reconciling({ submitted: ['agency'] })
  const refused = await send(talk, { reason })
  expect(refused).toMatchObject({ init: { status: 409 } })
  expect(JSON.stringify(refused)).toContain(sentence)
  expect((await talk.assessment()).alone).toBe(false)
})

test.each([
  ['no reason', { reason: '' }, 400],
  ['an unknown reason', { reason: 'bored' }, 400],
  ['no being sure', { reason: 'released', sure: '' }, 400],
  ['an old page', { reason: 'released', revision: '0' }, 409],
])('%s is refused, and nothing changes', async (_, fields, status) => {
  const talk = await reconciling()
  expect(await send(talk, fields)).toMatchObject({ init: { status } })
  expect((await talk.assessment()).alone).toBe(false)
})

test('once final it can’t go on alone', async () => {
  const talk = await reconciling()
  await settleAll(talk)
  await sign(talk, 'agency')
  await sign(talk, 'partner')
  expect(await offered(talk)).toEqual([])
  expect(await send(talk, { reason: 'released' })).toMatchObject({ init: { status: 409 } })
  expect((await talk.assessment()).stage).toBe('final')
})

test('only a coordinator of the agency decides it', async () => {
  const talk = await reconciling()
  for (const person of ['agency contributor', 'agency viewer', 'partner coordinator'] as const) {
    expect((await responseOf(open(talk, person))).status).toBe(404)
    expect((await responseOf(send(talk, { reason: 'released' }, person))).status).toBe(404)
  }
})
