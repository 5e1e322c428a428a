import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as overview from '#app/routes/assessment-overview/route.tsx'
import { action, loader } from '#app/routes/carry-forward/route.tsx'
import { listActivities } from '#db/queries/activities.server.ts'
import { answer } from '#tests/support/agency.ts'
import { post, responseOf } from '#tests/support/requests.ts'
import { lastAnswers, secondRound, type SecondRound } from '#tests/support/second-version.ts'

const both: [string, string][] = [
  ['domain', 'care'],
  ['domain', 'people'],
]
const page = async (round: SecondRound) => loader(await round.open('/carry-forward'))
const carry = async (round: SecondRound, domains: [string, string][] = both) =>
  action(await round.send('/carry-forward', domains))
const overviewOf = async (round: SecondRound) => overview.loader(await round.open(''))

const given = { at: '2025-11-20T17:00:00.000Z' }

describe('carrying answers forward', () => {
  test('says from which assessment, and what becomes of the answers, domain by domain', async () => {
    const round = await secondRound()
    expect(await page(round)).toMatchObject({
      locked: null,
      from: { id: round.lastId, asOf: 'November 3, 2025', version: '1.0.0', newVersion: '1.1.0' },
      domains: [
        { id: 'care', stands: 2, anew: 3, notHeld: 1, left: 1, staying: 0 },
        { id: 'people', stands: 1, anew: 1, notHeld: 0, left: 0, staying: 0 },
      ],
      left: [{ id: 'care.gone', question: 'How far along is care.gone?' }],
    })
  })

  test('carries all in one step, marked, and leads to the first item to confirm', async () => {
    const round = await secondRound()
    const { assessmentId, lastId, agency, program } = round
    const response = await responseOf(carry(round))
    expect(response.headers.get('location')).toBe(`/assessments/${assessmentId}/domains/care#care.same`)
    const own = await round.own()
    const from = { assessment: lastId, person: agency.contributor, ...given }
    expect(Object.keys(own)).toHaveLength(8)
    expect(own['care.new-name']).toEqual({ ...lastAnswers['care.old-name'], carried: from })
    expect(own['care.night']).toEqual({
      note: 'Around the clock.',
      carried: {
        ...from,
        earlier: [
          {
            ...{ item: 'care.whole', version: '1.0.0', response: lastAnswers['care.whole'] },
            ...{ person: agency.contributor, ...given },
          },
        ],
      },
    })
    expect(own['care.same']?.carried?.earlier?.[0]?.response).toEqual(lastAnswers['care.same'])
    const log = await listActivities(program.database, agency.agencyId, { limit: 50 })
    expect(log.filter(({ action: done }) => done === 'assessment.answers-carried')).toMatchObject([
      { assessmentId, subject: lastId, personId: agency.contributor },
    ])
    const { total, rows } = await overviewOf(round)
    expect(total).toMatchObject({ answered: 0 })
    expect(rows[0]?.last).toBeNull()
  })

  test('lets a person choose by domain, and the rest later', async () => {
    const round = await secondRound()
    const response = await responseOf(carry(round, [['domain', 'people']]))
    expect(response.headers.get('location')).toMatch(/domains\/people#people\.trained$/)
    expect(Object.keys(await round.own()).sort()).toEqual(['people.plan', 'people.trained'])
    expect((await overviewOf(round)).carry).toMatchObject({ begun: true, count: 6 })
    await responseOf(carry(round))
    expect(Object.keys(await round.own())).toHaveLength(8)
    expect((await overviewOf(round)).carry).toBeNull()
    expect(await carry(round)).toMatchObject({ init: { status: 409 } })
  })

  test('leaves what is answered here as it is, and goes on from what was cleared', async () => {
    const round = await secondRound()
    const { agency, assessmentId } = round
    await answer(agency, assessmentId, { 'care.new-name': { value: 1 }, 'care.budget': { value: 2 } })
    await answer(agency, assessmentId, { 'care.budget': {} }, 1)
    expect((await page(round)).domains[0]).toMatchObject({ stands: 1, staying: 1 })
    await responseOf(carry(round))
    const own = await round.own()
    expect(own['care.new-name']).toEqual({ value: 1 })
    expect(own['care.budget']).toMatchObject({ value: 1, carried: { assessment: round.lastId } })
  })

  test('refuses no domain and a made-up one, and keeps what was ticked', async () => {
    const round = await secondRound()
    expect(await carry(round, [])).toMatchObject({ init: { status: 400 }, data: { chosen: [] } })
    expect(await carry(round, [['domain', 'made-up']])).toMatchObject({ init: { status: 409 } })
    expect(await round.own()).toEqual({})
  })

  test('is done once where two do it at the same moment', async () => {
    const round = await secondRound()
    const asked = await Promise.allSettled([carry(round), carry(round)])
    const carried = asked.filter(({ status }) => status === 'rejected')
    expect(carried).toHaveLength(1)
    expect(asked.find(({ status }) => status === 'fulfilled')).toMatchObject({
      value: { init: { status: 409 } },
    })
  })

  test('each side has its own answers: the partner’s come to the partner, and it sees no others', async () => {
    const round = await secondRound()
    const partner = await loader(await round.openAsPartner('/carry-forward'))
    expect(partner).toMatchObject({
      from: { id: round.lastId },
      domains: [{ id: 'care', stands: 1, anew: 0, notHeld: 0 }],
      left: [],
    })
    await responseOf(action(await round.sendAsPartner('/carry-forward', both)))
    expect(await round.own('agency')).toEqual({})
    expect(await round.own('partner')).toMatchObject({ 'care.new-name': { value: 5 } })
  })

  test('a partner carries nothing that another partner rated, nor what went on without it', async () => {
    const round = await secondRound()
    const { assessments } = round.program.database.tables
    const change = (set: { partnershipId?: null; aloneSince?: Date | null }) =>
      round.program.database.orm.update(assessments).set(set).where(eq(assessments.id, round.lastId))
    const found = async () => (await loader(await round.openAsPartner('/carry-forward'))).from
    expect(await found()).not.toBeNull()
    await change({ aloneSince: round.program.now() })
    expect(await found()).toBeNull()
    await change({ aloneSince: null, partnershipId: null })
    expect(await found()).toBeNull()
    expect((await page(round)).from).not.toBeNull()
  })

  test('is not a viewer’s, nor an outsider’s, and refused once the side is locked', async () => {
    const round = await secondRound()
    for (const who of ['viewer', 'outsider'] as const) {
      expect((await responseOf(loader(await round.open('/carry-forward', who)))).status).toBe(404)
      expect((await responseOf(action(await round.send('/carry-forward', both, who)))).status).toBe(404)
    }
    const { sides } = round.program.database.tables
    await round.program.database.orm.update(sides).set({ submittedAt: round.program.now() })
    expect((await page(round)).locked).toContain('locked')
    expect(await carry(round)).toMatchObject({ init: { status: 409 } })
    expect((await overviewOf(round)).carry).toBeNull()
    expect(await round.own()).toEqual({})
  })

  test('is the next step until something is answered, and offered below that, also to the partner', async () => {
    const round = await secondRound()
    const { next, carry: offer } = await overviewOf(round)
    expect(next.label).toBe('Carry the answers of November 2025 forward')
    expect(offer).toMatchObject({ count: 8, begun: false })
    const partners = await overview.loader(await round.openAsPartner(''))
    expect(partners.next.label).toBe('Carry the answers of November 2025 forward')
    await answer(round.agency, round.assessmentId, { 'people.new': { value: 1 } })
    const later = await overviewOf(round)
    expect(later.next.label).toMatch(/^Continue with/)
    expect(later.carry).toMatchObject({ begun: false })
    const viewer = await overview.loader(await round.open('', 'viewer'))
    expect(viewer.carry).toBeNull()
  })

  test('what was carried and never confirmed in the last assessment tells where it was given first', async () => {
    const round = await secondRound()
    const { program, agency, lastId } = round
    const carried = { assessment: 'older', at: '2024-11-01T09:00:00.000Z', person: agency.coordinator }
    const { responses } = program.database.tables
    await program.database.orm
      .update(responses)
      .set({ carried })
      .where(and(eq(responses.assessmentId, lastId), eq(responses.itemId, 'care.budget')))
    await responseOf(carry(round))
    expect((await round.own())['care.budget']?.carried).toEqual(carried)
  })

  test('there is nothing to carry in a first assessment', async () => {
    const round = await secondRound()
    const { assessments } = round.program.database.tables
    await round.program.database.orm
      .update(assessments)
      .set({ startedAt: new Date('2027-01-01T00:00:00Z') })
      .where(eq(assessments.id, round.lastId))
    expect(await page(round)).toMatchObject({ from: null, domains: [], left: [] })
    const sent = post(await round.agency.as('contributor'), '/x', both, { assessmentId: round.assessmentId })
    expect(await action(sent)).toMatchObject({ init: { status: 409 } })
  })
})
