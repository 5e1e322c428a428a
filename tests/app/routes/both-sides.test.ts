import { describe, expect, test } from 'vitest'
import type { Side } from '#assessments/access.ts'
import { loader as log } from '#app/routes/activity-log/route.tsx'
import { loader as overview } from '#app/routes/assessment-overview/route.tsx'
import { action as savePeople, loader as people } from '#app/routes/assessment-people/route.tsx'
import { action as sendForm, loader as domainLoader } from '#app/routes/domain/route.tsx'
import { action as save } from '#app/routes/responses/route.ts'
import { action, loader } from '#app/routes/review/route.tsx'
import { listAssignments } from '#db/queries/assignments.server.ts'
import { listContributors } from '#db/queries/assessments.server.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { bothSides, type BothSides, type Someone } from '#tests/support/both-sides.ts'
import { endPartnership, goAlone } from '#tests/support/partner-side.ts'
import { responseOf } from '#tests/support/requests.ts'
import { saveOf } from '#tests/support/answering.ts'

async function saveAs(world: BothSides, who: Someone, body: object) {
  const args = await world.open(who, '/responses')
  const request = new Request(args.request, { method: 'POST', body: JSON.stringify(body) })
  const reply = await responseOf(save({ ...args, request }))
  const json: unknown = await reply.json().catch(() => null)
  return { status: reply.status, body: json }
}

const stored = async ({ program, assessmentId }: BothSides, side: Side) =>
  Object.fromEntries(
    [...(await readResponses(program.database, assessmentId, side))].map(([id, { response }]) => [
      id,
      response,
    ]),
  )

/** Presses a button of the review page as somebody sees it. */
async function press(world: BothSides, who: Someone, intent: string, seen?: number) {
  const sideRevision = seen ?? (await loader(await world.open(who, '/review'))).seen
  return action(await world.send(who, '/review', { intent, sideRevision: String(sideRevision) }))
}

const leadsTo = async (pressed: Promise<unknown>) => (await responseOf(pressed)).headers.get('location')

/** Both have answered what they must. */
async function answered() {
  const world = await bothSides()
  await world.answer('agency', 'training.basic', { value: 4 })
  await world.answer('partner', 'training.basic', { value: 2 })
  return world
}

const mailTo = async ({ program, people: who }: BothSides, someone: Someone) => {
  const mails = await listMail(program.database, 100)
  const to = `${who[someone]}@people.example`
  return mails.filter(({ recipient }) => recipient === to).map(({ subject }) => subject)
}

describe('saving', () => {
  test('goes to one’s own side, whichever that is', async () => {
    const world = await bothSides()
    const body = (value: number, side: Side) => saveOf('training.basic', { value }, { side })
    expect(await saveAs(world, 'agency contributor', body(4, 'agency'))).toMatchObject({ status: 200 })
    expect(await saveAs(world, 'partner contributor', body(2, 'partner'))).toMatchObject({ status: 200 })
    expect(await stored(world, 'agency')).toEqual({ 'training.basic': { value: 4 } })
    expect(await stored(world, 'partner')).toEqual({ 'training.basic': { value: 2 } })
  })

  test.each([
    ['partner coordinator', 'agency'],
    ['agency coordinator', 'partner'],
    ['both', 'partner'],
  ] as const)('by the %s is refused for the %s’s side, and says why', async (who, side) => {
    const world = await bothSides()
    const reply = await saveAs(world, who, saveOf('training.basic', { value: 1 }, { side }))
    const own = side === 'agency' ? 'partner' : 'agency'
    expect(reply).toEqual({
      status: 400,
      body: {
        status: 'invalid',
        faults: [{ path: 'side', reason: `must be "${own}": you answer for the ${own} here` }],
      },
    })
    expect([await stored(world, 'agency'), await stored(world, 'partner')]).toEqual([{}, {}])
  })

  test('of what only the agency answers is refused to the partner', async () => {
    const world = await bothSides()
    const body = saveOf('leadership.budget', { value: 1 }, { side: 'partner' })
    expect(await saveAs(world, 'partner contributor', body)).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'itemId', reason: 'names an item that only the agency answers' }] },
    })
    expect(await stored(world, 'partner')).toEqual({})
  })

  test.each([
    ['submitting', 'Your side has submitted its answers, so that they are locked.'],
    ['the partnership ended', 'The partnership has ended, so that your answers are locked.'],
    [
      'the agency went on alone',
      'This assessment went on without its partner, so that your answers are locked.',
    ],
  ])('is locked after %s, in words', async (what, why) => {
    const world = await answered()
    if (what === 'submitting') await press(world, 'partner coordinator', 'submit')
    else if (what === 'the partnership ended')
      await endPartnership(world.program.database, world.partnershipId)
    else await goAlone(world.program.database, world.assessmentId)
    const body = saveOf('training.basic', { value: 5 }, { side: 'partner', baseRevision: 1 })
    expect(await saveAs(world, 'partner contributor', body)).toEqual({
      status: 423,
      body: { status: 'locked', why },
    })
    expect(await stored(world, 'partner')).toEqual({ 'training.basic': { value: 2 } })
    expect(await saveAs(world, 'agency contributor', { ...body, side: 'agency' })).toMatchObject({
      status: 200,
    })
  })

  test.each(['other partner', 'other agency'] as const)(
    'is a 404 to the %s, who guessed the id',
    async (who) => {
      const world = await bothSides()
      for (const side of ['agency', 'partner']) {
        const body = saveOf('training.basic', { value: 1 }, { side })
        expect(await saveAs(world, who, body)).toMatchObject({ status: 404 })
      }
    },
  )

  test('by the form without JavaScript, which carries no side, goes to one’s own', async () => {
    const world = await bothSides()
    const fields = { 'training.basic/revision': '0', 'training.basic/answer': '2', side: 'agency' }
    const args = await world.send('partner contributor', '/domains/training', fields)
    await sendForm({ ...args, params: { ...args.params, domainId: 'training' } })
    expect(await stored(world, 'partner')).toEqual({ 'training.basic': { value: 2 } })
    expect(await stored(world, 'agency')).toEqual({})
  })
})

test('the partner isn’t asked what only the agency answers, and may leave out what is optional', async () => {
  const world = await bothSides()
  const page = async (who: Someone, domainId: string) =>
    domainLoader(await world.open(who, `/domains/${domainId}`, { domainId }))
  const marks = async (who: Someone) =>
    [...(await page(who, 'leadership')).items, ...(await page(who, 'training')).items].map(
      ({ item, asked, mayLeaveOut }) =>
        `${item.id} ${asked ? 'asked' : '-'} ${mayLeaveOut ? 'optional' : ''}`.trim(),
    )
  expect(await marks('partner contributor')).toEqual([
    'leadership.workgroup asked',
    'leadership.budget -',
    'leadership.name asked',
    'training.basic asked',
    'training.refresher asked optional',
  ])
  expect((await marks('agency contributor')).every((mark) => mark.endsWith('asked'))).toBe(true)
  await world.answer('partner', 'training.basic', { value: 2 })
  const { rows, total } = await overview(await world.open('partner coordinator', ''))
  expect(rows[1]).toMatchObject({ answered: 1, applicable: 1, missing: [] })
  expect(total).toEqual({ answered: 1, applicable: 3 })
})

describe('submitting', () => {
  test('locks one’s side, waits for the other and tells both by mail', async () => {
    const world = await answered()
    expect(await leadsTo(press(world, 'partner coordinator', 'submit'))).toMatch(/\/review$/)
    expect(await world.find()).toMatchObject({ stage: 'answering', sides: { agency: { submittedAt: null } } })
    const own = await overview(await world.open('partner coordinator', ''))
    expect(own.next.sentence).toContain('Waiting for Larkmoor Police Department')
    expect(own.coReview?.submitted).toEqual({ own: true, other: false })
    const other = await overview(await world.open('agency coordinator', ''))
    expect(other.coReview?.submitted).toEqual({ own: false, other: true })
    expect(await mailTo(world, 'partner coordinator')).toEqual([
      'Riverside Behavioral Health has submitted its answers',
    ])
    expect(await mailTo(world, 'agency coordinator')).toEqual([
      'Riverside Behavioral Health has submitted: Larkmoor Police Department is next',
    ])
    expect(await mailTo(world, 'agency contributor')).toEqual([])
  })

  test('by the second side opens the reconciliation, leads to the differences and tells both', async () => {
    const world = await answered()
    await press(world, 'agency coordinator', 'submit')
    expect(await leadsTo(press(world, 'partner coordinator', 'submit'))).toMatch(/\/differences$/)
    expect(await world.find()).toMatchObject({ stage: 'reconciling' })
    for (const who of ['agency coordinator', 'partner coordinator'] as const) {
      expect(await mailTo(world, who)).toContain('Both sides have submitted: settle the differences')
      const { next } = await overview(await world.open(who, ''))
      expect(next).toMatchObject({ label: 'Settle the differences' })
      expect(next.to).toMatch(/\/differences$/)
    }
  })

  test('at the same moment, both see that it is reconciled', async () => {
    const world = await answered()
    const led = await Promise.all([
      leadsTo(press(world, 'agency coordinator', 'submit')),
      leadsTo(press(world, 'partner coordinator', 'submit')),
    ])
    expect(led.filter((to) => to?.endsWith('/differences'))).toHaveLength(1)
    expect(await world.find()).toMatchObject({ stage: 'reconciling' })
    expect(
      (await mailTo(world, 'agency coordinator')).filter((mail) => mail.startsWith('Both')),
    ).toHaveLength(1)
  })

  test.each([
    ['twice', 'this side already'],
    ['what somebody changed meanwhile', 'while you were looking'],
    ['alone, what is rated together', 'rated together'],
    ['after the partnership ended', 'partnership has ended'],
    ['what was made alone, together', 'goes on without its partner'],
    ['after both have', 'both sides have submitted already'],
  ])('is refused %s: said clearly, nothing changed', async (what, words) => {
    const world = await answered()
    const { database } = world.program
    const intent = what.startsWith('alone') ? 'finalize' : 'submit'
    const who = what.startsWith('alone') ? 'agency coordinator' : 'partner coordinator'
    if (what === 'twice' || what.startsWith('after both')) await press(world, who, 'submit')
    if (what.startsWith('after both')) await press(world, 'agency coordinator', 'submit')
    const { seen } = await loader(await world.open(who, '/review'))
    if (what.startsWith('what somebody')) await world.answer('partner', 'training.basic', { value: 3 }, 1)
    if (what.startsWith('after the partnership')) await endPartnership(database, world.partnershipId)
    if (what.startsWith('what was made')) await goAlone(database, world.assessmentId)
    const before = await world.find()
    const result = await press(world, who, intent, seen)
    expect(result).toMatchObject({ init: { status: 409 } })
    expect(JSON.stringify(result)).toContain(words)
    expect(await world.find()).toEqual(before)
  })

  test('is not stale by what the other side does', async () => {
    const world = await answered()
    const { seen } = await loader(await world.open('partner coordinator', '/review'))
    await world.answer('agency', 'training.basic', { value: 5 }, 1)
    await press(world, 'agency coordinator', 'submit')
    expect(await leadsTo(press(world, 'partner coordinator', 'submit', seen))).toMatch(/\/differences$/)
  })

  test('needs one’s own required items, not the other’s', async () => {
    const world = await bothSides()
    await world.answer('agency', 'training.basic', { value: 4 })
    await world.answer('partner', 'leadership.workgroup', { value: 4 })
    const result = await press(world, 'partner coordinator', 'submit')
    expect(result).toMatchObject({ init: { status: 400 } })
    expect(JSON.stringify(result)).toContain('How far along is training.basic?')
    expect(await leadsTo(press(world, 'agency coordinator', 'submit'))).toMatch(/\/review$/)
  })

  test.each(['partner contributor', 'partner viewer', 'other partner', 'other agency'] as const)(
    'is a 404 for the %s',
    async (who) => {
      const world = await answered()
      for (const intent of ['submit', 'recall', 'finalize']) {
        expect((await responseOf(press(world, who, intent, 1))).status).toBe(404)
      }
      expect(await world.find()).toMatchObject({ revision: 0 })
    },
  )

  test('a member of both submits the agency’s side', async () => {
    const world = await answered()
    await press(world, 'both', 'submit')
    expect(await world.find()).toMatchObject({
      sides: { agency: { submittedBy: world.people.both }, partner: { submittedAt: null } },
    })
  })
})

describe('recalling', () => {
  test('lets one’s side be answered again, and tells both', async () => {
    const world = await answered()
    await press(world, 'agency coordinator', 'submit')
    expect(await leadsTo(press(world, 'agency coordinator', 'recall'))).toMatch(/\/review$/)
    const body = saveOf('training.basic', { value: 5 }, { baseRevision: 1 })
    expect(await saveAs(world, 'agency contributor', body)).toMatchObject({ status: 200 })
    expect(await mailTo(world, 'partner coordinator')).toContain(
      'Larkmoor Police Department has recalled its submission',
    )
    expect(await mailTo(world, 'agency coordinator')).toContain(
      'Larkmoor Police Department has recalled its answers',
    )
  })

  test.each([
    ['before submitting', 'has not been submitted'],
    ['once the other has submitted', 'both sides have submitted already'],
    ['after the partnership ended', 'partnership has ended'],
  ])('is refused %s', async (what, words) => {
    const world = await answered()
    if (what !== 'before submitting') await press(world, 'agency coordinator', 'submit')
    if (what.startsWith('once')) await press(world, 'partner coordinator', 'submit')
    if (what.startsWith('after')) await endPartnership(world.program.database, world.partnershipId)
    const before = await world.find()
    const result = await press(world, 'agency coordinator', 'recall')
    expect(result).toMatchObject({ init: { status: 409 } })
    expect(JSON.stringify(result)).toContain(words)
    expect(await world.find()).toEqual(before)
  })
})

test('submitting and recalling in turn mails nobody without end: after five within an hour, it waits', async () => {
  const world = await answered()
  const { program } = world
  for (let count = 1; count <= 5; count++) {
    await press(world, 'partner coordinator', 'submit')
    await leadsTo(press(world, 'partner coordinator', 'recall'))
  }
  await press(world, 'partner coordinator', 'submit')
  const before = await world.find()
  const refused = await press(world, 'partner coordinator', 'recall')
  expect(refused).toMatchObject({ init: { status: 409 } })
  expect(JSON.stringify(refused)).toContain('five times within an hour')
  expect(await world.find()).toEqual(before)
  program.setNow(new Date(program.now().getTime() + 61 * 60_000))
  expect(await leadsTo(press(world, 'partner coordinator', 'recall'))).toMatch(/\/review$/)
})

test('the log of both organizations says who submitted for which side', async () => {
  const world = await answered()
  await press(world, 'partner coordinator', 'submit')
  await press(world, 'partner coordinator', 'recall')
  const logOf = async (who: Someone, organizationId: string) => {
    const { request, context } = await world.open(who, '')
    const { entries } = await log({ request, context, params: { organizationId } })
    return entries.map(({ sentence }) => sentence)
  }
  const assessment = 'as of November 1, 2026 (A sample)'
  expect(await logOf('agency coordinator', world.agency.agencyId)).toEqual(
    expect.arrayContaining([
      `Cory Coordinator submitted the assessment ${assessment} for the partner.`,
      `Cory Coordinator recalled what was submitted of the assessment ${assessment} for the partner.`,
    ]),
  )
  const theirs = `Cory Coordinator submitted the assessment of Larkmoor Police Department ${assessment} for the partner.`
  expect(await logOf('partner coordinator', world.partnerId)).toContain(theirs)
  expect(await logOf('both', world.partnerId)).not.toContain(theirs)
})

test('each side chooses among its own people who contributes, and sees no others', async () => {
  const world = await bothSides()
  const { program, assessmentId, people: who } = world
  const names = async (someone: Someone) =>
    (await people(await world.open(someone, '/people'))).people.map(({ personId }) => personId)
  expect((await names('partner coordinator')).sort()).toEqual(
    [who['partner coordinator'], who['partner contributor'], who.both].sort(),
  )
  expect(await names('agency coordinator')).not.toContain(who['partner contributor'])
  const theirs = { contributor: who['partner contributor'], 'assign training': who['partner contributor'] }
  await savePeople(await world.send('partner coordinator', '/people', theirs))
  const list = async (side: Side) => [
    (await listContributors(program.database, assessmentId, side)).map(({ personId }) => personId),
    (await listAssignments(program.database, assessmentId, side)).map(({ target }) => target),
  ]
  expect(await list('partner')).toEqual([[who['partner contributor']], ['training']])
  expect(await list('agency')).toEqual([[world.agency.contributor], []])
  const foreign = await savePeople(await world.send('agency coordinator', '/people', theirs))
  expect(foreign).toMatchObject({ init: { status: 400 } })
  const { yours } = await overview(await world.open('partner contributor', ''))
  expect(yours).toMatchObject([{ domainId: 'training', count: 1 }])
})

describe('what comes next', () => {
  test('30 days after the agency submitted, it may go on without the partner', async () => {
    const world = await answered()
    await press(world, 'agency coordinator', 'submit')
    world.program.setNow(new Date('2026-12-23T16:59:59Z'))
    const next = async (who: Someone) => (await overview(await world.open(who, ''))).next
    expect((await next('agency coordinator')).label).toBe('See or recall what you submitted')
    world.program.setNow(new Date('2026-12-23T17:00:00Z'))
    expect(await next('agency coordinator')).toMatchObject({
      label: 'Go on without Riverside Behavioral Health',
      to: `/assessments/${world.assessmentId}/go-alone`,
    })
    expect((await next('agency contributor')).label).toBe('See what was submitted')
  })

  test('after the partnership ended, the partner reads, and the agency may go on alone', async () => {
    const world = await answered()
    await endPartnership(world.program.database, world.partnershipId)
    const next = async (who: Someone) => (await overview(await world.open(who, ''))).next
    expect((await next('partner coordinator')).label).toBe('Read your answers')
    expect((await next('agency coordinator')).label).toBe('Go on without Riverside Behavioral Health')
    expect((await next('agency contributor')).label).toMatch(/^Continue with/)
  })

  test('once it went on alone, the partner reads its own answers and the agency submits alone', async () => {
    const world = await answered()
    await goAlone(world.program.database, world.assessmentId)
    const page = async (who: Someone) => overview(await world.open(who, ''))
    const partners = await page('partner coordinator')
    expect(partners.next.label).toBe('Read your answers')
    expect(partners.may).toMatchObject({ results: false, differences: false })
    expect(await leadsTo(press(world, 'agency coordinator', 'finalize'))).toMatch(/\/results$/)
    expect((await page('agency coordinator')).standing).toBe('Final, not co-reviewed')
  })
})
