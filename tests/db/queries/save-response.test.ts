import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { AnswerValue } from '#assessments/response.ts'
import { changedSince, readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { addAnswering, minute, save } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { writingAfter } from '#tests/support/writing-after.ts'

const itemId = 'leadership.workgroup'

describeEngines('saveResponse', (engine) => {
  it('saves a response, and reads it back with who gave it and when', async () => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    const response = { value: 3, note: 'Since 2023', evidence: ['https://example.org/mou'] }
    expect(await save(database, assessmentId, bob, { itemId, response })).toEqual({
      status: 'saved',
      revision: 1,
      sideRevision: 1,
    })
    expect(await readResponses(database, assessmentId, 'agency')).toEqual(
      new Map([
        [itemId, { response, revision: 1, updatedAt: minute(2), updatedBy: bob, updatedByName: 'Bob' }],
      ]),
    )
    expect(await readResponses(database, assessmentId, 'partner')).toEqual(new Map())
  })

  const values: AnswerValue[] = [0, 2.5, true, false, '', '2024', 'true', 'null', '{"a":1}', ['b', 'a'], []]
  it.each(values)('keeps the value %j as it is, in the history too', async (value) => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    await save(database, assessmentId, bob, { itemId, response: { value } })
    expect((await readResponses(database, assessmentId, 'agency')).get(itemId)?.response).toEqual({ value })
    expect(await responseHistory(database, assessmentId, 'agency', itemId)).toMatchObject([
      { before: null, after: { value } },
    ])
  })

  it('tells "not applicable", "don’t know" and a cleared response apart', async () => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    await save(database, assessmentId, bob, { itemId: 'a.one', response: { notApplicable: 'No jail' } })
    await save(database, assessmentId, bob, { itemId: 'a.two', response: { dontKnow: true } })
    await save(database, assessmentId, bob, { itemId: 'a.three', response: { value: 1, note: 'x' } })
    await save(database, assessmentId, bob, { itemId: 'a.three', response: {}, base: 1 })
    const responses = await readResponses(database, assessmentId, 'agency')
    expect(Object.fromEntries([...responses].map(([id, { response }]) => [id, response]))).toEqual({
      'a.one': { notApplicable: 'No jail' },
      'a.two': { dontKnow: true },
      'a.three': {},
    })
  })

  it('keeps what is shown beside the question until the item is answered', async () => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    const given = { at: minute(0).toISOString(), person: bob }
    const earlier = [{ item: 'a.old', version: '0.9.0', response: { value: 4, note: 'Then.' }, ...given }]
    const carried = { assessment: 'last', ...given, earlier }
    const own = async () => (await readResponses(database, assessmentId, 'agency')).get(itemId)?.response
    await save(database, assessmentId, bob, { itemId, response: { carried } })
    await save(database, assessmentId, bob, { itemId, response: { note: 'Typing' }, base: 1 })
    expect(await own()).toEqual({ note: 'Typing', carried })
    await save(database, assessmentId, bob, { itemId, response: { value: 2 }, base: 2 })
    expect(await own()).toEqual({ value: 2 })
    const [latest] = await responseHistory(database, assessmentId, 'agency', itemId)
    expect(latest).toMatchObject({ before: { note: 'Typing', carried }, after: { value: 2 } })
    await save(database, assessmentId, bob, {
      itemId: 'a.b',
      response: { value: 1, carried: { assessment: 'x', ...given } },
    })
    await save(database, assessmentId, bob, { itemId: 'a.b', response: {}, base: 1 })
    expect((await readResponses(database, assessmentId, 'agency')).get('a.b')?.response).toEqual({})
  })

  it('keeps every save, who made it, from what and to what', async () => {
    const { database } = engine
    const { assessmentId, ann, bob } = await addAnswering(database)
    await save(database, assessmentId, bob, { itemId, response: { value: 2 } })
    await save(database, assessmentId, ann, { itemId, response: { value: 4 }, base: 1, at: minute(5) })
    expect(await responseHistory(database, assessmentId, 'agency', itemId)).toEqual([
      {
        revision: 2,
        before: { value: 2 },
        after: { value: 4 },
        savedAt: minute(5),
        savedBy: ann,
        savedByName: 'Ann',
      },
      {
        revision: 1,
        before: null,
        after: { value: 2 },
        savedAt: minute(2),
        savedBy: bob,
        savedByName: 'Bob',
      },
    ])
  })

  it('acknowledges a repeated save and applies it once, also after others and after locking', async () => {
    const { database } = engine
    const { assessmentId, ann, bob } = await addAnswering(database)
    const first = { itemId, response: { value: 2 }, saveId: 'save-1' }
    await save(database, assessmentId, bob, first)
    const repeated = { status: 'repeated', revision: 1 }
    expect(await save(database, assessmentId, bob, first)).toMatchObject(repeated)
    await save(database, assessmentId, ann, { itemId, response: { value: 5 }, base: 1 })
    expect(await save(database, assessmentId, bob, first)).toMatchObject(repeated)
    const { assessments } = database.tables
    await database.orm.update(assessments).set({ stage: 'final' })
    expect(await save(database, assessmentId, bob, first)).toMatchObject(repeated)
    expect(await responseHistory(database, assessmentId, 'agency', itemId)).toHaveLength(2)
  })

  it('applies a save once that arrives several times at the same moment', async () => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    const change = { itemId, response: { value: 2 }, saveId: 'save-1' }
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => save(database, assessmentId, bob, change)),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      ...Array<string>(5).fill('repeated'),
      'saved',
    ])
  })

  it('refuses a save id that was used for another item', async () => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    await save(database, assessmentId, bob, { itemId, response: { value: 2 }, saveId: 'save-1' })
    await expect(
      save(database, assessmentId, bob, { itemId: 'a.other', response: { value: 2 }, saveId: 'save-1' }),
    ).rejects.toThrow('used for another item')
  })

  it('writes nothing when another save came first, and gives the one that did', async () => {
    const { database } = engine
    const { assessmentId, ann, bob } = await addAnswering(database)
    await save(database, assessmentId, ann, { itemId, response: { value: 5 } })
    expect(await save(database, assessmentId, bob, { itemId, response: { value: 1 } })).toEqual({
      status: 'conflict',
      current: {
        response: { value: 5 },
        revision: 1,
        updatedAt: minute(2),
        updatedBy: ann,
        updatedByName: 'Ann',
      },
    })
    expect(await responseHistory(database, assessmentId, 'agency', itemId)).toHaveLength(1)
  })

  it('calls a save from a revision that never was a conflict', async () => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    const outcome = await save(database, assessmentId, bob, { itemId, response: { value: 1 }, base: 3 })
    expect(outcome).toEqual({ status: 'conflict', current: null })
  })

  it.each([0, 1])('saves exactly one of several that were made from revision %i at once', async (base) => {
    const { database } = engine
    const { assessmentId, ann, bob } = await addAnswering(database)
    if (base === 1) await save(database, assessmentId, ann, { itemId, response: { value: 5 } })
    const values = [1, 2, 3, 4]
    const outcomes = await Promise.all(
      values.map((value) => save(database, assessmentId, bob, { itemId, response: { value }, base })),
    )
    const statuses = outcomes.map(({ status }) => status)
    expect([...statuses].sort()).toEqual(['conflict', 'conflict', 'conflict', 'saved'])
    const saved = { response: { value: values[statuses.indexOf('saved')] }, revision: base + 1 }
    expect((await readResponses(database, assessmentId, 'agency')).get(itemId)).toMatchObject(saved)
    for (const outcome of outcomes) {
      if (outcome.status === 'conflict') expect(outcome.current).toMatchObject(saved)
    }
  })

  it('saves different items at once, each moving the side’s revision by one', async () => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    const items = Array.from({ length: 12 }, (_, index) => `a.item-${index}`)
    const outcomes = await Promise.all(
      items.map((id) => save(database, assessmentId, bob, { itemId: id, response: { value: 1 } })),
    )
    const revisions = outcomes.map((outcome) => (outcome.status === 'saved' ? outcome.sideRevision : 0))
    expect(revisions.sort((one, other) => one - other)).toEqual(items.map((_, index) => index + 1))
  })

  it.each([
    ['submitted', 'submitted'],
    ['moved to another stage', 'reconciling'],
    ['deleted', 'no-side'],
  ])('is locked when, between looking and writing, the side is %s', async (what, reason) => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    const { sides, assessments } = database.tables
    const meanwhile = async () => {
      if (what === 'submitted') await database.orm.update(sides).set({ submittedAt: minute(1) })
      else if (what === 'deleted') await database.orm.delete(sides)
      else await database.orm.update(assessments).set({ stage: 'reconciling' })
    }
    const outcome = await save(writingAfter(database, meanwhile), assessmentId, bob, {
      itemId,
      response: { value: 1 },
    })
    expect(outcome).toEqual({ status: 'locked', reason })
    expect(await readResponses(database, assessmentId, 'agency')).toEqual(new Map())
  })

  it('is a conflict when, between looking and writing, another save comes', async () => {
    const { database } = engine
    const { assessmentId, ann, bob } = await addAnswering(database)
    const other = () => save(database, assessmentId, ann, { itemId, response: { value: 5 } })
    const outcome = await save(writingAfter(database, other), assessmentId, bob, {
      itemId,
      response: { value: 1 },
    })
    expect(outcome).toMatchObject({ status: 'conflict', current: { response: { value: 5 }, revision: 1 } })
    expect(await responseHistory(database, assessmentId, 'agency', itemId)).toHaveLength(1)
  })

  it('is locked once the side was submitted or the stage moved, and for a side that is not there', async () => {
    const { database } = engine
    const { assessmentId, bob } = await addAnswering(database)
    const { sides, assessments } = database.tables
    const change = { itemId, response: { value: 1 } }
    await database.orm.update(sides).set({ submittedAt: minute(1) })
    expect(await save(database, assessmentId, bob, change)).toEqual({ status: 'locked', reason: 'submitted' })
    await database.orm.update(sides).set({ submittedAt: null })
    await database.orm
      .update(assessments)
      .set({ stage: 'reconciling' })
      .where(eq(assessments.id, assessmentId))
    expect(await save(database, assessmentId, bob, change)).toEqual({
      status: 'locked',
      reason: 'reconciling',
    })
    expect(await save(database, 'no-such-assessment', bob, change)).toEqual({
      status: 'locked',
      reason: 'no-side',
    })
    expect(await readResponses(database, assessmentId, 'agency')).toEqual(new Map())
  })
})

describeEngines('changedSince', (engine) => {
  it('gives what became of a side after a revision, and nothing of the other side', async () => {
    const { database } = engine
    const { assessmentId, ann, bob } = await addAnswering(database)
    await database.orm.insert(database.tables.sides).values({ assessmentId, side: 'partner' })
    await save(database, assessmentId, bob, { itemId: 'a.one', response: { value: 1 } })
    await save(database, assessmentId, bob, { itemId: 'a.two', response: { value: 2 } })
    await save(database, assessmentId, ann, { itemId: 'a.one', response: { value: 3 }, base: 1 })
    const ids = async (since: number) => {
      const news = await changedSince(database, assessmentId, 'agency', since)
      return [news?.sideRevision, ...(news?.changed.keys() ?? [])].sort()
    }
    expect(await ids(0)).toEqual([3, 'a.one', 'a.two'])
    expect(await ids(2)).toEqual([3, 'a.one'])
    expect(await ids(3)).toEqual([3])
    expect(await changedSince(database, assessmentId, 'partner', 0)).toEqual({
      sideRevision: 0,
      changed: new Map(),
    })
    expect(await changedSince(database, 'none', 'agency', 0)).toBeUndefined()
  })
})
