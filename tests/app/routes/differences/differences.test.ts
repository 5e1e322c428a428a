import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/differences/route.tsx'
import { loader as events } from '#app/routes/differences-events/route.ts'
import { action as goAlone } from '#app/routes/go-alone/route.tsx'
import { action as steps } from '#app/routes/differences-steps/route.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import {
  reconciling,
  settleAll,
  sign,
  talkedBySides,
  type Reconciling,
  type TeamMember,
} from '#tests/support/reconciling.ts'

const item = 'leadership.workgroup'
const agency = 'agency coordinator'
const partner = 'partner contributor'

async function open(talk: Reconciling, person: TeamMember, search = '') {
  const { assessmentId } = talk
  const path = `/assessments/${assessmentId}/differences${search}`
  return loader(get(await talk.as(person), path, { assessmentId }))
}

async function talkOf(talk: Reconciling, person: TeamMember, search = '') {
  const page = await open(talk, person, search)
  if (!page.talk) throw new Error('there is nothing to talk of')
  return page.talk
}

async function send(talk: Reconciling, person: TeamMember, fields: Record<string, string>) {
  const { assessmentId } = talk
  const path = `/assessments/${assessmentId}/differences`
  return action(
    post(await talk.as(person), path, { stepId: `page of ${person}`, ...fields }, { assessmentId }),
  )
}

async function sendJson(talk: Reconciling, person: TeamMember, body: unknown) {
  const { assessmentId } = talk
  const args = get(await talk.as(person), `/assessments/${assessmentId}/differences/steps`, { assessmentId })
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await responseOf(
    steps({ ...args, request: new Request(args.request, { method: 'POST', body: text }) }),
  )
  return { status: answer.status, reply: (await answer.json().catch(() => null)) as unknown }
}

const stepCount = async (talk: Reconciling) => (await talk.read()).steps.length

test('the differences are listed widest first, then what is alike, then what is the agency’s alone', async () => {
  const talk = await reconciling()
  const { rows, counts } = await talkOf(talk, partner)
  expect(rows.map(({ id, width, state }) => [id, width, state])).toEqual([
    [item, '3 levels apart', 'open'],
    ['training.basic', '1 level apart', 'open'],
    ['leadership.coordinator', 'Same on both sides', 'same'],
    ['training.refresher', 'Agency only', 'agency-only'],
  ])
  expect(counts).toMatchObject({ differences: 2, settled: 0, unproposed: 2, same: 1, agencyOnly: 1 })
})

test('both sides see both answers with notes, on one scale', async () => {
  const talk = await reconciling()
  for (const person of [agency, partner, 'agency viewer', 'partner viewer'] as const) {
    const { item: detail } = await talkOf(talk, person, `?item=${item}`)
    expect(detail?.sides).toMatchObject({
      agency: { words: '4 · Level 4', note: 'It meets each month.' },
      partner: { words: '1 · Level 1', note: 'We were never asked.' },
    })
    expect(detail?.scale.map(({ value, chosenBy }) => [value, ...chosenBy])).toEqual([
      [5],
      [4, 'agency'],
      [3],
      [2],
      [1, 'partner'],
    ])
    expect(detail?.needsNote).toBe(true)
  }
})

test.each([
  ['?domain=training', ['training.basic', 'training.refresher']],
  ['?gap=wide', [item]],
  ['?gap=one', ['training.basic']],
  ['?gap=other', []],
  ['?state=same', ['leadership.coordinator']],
  ['?state=unsettled&domain=leadership', [item]],
  [
    '?domain=nothing&gap=%00&state=x',
    [item, 'training.basic', 'leadership.coordinator', 'training.refresher'],
  ],
])('the list is filtered by %s', async (search, ids) => {
  const talk = await reconciling()
  expect((await talkOf(talk, agency, search)).rows.map(({ id }) => id)).toEqual(ids)
})

test('while either side answers, nothing of the other is read', async () => {
  const talk = await reconciling({ submitted: ['agency'] })
  for (const person of [agency, partner] as const) {
    const page = await open(talk, person)
    expect(page.talk).toBeNull()
    expect(JSON.stringify(page)).not.toContain('each month')
    expect(JSON.stringify(page)).not.toContain('never asked')
  }
})

test('a form proposes, and the page comes back to the item, where the other side can accept', async () => {
  const talk = await reconciling()
  const proposed = await responseOf(
    send(talk, agency, { intent: 'proposed', item, choice: '3', note: 'Since May.', seen: '0' }),
  )
  expect(proposed.status).toBe(303)
  expect(proposed.headers.get('location')).toBe(
    `/assessments/${talk.assessmentId}/differences?item=${item}#${item}`,
  )
  const { item: detail, counts } = await talkOf(talk, partner)
  expect(detail?.proposal).toMatchObject({ own: false, words: '3 · Level 3', note: 'Since May.' })
  expect(counts.waitForYou).toBe(1)
  const accepted = await send(talk, partner, { intent: 'accepted', item, refersTo: '1', note: '' })
  expect(accepted).toMatchObject({ status: 303 })
  expect((await talkOf(talk, agency)).item?.agreed).toMatchObject({ how: 'settled', words: '3 · Level 3' })
})

test('the same form sent twice is taken once, and with other words it is another step', async () => {
  const talk = await reconciling()
  const fields = { intent: 'commented', item, text: 'Look at May.' }
  await send(talk, agency, fields)
  await send(talk, agency, fields)
  await send(talk, agency, { ...fields, text: 'Look at June.' })
  expect((await talk.read()).steps.map((step) => 'text' in step && step.text)).toEqual([
    'Look at May.',
    'Look at June.',
  ])
})

test('what was typed comes back with the reason when a form is refused', async () => {
  const talk = await reconciling()
  await talk.take({ kind: 'proposed', side: 'partner', item, proposal: { value: 1 }, note: null, seen: 0 })
  const refused = await send(talk, agency, {
    ...{ intent: 'proposed', item, choice: '4', note: 'We have the minutes.', seen: '0' },
  })
  expect(refused).toMatchObject({
    init: { status: 409 },
    data: { reply: { reason: 'moved-on' }, fields: { note: 'We have the minutes.', choice: '4' } },
  })
  expect(JSON.stringify(refused)).toContain('Cory Coordinator proposed 1 · Level 1 meanwhile.')
  expect(await stepCount(talk)).toBe(1)
})

test.each([
  ['no choice', { choice: '' }, 'Choose what you propose.'],
  ['a level that isn’t there', { choice: '9' }, 'This item cannot have that answer.'],
  [
    'not applicable without a reason',
    { choice: 'not-applicable', reason: ' ' },
    'Say why it does not apply.',
  ],
  ['a direction override', { choice: '3', note: 'a\u202Eb' }, 'holds a control character'],
  ['too long a note', { choice: '3', note: 'x'.repeat(4001) }, 'must be at most 4000 characters'],
])('a proposal with %s is refused, and nothing changes', async (_, fields, sentence) => {
  const talk = await reconciling()
  const refused = await send(talk, agency, { intent: 'proposed', item, seen: '0', ...fields })
  expect(refused).toMatchObject({ data: { reply: {} } })
  expect(JSON.stringify(refused)).toContain(sentence)
  expect(await stepCount(talk)).toBe(0)
})

test('not applicable can’t be proposed where the item doesn’t allow it', async () => {
  const talk = await reconciling()
  const body = {
    step: { kind: 'proposed', item: 'training.basic', proposal: { notApplicable: 'None.' }, seen: 0 },
  }
  expect(await sendJson(talk, agency, { ...body, stepId: 'step-0001' })).toMatchObject({
    status: 409,
    reply: { reason: 'value-not-offered' },
  })
})

test('text that looks private is asked about before it is kept', async () => {
  const talk = await reconciling()
  const fields = { intent: 'commented', item, text: 'Call 212-555-0147 about it.' }
  expect(await send(talk, agency, fields)).toMatchObject({
    init: { status: 422 },
    data: { reply: { status: 'private', found: [{ kind: 'phone-number' }] } },
  })
  expect(await stepCount(talk)).toBe(0)
  await send(talk, agency, { ...fields, confirmedPrivate: 'yes' })
  expect(await stepCount(talk)).toBe(1)
})

const comment = { kind: 'commented', item, text: 'Hello.' }

test.each([
  ['text that is no JSON', 'not JSON', 400],
  ['a list', [], 400],
  ['an unknown kind', { step: { kind: 'decreed', item }, stepId: 'step-0001' }, 400],
  ['reopening as a step', { step: { kind: 'reopened', reason: 'x' }, stepId: 'step-0001' }, 400],
  ['the other side’s name', { step: comment, stepId: 'step-0001', side: 'partner' }, 400],
  ['somebody else’s name', { step: comment, stepId: 'step-0001', personId: 'somebody' }, 401],
  ['more than is asked', { step: comment, stepId: 'step-0001', at: '2020-01-01' }, 400],
  ['an id that is none', { step: comment, stepId: '../x' }, 400],
  ['an item that isn’t there', { step: { ...comment, item: 'no.such' }, stepId: 'step-0001' }, 409],
  [
    'an item of the agency alone',
    { step: { ...comment, item: 'training.refresher' }, stepId: 'step-0001' },
    409,
  ],
  [
    'a kind that isn’t scored',
    { step: { ...comment, item: 'leadership.officers' }, stepId: 'step-0001' },
    409,
  ],
])('a step with %s is refused, and nothing changes', async (_, body, status) => {
  const talk = await reconciling()
  expect(await sendJson(talk, agency, body)).toMatchObject({ status })
  expect(await stepCount(talk)).toBe(0)
})

test('naming the other side is refused in a sentence', async () => {
  const talk = await reconciling()
  const { reply } = await sendJson(talk, partner, { step: comment, stepId: 'step-0001', side: 'agency' })
  expect(JSON.stringify(reply)).toContain(
    'You act for the partner in this assessment, and not for the agency.',
  )
})

test('a step’s id is for one step', async () => {
  const talk = await reconciling()
  expect(await sendJson(talk, agency, { step: comment, stepId: 'step-0001' })).toMatchObject({
    reply: { status: 'taken', revision: 1 },
  })
  expect(await sendJson(talk, agency, { step: comment, stepId: 'step-0001' })).toMatchObject({
    reply: { status: 'repeated', revision: 1 },
  })
  const other = { step: { ...comment, text: 'Other words.' }, stepId: 'step-0001' }
  expect(await sendJson(talk, agency, other)).toMatchObject({ status: 409, reply: { reason: 'id-used' } })
})

test.each([
  ['own-proposal', { kind: 'accepted', item, refersTo: 1 }, agency],
  ['note-missing', { kind: 'accepted', item, refersTo: 1 }, partner],
  ['not-own-proposal', { kind: 'withdrawn', item, refersTo: 1 }, partner],
  ['moved-on', { kind: 'accepted', item, refersTo: 7 }, partner],
  ['moved-on', { kind: 'proposed', item, proposal: { value: 1 }, seen: 0 }, partner],
  ['nothing-proposed', { kind: 'accepted', item: 'training.basic', refersTo: 1 }, partner],
] as const)('the rule %s is told in a sentence, and nothing changes', async (reason, step, person) => {
  const talk = await reconciling()
  await talk.take({ kind: 'proposed', side: 'agency', item, proposal: { value: 3 }, note: null, seen: 0 })
  const { status, reply } = await sendJson(talk, person, { step, stepId: 'step-0001' })
  expect([status, reply]).toMatchObject([409, { status: 'refused', reason }])
  expect(JSON.stringify(reply)).toMatch(/"sentence":"[A-Z].+\."/)
  expect(await stepCount(talk)).toBe(1)
})

test.each([agency, partner] as const)(
  'once the partnership has ended, the %s reads and changes nothing',
  async (person) => {
    const talk = await reconciling()
    const { orm, tables } = talk.program.database
    await orm
      .update(tables.partnerships)
      .set({ status: 'ended' })
      .where(eq(tables.partnerships.partnerId, talk.partnerId))
    expect(await talkOf(talk, person)).toMatchObject({
      maySettle: false,
      signing: { signer: { maySign: false } },
    })
    const answer = await sendJson(talk, person, { step: comment, stepId: 'step-0001' })
    expect(answer).toMatchObject({ status: 409, reply: { reason: 'partnership-ended' } })
    expect(JSON.stringify(answer.reply)).toContain('The agency can go on alone.')
    expect(await stepCount(talk)).toBe(0)
    expect(await open(talk, agency)).toMatchObject({
      coReview: { partnershipEnded: true, mayGoAlone: true },
    })
  },
)

test('viewers read and contributors don’t sign', async () => {
  const talk = await reconciling()
  await settleAll(talk)
  const before = await stepCount(talk)
  expect((await talkOf(talk, 'partner viewer')).maySettle).toBe(false)
  const { scorecardSha256 } = await talk.read()
  const signing = { step: { kind: 'signed', sha256: scorecardSha256 }, stepId: 'step-0001' }
  expect(await sendJson(talk, 'partner viewer', { step: comment, stepId: 'step-0002' })).toMatchObject({
    status: 404,
  })
  expect(await sendJson(talk, partner, signing)).toMatchObject({ status: 404 })
  expect(await stepCount(talk)).toBe(before)
})

test('each coordinator signs; both organizations are told of the first signature and that it is final', async () => {
  const talk = await reconciling()
  await settleAll(talk)
  const signing = async (person: TeamMember) => {
    const { sha256 } = (await talkOf(talk, person)).signing
    return responseOf(send(talk, person, { intent: 'signed', sha256 }))
  }
  const first = await signing('partner coordinator')
  expect(first.headers.get('location')).toBe(`/assessments/${talk.assessmentId}/differences#sign`)
  const panel = (await talkOf(talk, agency)).signing
  expect(panel).toMatchObject({
    ready: true,
    signatures: { agency: null, partner: { by: 'Cory Coordinator' } },
    overall: ['63 (4 of 4 applicable items)', '38 (3 of 4 applicable items)', '56 (4 of 4 applicable items)'],
  })
  const second = await signing(agency)
  expect(second.headers.get('location')).toBe(`/assessments/${talk.assessmentId}/results`)
  const mails = await listMail(talk.program.database, 20)
  const subjects = mails.map(({ subject }) => subject).sort()
  expect(subjects).toEqual([
    ...Array<string>(2).fill('Final: the assessment of Larkmoor Police Department as of November 1, 2026'),
    ...Array<string>(2).fill('Larkmoor Behavioral Health signed; Larkmoor Police Department signs next'),
  ])
  expect((await open(talk, partner)).talk).toMatchObject({ maySettle: false })
})

test('signing twice, with something open, or for what is no longer agreed is refused in a sentence', async () => {
  const talk = await reconciling()
  const refusal = async (person: TeamMember, sha256: string) =>
    (await sendJson(talk, person, { step: { kind: 'signed', sha256 }, stepId: crypto.randomUUID() })).reply
  const before = (await talk.read()).scorecardSha256
  expect(await refusal(agency, before)).toMatchObject({ reason: 'differences-open' })
  await settleAll(talk)
  expect(await refusal(agency, before)).toMatchObject({ reason: 'other-scorecard' })
  await sign(talk, 'agency')
  const { scorecardSha256 } = await talk.read()
  expect(await refusal(agency, scorecardSha256)).toMatchObject({ reason: 'signed-already' })
})

test('after one has signed, something else that is accepted lets both sign anew', async () => {
  const talk = await reconciling()
  await settleAll(talk)
  await sign(talk, 'agency')
  const { state } = await talk.read()
  const seen = state.items.get('training.basic')?.movedAt ?? 0
  const proposed = await talk.take({
    ...{ kind: 'proposed', side: 'partner', item: 'training.basic', seen },
    ...{ proposal: { value: 3 }, note: null },
  })
  const refersTo = 'revision' in proposed ? proposed.revision : 0
  await talk.take({ kind: 'accepted', side: 'agency', item: 'training.basic', refersTo, note: null, seen })
  expect((await talkOf(talk, agency)).signing.signatures).toEqual({ agency: null, partner: null })
})

test('the stream tells of each step of either side, and of nothing in it', async () => {
  const talk = await reconciling()
  const { assessmentId } = talk
  const hangUp = new AbortController()
  const args = get(await talk.as(partner), `/assessments/${assessmentId}/differences/events`, {
    assessmentId,
  })
  const request = new Request(args.request, { signal: hangUp.signal })
  const stream = (await responseOf(events({ ...args, request }))).body?.getReader()
  const next = async () => new TextDecoder().decode((await stream?.read())?.value)
  expect(await next()).toContain('retry')
  const before = await next()
  await sendJson(talk, agency, { step: { ...comment, text: 'A secret.' }, stepId: 'step-0001' })
  const after = await next()
  expect(after).toMatch(/^event: moved\ndata: \d+\n\n$/)
  expect(after).not.toBe(before)
  hangUp.abort()
})

test.each([
  ['neither has submitted', []],
  ['the agency has submitted', ['agency']],
  ['both have submitted', ['agency', 'partner']],
] as const)('the stream tells that the agency goes on alone, where %s', async (_where, submitted) => {
  const talk = await reconciling({ submitted })
  const { assessmentId } = talk
  const shown = (await open(talk, partner)).moved
  const moved: number[] = []
  talk.program.live.subscribe(assessmentId, 'agreed', (revision) => moved.push(revision))
  const fields = { reason: 'released', sure: 'yes', revision: String((await talk.assessment()).revision) }
  const asAgency = await talk.as(agency)
  await responseOf(goAlone(post(asAgency, `/assessments/${assessmentId}/go-alone`, fields, { assessmentId })))
  expect(moved).toHaveLength(1)
  expect(moved[0]).toBeGreaterThan(shown)
  expect((await open(talk, agency)).moved).toBe(moved[0])
  if (submitted.length < 2) expect(moved).toEqual([1])
})

test('strangers and other organizations find nothing, whatever they send', async () => {
  const talk = await reconciling()
  const other = await reconciling({ program: talk.program, sides: talkedBySides })
  const { assessmentId } = talk
  const args = get(await other.as('partner coordinator'), `/assessments/${assessmentId}/differences`, {
    assessmentId,
  })
  for (const answer of [loader(args), events(args)]) {
    expect((await responseOf(answer)).status).toBe(404)
  }
  const body = JSON.stringify({ step: comment, stepId: 'step-0001' })
  const request = new Request(args.request, { method: 'POST', body })
  expect((await responseOf(steps({ ...args, request }))).status).toBe(404)
  expect(await stepCount(talk)).toBe(0)
})
