import { describe, expect, test } from 'vitest'
import { action, loader } from '#app/routes/move/route.tsx'
import { loader as overview } from '#app/routes/assessment-overview/route.tsx'
import { listActivities } from '#db/queries/activities.server.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { withdrawVersion } from '#db/queries/questionnaire-versions.server.ts'
import { bothSides, everyone, type BothSides } from '#tests/support/both-sides.ts'
import { catalogOf } from '#tests/support/program.ts'
import { responseOf } from '#tests/support/requests.ts'
import { newerVersion, olderVersion } from '#tests/support/two-versions.ts'

/** An assessment that both sides answer under 1.0.0, since when 1.1.0 has come. */
async function underOlder() {
  const world = await bothSides([olderVersion()])
  world.program.catalog = catalogOf([newerVersion(), olderVersion()])
  return world
}

const agencyRevision = async ({ find }: BothSides) => (await find()).sides.agency?.revision ?? 0
const form = async (world: BothSides, more: Record<string, string> = {}) => ({
  ...{ intent: 'move', from: '1.0.0', to: '1.1.0', agencyRevision: String(await agencyRevision(world)) },
  ...more,
})
const send = async (world: BothSides, fields: Record<string, string>, who = 'agency coordinator' as const) =>
  action(await world.send(who, '/move', fields))
const moveIt = async (world: BothSides) => responseOf(send(world, await form(world)))
const undo = (world: BothSides) => send(world, { intent: 'undo' })
const faultOf = async (answered: ReturnType<typeof send>) => {
  const answer = await answered
  if (!('data' in answer)) throw new Error(`unexpected ${answer.status}`)
  return { status: answer.init?.status, fault: answer.data.fault }
}
const versionsFor = async (
  world: BothSides,
  who: 'agency coordinator' | 'agency viewer' | 'partner coordinator',
) => (await overview(await world.open(who, ''))).versions

describe('the page that moves an assessment', () => {
  test('says what becomes of each answer of the agency, and nothing about the partner’s', async () => {
    const world = await underOlder()
    await world.answer('agency', 'care.worded', { value: 3 })
    await world.answer('agency', 'care.whole', { value: 3 })
    await world.answer('agency', 'care.same', { notApplicable: 'None here.' })
    await world.answer('agency', 'people.gone', { value: 1 })
    const before = await loader(await world.open('agency coordinator', '/move'))
    for (const itemId of ['care.left', 'care.right']) await world.answer('partner', itemId, { value: 1 })
    const page = await loader(await world.open('agency coordinator', '/move'))
    expect(page).toEqual(before)
    expect(page).toMatchObject({
      ...{ from: '1.0.0', to: '1.1.0', whyNot: null, partnerName: 'Riverside Behavioral Health' },
      changes: '/questionnaires/sample/1.1.0/changes?since=1.0.0',
    })
    expect(page.preview).toMatchObject({
      counts: { stands: 1, 'asked-anew': 2, 'not-held': 1, left: 1 },
      added: 1,
      left: [
        {
          itemId: 'people.gone',
          question: 'How far along is people.gone?',
          why: 'It was retired for the sake of the tests.',
        },
      ],
      domains: [
        {
          id: 'care',
          answers: {
            stands: [{ itemId: 'care.worded', why: 'It was reworded for the sake of the tests.' }],
            'asked-anew': [
              { itemId: 'care.part', why: 'It was split for the sake of the tests.' },
              { itemId: 'care.whole', question: 'What else?' },
            ],
            'not-held': [{ itemId: 'care.same' }],
          },
        },
      ],
    })
  })

  test('is there for coordinators of the agency alone', async () => {
    const world = await underOlder()
    for (const who of everyone) {
      const met = async (asked: Promise<unknown>) => {
        const answer = await asked.catch((thrown: unknown) => thrown)
        return answer instanceof Response ? answer.status : 200
      }
      const allowed = who === 'agency coordinator' || who === 'both'
      expect([who, await met(loader(await world.open(who, '/move')))]).toEqual([who, allowed ? 200 : 404])
      if (allowed) continue
      expect([who, await met(action(await world.send(who, '/move', await form(world))))]).toEqual([who, 404])
    }
    expect((await world.find()).version).toBe('1.0.0')
  })

  test('moves both sides, tells open pages of both, both logs, and the partner by mail', async () => {
    const world = await underOlder()
    const { program, assessmentId, partnerId } = world
    await world.answer('partner', 'care.old-name', { value: 2 })
    const heard: string[] = []
    for (const side of ['agency', 'partner'] as const) {
      program.live.subscribe(assessmentId, side, (revision) => heard.push(`${side} ${revision}`))
    }
    const answered = await moveIt(world)
    expect([answered.status, answered.headers.get('location')]).toEqual([302, `/assessments/${assessmentId}`])
    expect((await world.find()).version).toBe('1.1.0')
    expect(
      (await readResponses(program.database, assessmentId, 'partner')).get('care.new-name')?.response,
    ).toEqual({
      value: 2,
    })
    expect(heard).toEqual(['agency 1', 'partner 2'])
    const logged = await listActivities(program.database, partnerId, { limit: 9 })
    expect(logged).toContainEqual(
      expect.objectContaining({ action: 'assessment.version-moved', subject: '1.1.0' }),
    )
    const mails = await listMail(program.database, 10)
    expect(mails).toHaveLength(2)
    expect(mails[0]).toMatchObject({
      subject: 'Larkmoor Police Department moved its assessment to a newer questionnaire',
      body: expect.stringContaining('/questionnaires/sample/1.1.0/changes?since=1.0.0') as string,
    })
    const own = await listActivities(program.database, world.agency.agencyId, { limit: 9 })
    expect(own.map(({ action: done }) => done)).toContain('assessment.version-moved')
  })

  test('moves nothing where somebody answered meanwhile, or another version is on offer', async () => {
    const world = await underOlder()
    const seen = await form(world)
    await world.answer('agency', 'care.left', { value: 1 })
    expect(await faultOf(send(world, seen))).toMatchObject({
      status: 409,
      fault: expect.stringMatching(/somebody of your side answered/) as string,
    })
    expect(await faultOf(send(world, await form(world, { to: '1.2.0' })))).toMatchObject({ status: 409 })
    expect(await faultOf(send(world, { intent: 'dance' }))).toMatchObject({ status: 400 })
    expect((await world.find()).version).toBe('1.0.0')
  })

  test('is not hindered by what the partner answers meanwhile', async () => {
    const world = await underOlder()
    const seen = await form(world)
    await world.answer('partner', 'care.left', { value: 1 })
    expect((await responseOf(send(world, seen))).status).toBe(302)
  })
})

describe('the overview', () => {
  test('offers the move to coordinators of the agency while it may be made', async () => {
    const world = await underOlder()
    expect((await versionsFor(world, 'agency coordinator')).mayMoveTo).toBe('1.1.0')
    expect((await versionsFor(world, 'agency viewer')).mayMoveTo).toBeNull()
    expect((await versionsFor(world, 'partner coordinator')).mayMoveTo).toBeNull()
    await moveIt(world)
    expect((await versionsFor(world, 'agency coordinator')).mayMoveTo).toBeNull()
    await undo(world)
    const { catalog, database, now } = world.program
    for (const newest of catalog.versions.slice(0, 1)) await withdrawVersion(database, newest, now())
    expect((await versionsFor(world, 'agency coordinator')).mayMoveTo).toBeNull()
  })

  test('says that it was moved, when and by whom, to the partner by which agency', async () => {
    const world = await underOlder()
    await moveIt(world)
    const when = 'November 23, 2026, 12:00 PM'
    expect((await versionsFor(world, 'agency viewer')).moved).toEqual({
      ...{ from: '1.0.0', to: '1.1.0', when, by: 'Cory Coordinator', undone: null, mayUndo: false },
      changes: '/questionnaires/sample/1.1.0/changes?since=1.0.0',
    })
    expect((await versionsFor(world, 'partner coordinator')).moved).toMatchObject({
      ...{ by: 'Larkmoor Police Department', when, mayUndo: false },
    })
  })

  test('offers the step back until the agency answered, whatever the partner does', async () => {
    const world = await underOlder()
    await moveIt(world)
    await world.answer('partner', 'people.new', { value: 3 })
    expect((await versionsFor(world, 'agency coordinator')).moved?.mayUndo).toBe(true)
    await world.answer('agency', 'people.new', { value: 3 })
    expect((await versionsFor(world, 'agency coordinator')).moved?.mayUndo).toBe(false)
    expect(await faultOf(undo(world))).toMatchObject({ status: 409 })
  })

  test('says that it was moved back, and the partner is told by mail', async () => {
    const world = await underOlder()
    await moveIt(world)
    expect((await responseOf(undo(world))).status).toBe(302)
    expect((await world.find()).version).toBe('1.0.0')
    expect(await versionsFor(world, 'partner coordinator')).toMatchObject({
      moved: { undone: 'November 23, 2026, 12:00 PM' },
    })
    const mails = await listMail(world.program.database, 10)
    expect(mails.map(({ subject }) => subject)).toContain(
      'Larkmoor Police Department moved its assessment back',
    )
  })
})
