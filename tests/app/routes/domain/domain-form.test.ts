import { describe, expect, test } from 'vitest'
import { action, loader } from '#app/routes/domain/route.tsx'
import { findPlace } from '#db/queries/places.server.ts'
import { redactText } from '#db/queries/redact-text.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { assign } from '#db/queries/assignments.server.ts'
import { answer } from '#tests/support/agency.ts'
import { answering } from '#tests/support/answering.ts'
import { responseOf } from '#tests/support/requests.ts'

type World = Awaited<ReturnType<typeof answering>>
type Person = Parameters<World['open']>[0]

const itemIds = ['workgroup', 'written', 'model', 'members', 'officers', 'name', 'since'].map(
  (name) => `leadership.${name}`,
)
/** The hidden fields of a page on which nothing was answered. */
const untouched: [string, string][] = itemIds.map((id) => [`${id}/revision`, '0'])

const open = async (world: World, person: Person = 'contributor', domainId = 'leadership') =>
  loader(await world.open(person, `/domains/${domainId}`, { domainId }))

const send = async (world: World, fields: [string, string][], person: Person = 'contributor') =>
  action(await world.sendForm(person, 'leadership', fields))

/** What the page is given that comes back because something wasn't saved. */
async function outcomeOf(result: ReturnType<typeof send>) {
  const answered = await result
  if (!('data' in answered)) throw new Error(`unexpected ${answered.status}`)
  return { status: answered.init?.status, outcome: answered.data }
}

async function stored({ agency, assessmentId }: World) {
  const all = await readResponses(agency.program.database, assessmentId, 'agency')
  return Object.fromEntries([...all].map(([id, { response }]) => [id, response]))
}

describe('the form without JavaScript', () => {
  test('saves what was filled in, of every kind, and comes back', async () => {
    const world = await answering()
    const result = await responseOf(
      send(world, [
        ...untouched,
        ['leadership.workgroup/answer', '4'],
        ['leadership.workgroup/note', 'As of June.'],
        ['leadership.workgroup/evidence', 'https://example.org/minutes'],
        ['leadership.workgroup/evidence', ''],
        ['leadership.written/answer', 'no'],
        ['leadership.model/answer', 'second'],
        ['leadership.members/answer', 'second'],
        ['leadership.members/answer', 'first'],
        ['leadership.officers/answer', '1,250'],
        ['leadership.name/answer', 'The crisis team'],
        ['leadership.since/answer', '2020-02-29'],
      ]),
    )
    expect([result.status, result.headers.get('location')]).toEqual([
      303,
      `${world.path}/domains/leadership?saved=7`,
    ])
    expect(await stored(world)).toEqual({
      'leadership.workgroup': { value: 4, note: 'As of June.', evidence: ['https://example.org/minutes'] },
      'leadership.written': { value: false },
      'leadership.model': { value: 'second' },
      'leadership.members': { value: ['first', 'second'] },
      'leadership.officers': { value: 1250 },
      'leadership.name': { value: 'The crisis team' },
      'leadership.since': { value: '2020-02-29' },
    })
  })

  test('saves not applicable with its reason, and don’t know', async () => {
    const world = await answering()
    await send(world, [
      ...untouched,
      ['leadership.workgroup/answer', '~not-applicable'],
      ['leadership.workgroup/reason', 'The county runs it.'],
      ['leadership.officers/answer', ''],
      ['leadership.officers/answer', '~dont-know'],
    ])
    expect(await stored(world)).toEqual({
      'leadership.workgroup': { notApplicable: 'The county runs it.' },
      'leadership.officers': { dontKnow: true },
    })
  })

  test('leaves alone what was not changed, and what others changed meanwhile', async () => {
    const world = await answering()
    await answer(world.agency, world.assessmentId, { 'leadership.written': { value: true } })
    await responseOf(send(world, [...untouched, ['leadership.workgroup/answer', '2']]))
    expect(await stored(world)).toEqual({
      'leadership.written': { value: true },
      'leadership.workgroup': { value: 2 },
    })
  })

  test('clears the answer whose button was pressed, and keeps its note', async () => {
    const world = await answering()
    await answer(world.agency, world.assessmentId, { 'leadership.workgroup': { value: 2, note: 'typed' } })
    await responseOf(
      send(world, [
        ['leadership.workgroup/revision', '1'],
        ['leadership.workgroup/answer', '2'],
        ['leadership.workgroup/note', 'typed'],
        ['clear', 'leadership.workgroup'],
      ]),
    )
    expect(await stored(world)).toEqual({ 'leadership.workgroup': { note: 'typed' } })
  })

  test('saves an answer whose links were redacted, and nothing of them comes back', async () => {
    const world = await answering()
    const { agency, assessmentId } = world
    const itemId = 'leadership.workgroup'
    await answer(agency, assessmentId, { [itemId]: { value: 2, evidence: ['https://a.example/john-q'] } })
    const { agencyId, coordinator, program } = agency
    await redactText(program.database, {
      ...{ assessmentId, organizationId: agencyId, itemId, field: 'evidence', side: 'agency' },
      ...{ reason: 'It names a person.', by: coordinator, at: program.now() },
    })
    const fields: [string, string][] = [
      ['leadership.workgroup/revision', '2'],
      ['leadership.workgroup/answer', '4'],
      ['leadership.workgroup/evidence', '[redacted]'],
      ['leadership.workgroup/evidence', 'https://b.example'],
    ]
    expect((await responseOf(send(world, fields))).status).toBe(303)
    expect(await stored(world)).toEqual({
      [itemId]: { value: 4, evidence: ['[redacted]', 'https://b.example'] },
    })
    const history = await responseHistory(program.database, assessmentId, 'agency', itemId)
    expect(JSON.stringify(history)).not.toContain('john-q')
  })

  test('comes back with both answers where another came first, and saves the chosen one', async () => {
    const world = await answering()
    await answer(world.agency, world.assessmentId, { 'leadership.workgroup': { value: 5 } })
    const mine: [string, string] = ['leadership.workgroup/answer', '2']
    const { status, outcome } = await outcomeOf(send(world, [...untouched, mine], 'coordinator'))
    expect(status).toBe(409)
    expect(outcome.notSaved['leadership.workgroup']).toMatchObject({
      draft: { value: 2 },
      reply: { status: 'conflict', current: { response: { value: 5 }, revision: 1, by: 'A contributor' } },
    })
    const seen: [string, string] = ['leadership.workgroup/revision', '1']
    await responseOf(send(world, [seen, mine, ['theirs', 'leadership.workgroup']], 'coordinator'))
    expect((await stored(world))['leadership.workgroup']).toEqual({ value: 5 })
    await responseOf(send(world, [seen, mine], 'coordinator'))
    expect((await stored(world))['leadership.workgroup']).toEqual({ value: 2 })
  })

  test('saves the rest where one answer is faulty, and keeps what was typed', async () => {
    const world = await answering()
    const { status, outcome } = await outcomeOf(
      send(world, [
        ...untouched,
        ['leadership.officers/answer', 'many'],
        ['leadership.workgroup/answer', '~not-applicable'],
        ['leadership.written/answer', 'yes'],
      ]),
    )
    expect(status).toBe(400)
    expect(outcome).toMatchObject({
      saved: ['leadership.written'],
      notSaved: {
        'leadership.officers': { draft: { value: 'many' }, reply: { faults: [{ path: 'value' }] } },
        'leadership.workgroup': {
          draft: { notApplicable: '' },
          reply: { faults: [{ path: 'notApplicable' }] },
        },
      },
    })
  })

  test('asks about what looks private, and saves it when the box is ticked', async () => {
    const world = await answering()
    const note: [string, string] = ['leadership.workgroup/note', 'SSN 123-45-6789']
    const { outcome } = await outcomeOf(send(world, [...untouched, note]))
    expect(outcome.notSaved['leadership.workgroup']?.reply.status).toBe('private')
    await responseOf(send(world, [...untouched, note, ['leadership.workgroup/private', 'yes']]))
    expect(await stored(world)).toEqual({ 'leadership.workgroup': { note: 'SSN 123-45-6789' } })
  })

  test('leaves alone what it did not show', async () => {
    const world = await answering()
    await answer(world.agency, world.assessmentId, { 'leadership.hours': { value: 4 } })
    await responseOf(send(world, untouched))
    expect(await stored(world)).toEqual({ 'leadership.hours': { value: 4 } })
  })

  test.each([
    ['viewer', 404],
    ['outsider', 404],
    [null, 302],
  ] as const)('is refused from the %s', async (person, status) => {
    const world = await answering()
    const sent = send(world, [...untouched, ['leadership.workgroup/answer', '2']], person)
    expect((await responseOf(sent)).status).toBe(status)
    expect(await stored(world)).toEqual({})
  })
})

describe('the page of a domain', () => {
  test('has the items, what is saved, and what decides over what is shown', async () => {
    const world = await answering()
    await answer(world.agency, world.assessmentId, { 'leadership.officers': { value: 12 } })
    const page = await open(world, 'coordinator', 'training')
    expect(page.items.map(({ item }) => item.id)).toEqual(['training.basic'])
    expect(page.conditions.map(({ id }) => id)).toEqual(['leadership.officers', 'training.basic'])
    expect(page.saved['leadership.officers']).toMatchObject({ response: { value: 12 }, by: 'A contributor' })
    expect(page).toMatchObject({ revision: 1, locked: null, mayAnswer: true })
  })

  test('marks what is a person’s own, by domain or by item', async () => {
    const world = await answering()
    const { program, agencyId, contributor, coordinator } = world.agency
    const change = { by: coordinator, at: program.now() }
    const where = { assessmentId: world.assessmentId, side: 'agency', organizationId: agencyId } as const
    await assign(program.database, { ...where, target: 'leadership' }, contributor, change)
    await assign(program.database, { ...where, target: 'leadership.name' }, coordinator, change)
    const mineOf = async (person: Person) =>
      (await open(world, person)).items.filter(({ mine }) => mine).map(({ item }) => item.id)
    expect(await mineOf('coordinator')).toEqual(['leadership.name'])
    expect(await mineOf('contributor')).toHaveLength(7)
  })

  test('is remembered as the place where the person is', async () => {
    const world = await answering()
    await open(world, 'contributor', 'training')
    const { program, contributor } = world.agency
    expect(await findPlace(program.database, contributor, world.assessmentId)).toMatchObject({
      domainId: 'training',
      itemId: null,
    })
  })

  test('can be read by a viewer, and by nobody outside', async () => {
    const world = await answering()
    expect((await open(world, 'viewer')).mayAnswer).toBe(false)
    expect((await responseOf(open(world, 'outsider'))).status).toBe(404)
    expect((await responseOf(open(world, 'contributor', 'unknown'))).status).toBe(404)
    const signIn = await responseOf(open(world, null))
    expect(signIn.headers.get('location')).toMatch(/^\/sign-in\?to=/)
  })
})
