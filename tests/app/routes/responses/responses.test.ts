import { describe, expect, test } from 'vitest'
import { action, loader } from '#app/routes/responses/route.ts'
import { findPlace } from '#db/queries/places.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { submitNow, twoDomains } from '#tests/support/agency.ts'
import { answering, saveOf } from '#tests/support/answering.ts'
import { responseOf } from '#tests/support/requests.ts'

type World = Awaited<ReturnType<typeof answering>>
type Person = Parameters<World['open']>[0]

async function save(world: World, body: unknown, person: Person = 'contributor') {
  const reply = await responseOf(action(await world.sendJson(person, body)))
  const json: unknown = await reply.json().catch(() => null)
  return { status: reply.status, body: json }
}

async function changes(world: World, since?: number, person: Person = 'contributor') {
  const reply = await responseOf(
    loader(await world.open(person, `/responses${since === undefined ? '' : `?since=${since}`}`)),
  )
  const json: unknown = await reply.json().catch(() => null)
  return { status: reply.status, body: json }
}

const stored = async ({ agency, assessmentId }: World, itemId: string) =>
  (await readResponses(agency.program.database, assessmentId, 'agency')).get(itemId)

describe('saving one response', () => {
  test('keeps it, tells its revision and tells the open pages', async () => {
    const world = await answering()
    const heard: number[] = []
    world.agency.program.live.subscribe(world.assessmentId, 'agency', (revision) => heard.push(revision))
    expect(await save(world, saveOf('leadership.workgroup', { value: 3, note: ' typed ' }))).toEqual({
      status: 200,
      body: { status: 'saved', revision: 1 },
    })
    expect(await stored(world, 'leadership.workgroup')).toMatchObject({
      response: { value: 3, note: 'typed' },
      revision: 1,
      updatedBy: world.agency.contributor,
    })
    expect(heard).toEqual([1])
  })

  test('acknowledges a repeated save and applies it once', async () => {
    const world = await answering()
    const body = saveOf('leadership.workgroup', { value: 3 })
    await save(world, body)
    await save(world, saveOf('leadership.workgroup', { value: 4 }, { baseRevision: 1 }))
    expect(await save(world, body)).toEqual({ status: 200, body: { status: 'repeated', revision: 1 } })
    const { database } = world.agency.program
    expect(
      await responseHistory(database, world.assessmentId, 'agency', 'leadership.workgroup'),
    ).toHaveLength(2)
    expect((await stored(world, 'leadership.workgroup'))?.response).toEqual({ value: 4 })
  })

  test('shows what another person saved first, with name and time, and changes nothing', async () => {
    const world = await answering()
    await save(world, saveOf('leadership.workgroup', { value: 5 }), 'coordinator')
    expect(await save(world, saveOf('leadership.workgroup', { value: 2 }))).toEqual({
      status: 409,
      body: {
        status: 'conflict',
        current: {
          response: { value: 5 },
          revision: 1,
          by: 'Cory Coordinator',
          at: 'November 23, 2026, 12:00 PM',
        },
      },
    })
    expect((await stored(world, 'leadership.workgroup'))?.response).toEqual({ value: 5 })
  })

  test('takes a number as it is typed', async () => {
    const world = await answering()
    await save(world, saveOf('leadership.officers', { value: '1,250' }))
    expect((await stored(world, 'leadership.officers'))?.response).toEqual({ value: 1250 })
  })

  test('asks about what looks like private information, once, and saves it when told to', async () => {
    const world = await answering()
    const response = { value: 3, note: 'Call 614-555-0123.' }
    expect(await save(world, saveOf('leadership.workgroup', response))).toEqual({
      status: 422,
      body: { status: 'private', found: [{ kind: 'phone-number', excerpt: '614-555-0123' }] },
    })
    expect(await stored(world, 'leadership.workgroup')).toBeUndefined()
    const confirmed = saveOf('leadership.workgroup', response, { confirmedPrivate: true })
    expect(await save(world, confirmed)).toMatchObject({ status: 200 })
    const again = saveOf('leadership.workgroup', { ...response, value: 4 }, { baseRevision: 1 })
    expect(await save(world, again)).toMatchObject({ status: 200 })
  })

  test('asks about typed reasons and text answers too, and not about a number', async () => {
    const world = await answering()
    for (const [item, response, status] of [
      ['leadership.workgroup', { notApplicable: 'DOB 3/4/1981' }, 422],
      ['leadership.name', { value: 'SSN 123-45-6789' }, 422],
      ['leadership.officers', { value: '614' }, 200],
    ] as const) {
      expect(await save(world, saveOf(item, response))).toMatchObject({ status })
    }
  })

  test('remembers where the person is', async () => {
    const world = await answering()
    await save(world, saveOf('leadership.workgroup', { value: 3 }))
    const { program, contributor } = world.agency
    expect(await findPlace(program.database, contributor, world.assessmentId)).toMatchObject({
      domainId: 'leadership',
      itemId: 'leadership.workgroup',
    })
  })
})

describe('what can’t be saved', () => {
  test.each([
    ['a level out of range', saveOf('leadership.workgroup', { value: 6 }), 'value'],
    ['a value of the wrong type', saveOf('leadership.workgroup', { value: 'three' }), 'value'],
    ['a number that is none', saveOf('leadership.officers', { value: 'many' }), 'value'],
    ['two answers at once', saveOf('leadership.workgroup', { value: 3, dontKnow: true }), ''],
    ['a reason that is blank', saveOf('leadership.workgroup', { notApplicable: ' ' }), 'notApplicable'],
    [
      'not applicable where it may not be',
      saveOf('leadership.written', { notApplicable: 'no' }),
      'notApplicable',
    ],
    ['a control character', saveOf('leadership.workgroup', { note: 'a\u0000b' }), 'note'],
    ['a direction override', saveOf('leadership.workgroup', { note: 'a\u202Eb' }), 'note'],
    ['a lone surrogate', saveOf('leadership.workgroup', { note: 'a\uD800b' }), 'note'],
    ['a note that is too long', saveOf('leadership.workgroup', { note: 'a'.repeat(4001) }), 'note'],
    [
      'a link that is not secure',
      saveOf('leadership.workgroup', { evidence: ['http://a.example'] }),
      'evidence[0]',
    ],
    ['an unknown key', saveOf('leadership.workgroup', { value: 3, score: 100 }), 'score'],
    [
      'a revision below 0',
      saveOf('leadership.workgroup', { value: 3 }, { baseRevision: -1 }),
      'baseRevision',
    ],
    ['a save id that is none', saveOf('leadership.workgroup', { value: 3 }, { saveId: '<>' }), 'saveId'],
    ['another side', saveOf('leadership.workgroup', { value: 3 }, { side: 'partner' }), 'side'],
    ['what is not JSON', '{"side":', ''],
    ['a list', [], ''],
  ])('refuses %s, says where, and changes nothing', async (_what, body, path) => {
    const world = await answering()
    const reply = await save(world, body)
    expect(reply).toMatchObject({ status: 400, body: { status: 'invalid', faults: [{ path }] } })
    expect((await changes(world)).body).toEqual({ revision: 0, version: '1.0.0', responses: {} })
  })

  test('is locked once the assessment is submitted', async () => {
    const world = await answering([twoDomains()])
    await save(world, saveOf('training.refresher', { value: 3 }))
    await submitNow(world.agency, world.assessmentId)
    expect(await save(world, saveOf('leadership.workgroup', { value: 3 }))).toEqual({
      status: 423,
      body: { status: 'locked', why: 'This assessment was submitted and is locked.' },
    })
  })

  test.each(['outsider', 'viewer'] as const)(
    'is a 404 for the %s, as if it did not exist',
    async (person) => {
      const world = await answering()
      expect(await save(world, saveOf('leadership.workgroup', { value: 3 }), person)).toMatchObject({
        status: 404,
      })
      expect(await stored(world, 'leadership.workgroup')).toBeUndefined()
    },
  )

  test('is a 404 for an unknown item', async () => {
    expect(await save(await answering(), saveOf('leadership.unknown', { value: 3 }))).toMatchObject({
      status: 404,
    })
  })

  test('is told apart where the sign-in has expired, or somebody else has signed in', async () => {
    const world = await answering()
    const body = saveOf('leadership.workgroup', { value: 3 })
    const signedOut = { status: 401, body: { status: 'signed-out' } }
    expect(await save(world, body, null)).toEqual(signedOut)
    expect(await save(world, { ...body, personId: world.agency.coordinator })).toEqual(signedOut)
    expect(await save(world, { ...body, personId: world.agency.contributor })).toMatchObject({ status: 200 })
  })
})

describe('asking what was saved', () => {
  test('gives all, or what is newer than a revision', async () => {
    const world = await answering()
    await save(world, saveOf('leadership.workgroup', { value: 3 }))
    await save(world, saveOf('leadership.written', { value: true }), 'coordinator')
    expect(await changes(world)).toMatchObject({
      status: 200,
      body: { revision: 2, responses: { 'leadership.workgroup': { by: 'you' }, 'leadership.written': {} } },
    })
    expect((await changes(world, 1)).body).toEqual({
      revision: 2,
      version: '1.0.0',
      responses: {
        'leadership.written': {
          response: { value: true },
          revision: 1,
          by: 'Cory Coordinator',
          at: 'November 23, 2026, 12:00 PM',
        },
      },
    })
  })

  test('is for members alone', async () => {
    const world = await answering()
    expect(await changes(world, 0, 'viewer')).toMatchObject({ status: 200 })
    expect(await changes(world, 0, 'outsider')).toMatchObject({ status: 404 })
    expect(await changes(world, 0, null)).toMatchObject({ status: 401 })
  })
})
