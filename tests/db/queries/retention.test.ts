import { count, eq, getTableColumns, type Column } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { listAssessments } from '#db/queries/assessments.server.ts'
import { editOrganization, findOrganization } from '#db/queries/organizations.server.ts'
import { expireAssessment, listRetaining } from '#db/queries/retention.server.ts'
import { addAnswering, addAssessment, minute, save } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { makeFinal } from '#tests/support/final-builders.ts'
import { reconciling, settleAll, sign } from '#tests/support/reconciling.ts'

/** How many rows of each table mention an assessment. */
async function rowsAbout({ orm, tables }: Database, id: string): Promise<Record<string, number>> {
  const mentions = Object.entries(tables).flatMap(([name, table]) => {
    const columns: Record<string, Column> = getTableColumns(table)
    return ['assessmentId', 'sinceAssessmentId', ...(name === 'assessments' ? ['id'] : [])].flatMap((key) => {
      const column = columns[key]
      return column ? [{ name: `${name}.${key}`, table, column }] : []
    })
  })
  const counted = mentions.map(async ({ name, table, column }) => {
    const [row] = await orm.select({ rows: count() }).from(table).where(eq(column, id))
    return [name, row?.rows ?? 0] as const
  })
  return Object.fromEntries((await Promise.all(counted)).filter(([, rows]) => rows > 0))
}

async function listed(database: Database, agencyId: string, id: string) {
  const series = await listAssessments(database, agencyId)
  const assessment = series.find((one) => one.id === id)
  if (!assessment) throw new Error('there is no such assessment')
  return { assessment, series, changes: [], at: new Date('2030-01-01T12:00:00Z') }
}

describeEngines('expireAssessment', (engine) => {
  it('deletes all that belongs to it on both sides, and leaves its id in both logs', async () => {
    const { database } = engine
    const talk = await reconciling({ database })
    await settleAll(talk)
    await sign(talk, 'agency')
    await sign(talk, 'partner')
    const { assessmentId, agencyId, partnerId } = talk
    const before = await rowsAbout(database, assessmentId)
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['assessments.id', 'sides.assessmentId', 'frozenCopies.assessmentId']),
    )
    const expiring = await listed(database, agencyId, assessmentId)
    expect(await expireAssessment(database, expiring)).toBe('expired')
    const after = await rowsAbout(database, assessmentId)
    expect(after).toEqual({ 'activities.assessmentId': (before['activities.assessmentId'] ?? 0) + 2 })
    for (const organizationId of [agencyId, partnerId]) {
      const [latest] = await listActivities(database, organizationId, { limit: 1 })
      expect(latest).toMatchObject({ action: 'assessment.expired', personId: null, assessmentId })
    }
    expect(await expireAssessment(database, expiring)).toBe('stale')
  })

  it('deletes nothing if an assessment of the series has moved since it was read', async () => {
    const { database } = engine
    const { ann, agencyId, assessmentId } = await addAnswering(database)
    await makeFinal(database, assessmentId, ann)
    const newer = await addAssessment(database, agencyId, ann, '2025-09-01')
    const expiring = await listed(database, agencyId, assessmentId)
    await makeFinal(database, newer, ann)
    expect(await expireAssessment(database, expiring)).toBe('stale')
    expect(await listAssessments(database, agencyId)).toHaveLength(2)
  })

  it('happens once, though several processes try and somebody saves at the same moment', async () => {
    const { database } = engine
    const { ann, bob, agencyId, assessmentId } = await addAnswering(database)
    const expiring = await listed(database, agencyId, assessmentId)
    const saving = ['a.one', 'a.two'].map((itemId) =>
      save(database, assessmentId, bob, { itemId, response: { value: 1 } }),
    )
    const outcomes = await Promise.all([1, 2, 3].map(() => expireAssessment(database, expiring)))
    expect([...outcomes].sort()).toEqual(['expired', 'stale', 'stale'])
    for (const { status } of await Promise.all(saving)) expect(['saved', 'locked']).toContain(status)
    const late = await save(database, assessmentId, ann, { itemId: 'a.one', response: { value: 2 } })
    expect(late.status).toBe('locked')
    expect(await rowsAbout(database, assessmentId)).toHaveProperty('activities.assessmentId')
    expect(Object.keys(await rowsAbout(database, assessmentId))).toHaveLength(1)
  })
})

describeEngines('the retention period', (engine) => {
  it('is dated when it changes, and only then', async () => {
    const { database } = engine
    const { ann, agencyId } = await addAnswering(database)
    const edit = (retentionYears: number | null, minutes: number) =>
      editOrganization(database, agencyId, { retentionYears }, { by: ann, at: minute(minutes) })
    const kept = async () => {
      const { retentionYears, retentionSetAt } = (await findOrganization(database, agencyId)) ?? {}
      return [retentionYears, retentionSetAt]
    }
    expect([await kept(), await listRetaining(database)]).toEqual([[null, null], []])
    await edit(5, 1)
    await edit(5, 2)
    expect(await kept()).toEqual([5, minute(1)])
    await editOrganization(database, agencyId, { county: 'Ross' }, { by: ann, at: minute(3) })
    expect(await kept()).toEqual([5, minute(1)])
    await edit(3, 4)
    expect(await kept()).toEqual([3, minute(4)])
    expect((await listRetaining(database)).map(({ id }) => id)).toEqual([agencyId])
    await edit(null, 5)
    expect([await kept(), await listRetaining(database)]).toEqual([[null, null], []])
  })
})
