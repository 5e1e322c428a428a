import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { finalize } from '#db/queries/finalize.server.ts'
import {
  eachFrozenCopy,
  latestCopies,
  latestFrozenCopy,
  listFrozenCopies,
  readFrozenCopy,
} from '#db/queries/frozen-copies.server.ts'
import { readAgencyScores, readChanges, readScores } from '#db/queries/scores.server.ts'
import {
  addAnswering,
  addAssessment,
  addOrganization,
  addPerson,
  minute,
  save,
} from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { finalizing, makeFinal, reopenIt } from '#tests/support/final-builders.ts'

/** Makes the assessment final, and a later one too. */
async function addFinalRound(
  database: Database,
  round: { assessmentId: string; agencyId: string; ann: string },
): Promise<string> {
  await makeFinal(database, round.assessmentId, round.ann)
  const later = await addAssessment(database, round.agencyId, round.ann, '2025-09-01')
  await makeFinal(database, later, round.ann)
  return later
}

describeEngines('finalize', (engine) => {
  it('locks the side, and freezes the copy, its scores and changes under the next number', async () => {
    const { database } = engine
    const { ann, bob, agencyId, assessmentId } = await addAnswering(database)
    await save(database, assessmentId, bob, { itemId: 'a.one', response: { value: 4 } })
    const parts = await finalizing(database, assessmentId, ann, { score: 33.3333, displayed: 33, band: null })
    const changes = [
      {
        assessmentId,
        number: 1,
        since: 'last',
        sinceAssessmentId: assessmentId,
        sinceNumber: 1,
        scope: 'overall',
        change: -1.5,
        displayed: -2,
        comparable: 3,
        sharedWeight: 0.75,
      },
    ] as const
    expect(await finalize(database, { ...parts, changes })).toEqual({ status: 'final', number: 1 })

    expect(await findAssessment(database, assessmentId)).toMatchObject({
      stage: 'final',
      revision: 1,
      finalizedAt: minute(30),
      sides: { agency: { revision: 2, submittedAt: minute(30), submittedBy: ann } },
    })
    const locked = await save(database, assessmentId, bob, {
      itemId: 'a.one',
      response: { value: 5 },
      base: 1,
    })
    expect(locked).toEqual({ status: 'locked', reason: 'final' })
    const copy = { ...parts.copy, assessmentId, number: 1, finalizedAt: minute(30), finalizedBy: ann }
    expect(await latestFrozenCopy(database, assessmentId)).toMatchObject(copy)
    expect(await readFrozenCopy(database, assessmentId, 1)).toMatchObject(copy)
    expect(await readFrozenCopy(database, assessmentId, 2)).toBeUndefined()
    expect(await readScores(database, assessmentId, 1)).toEqual([
      { ...parts.scores[0], assessmentId, number: 1 },
    ])
    expect(await readChanges(database, assessmentId, 1)).toEqual(changes)
    expect(await readAgencyScores(database, agencyId, 'sketch')).toMatchObject([
      { asOf: '2025-03-01', version: '1.0.0', score: 33.3333, displayed: 33 },
    ])
  })

  it('is stale, and freezes nothing, when a response was saved after it was decided', async () => {
    const { database } = engine
    const { ann, bob, assessmentId } = await addAnswering(database)
    const parts = await finalizing(database, assessmentId, ann)
    await save(database, assessmentId, bob, { itemId: 'a.one', response: { value: 4 } })
    expect(await finalize(database, parts)).toEqual({ status: 'stale' })
    expect(await listFrozenCopies(database, assessmentId)).toEqual([])
    expect(await findAssessment(database, assessmentId)).toMatchObject({ stage: 'answering', revision: 0 })
  })

  it('is stale when the assessment itself moved after it was decided, as a redaction moves it', async () => {
    const { database } = engine
    const { ann, assessmentId } = await addAnswering(database)
    const parts = await finalizing(database, assessmentId, ann)
    await database.orm.update(database.tables.assessments).set({ revision: 1 })
    expect(await finalize(database, parts)).toEqual({ status: 'stale' })
    expect(await listFrozenCopies(database, assessmentId)).toEqual([])
  })

  it('puts changes in the place of those that the same copy had', async () => {
    const { database } = engine
    const { ann, assessmentId, agencyId } = await addAnswering(database)
    const later = await addFinalRound(database, { assessmentId, agencyId, ann })
    await reopenIt(database, assessmentId, agencyId, ann)
    const since = { since: 'last', sinceAssessmentId: assessmentId, comparable: 3, sharedWeight: 1 } as const
    const change = { ...since, assessmentId: later, number: 1, displayed: 2 }
    const parts = await finalizing(database, assessmentId, ann)
    const changes = [{ ...change, sinceNumber: 2, scope: 'overall', change: 2 }]
    await database.orm
      .insert(database.tables.changes)
      .values(['overall', 'gone'].map((scope) => ({ ...change, sinceNumber: 1, scope, change: 1 })))
    await finalize(database, { ...parts, changes })
    expect(await readChanges(database, later, 1)).toEqual(changes)
  })

  it('makes one copy when several finalize at the same moment', async () => {
    const { database } = engine
    const { ann, assessmentId } = await addAnswering(database)
    const parts = await finalizing(database, assessmentId, ann)
    const outcomes = await Promise.all([finalize(database, parts), finalize(database, parts)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['final', 'stale'])
    expect(await listFrozenCopies(database, assessmentId)).toHaveLength(1)
  })

  it('freezes every response that was acknowledged, while others are still saving', async () => {
    const { database } = engine
    const { ann, bob, assessmentId } = await addAnswering(database)
    const saving = Array.from({ length: 8 }, async (_, index) => {
      const itemId = `a.item-${index}`
      const { status } = await save(database, assessmentId, bob, { itemId, response: { value: 1 } })
      return status === 'saved' ? [itemId] : []
    })
    let final = await makeFinal(database, assessmentId, ann)
    while (final.status === 'stale') final = await makeFinal(database, assessmentId, ann)
    const acknowledged = (await Promise.all(saving)).flat()
    const copy = await latestFrozenCopy(database, assessmentId)
    for (const itemId of acknowledged) expect(copy?.document).toContain(`"${itemId}"`)
  })
})

describeEngines('reopen', (engine) => {
  it('lets it be answered again, and marks the copy that counts until then', async () => {
    const { database } = engine
    const { ann, bob, agencyId, assessmentId } = await addAnswering(database)
    expect(await reopenIt(database, assessmentId, agencyId, ann)).toBe('not-final')
    await makeFinal(database, assessmentId, ann)
    expect(await reopenIt(database, assessmentId, agencyId, ann)).toBe('reopened')
    expect(await reopenIt(database, assessmentId, agencyId, ann)).toBe('not-final')
    expect(await findAssessment(database, assessmentId)).toMatchObject({
      stage: 'answering',
      finalizedAt: null,
      sides: { agency: { submittedAt: null, submittedBy: null } },
    })
    const change = { itemId: 'a.one', response: { value: 5 } }
    expect(await save(database, assessmentId, bob, change)).toMatchObject({ status: 'saved' })
    expect(await makeFinal(database, assessmentId, ann)).toEqual({ status: 'final', number: 2 })
    expect(await listFrozenCopies(database, assessmentId)).toMatchObject([
      { number: 2, reopenedAt: null, finalizedByName: 'Ann' },
      { number: 1, reopenedAt: minute(40), reopenedBy: ann, reopenReason: 'A mistake' },
    ])
  })

  it('reopens nothing while a later assessment of the questionnaire is open', async () => {
    const { database } = engine
    const { ann, agencyId, assessmentId } = await addAnswering(database)
    await makeFinal(database, assessmentId, ann)
    await addAssessment(database, agencyId, ann, '2025-09-01')
    expect(await reopenIt(database, assessmentId, agencyId, ann)).toBe('another-is-open')
    expect(await findAssessment(database, assessmentId)).toMatchObject({ stage: 'final' })
    expect(await latestFrozenCopy(database, assessmentId)).toMatchObject({ reopenedAt: null })
  })
})

describeEngines('latestCopies and eachFrozenCopy', (engine) => {
  it('give what counts of each round, the oldest first; and every copy, whatever the size of a page', async () => {
    const { database } = engine
    const { ann, agencyId, assessmentId } = await addAnswering(database)
    await makeFinal(database, assessmentId, ann)
    const later = await addAssessment(database, agencyId, ann, '2025-09-01')
    await makeFinal(database, later, ann)
    const earlier = await addAssessment(database, agencyId, ann, '2024-09-01')
    await makeFinal(database, earlier, ann)
    await reopenIt(database, assessmentId, agencyId, ann)
    await makeFinal(database, assessmentId, ann)
    await reopenIt(database, assessmentId, agencyId, ann)
    const zoe = await addPerson(database, 'Zoe')
    const other = await addOrganization(database, zoe, { name: 'Another' })
    await makeFinal(database, await addAssessment(database, other, zoe), zoe)

    const rounds = await latestCopies(database, agencyId, 'sketch')
    expect(rounds.map(({ assessment, copy }) => [assessment.id, copy.assessmentId, copy.number])).toEqual([
      [earlier, earlier, 1],
      [assessmentId, assessmentId, 2],
      [later, later, 1],
    ])
    expect(rounds[1]).toMatchObject({ assessment: { stage: 'answering' }, copy: { reopenedAt: minute(40) } })
    expect(rounds[1]?.copy.document).toContain(assessmentId)
    expect(await latestCopies(database, agencyId, 'another')).toEqual([])
    const scored = await readAgencyScores(database, agencyId, 'sketch')
    expect(scored.map((row) => [row.assessmentId, row.number])).toEqual([
      [earlier, 1],
      [assessmentId, 2],
      [later, 1],
    ])

    for (const pageSize of [1, 2, 5, 100]) {
      const seen = new Set<string>()
      for await (const { copy } of eachFrozenCopy(database, pageSize))
        seen.add(`${copy.assessmentId} ${copy.number}`)
      expect(seen.size).toBe(5)
    }
  })
})
