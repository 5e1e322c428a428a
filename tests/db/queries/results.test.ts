import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import { editOrganization } from '#db/queries/organizations.server.ts'
import { expireAssessment } from '#db/queries/retention.server.ts'
import { addResults, copiesWithoutResult } from '#db/queries/results.server.ts'
import { listAssessments } from '#db/queries/assessments.server.ts'
import { addAssessment, addOrganization, addPerson, minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { makeFinal, reopenIt } from '#tests/support/final-builders.ts'

async function latestOf({ orm, tables: { results } }: Database) {
  const rows = await orm.select().from(results).where(eq(results.latest, true))
  return rows.map(({ assessmentId, number, asOf }) => ({ assessmentId, number, asOf }))
}

async function agencyWithRounds(database: Database, dates: readonly string[]) {
  const ann = await addPerson(database, 'Ann')
  const agencyId = await addOrganization(database, ann)
  const rounds = []
  for (const asOf of dates) {
    const id = await addAssessment(database, agencyId, ann, asOf)
    await makeFinal(database, id, ann)
    rounds.push(id)
  }
  return { ann, agencyId, rounds }
}

describeEngines('the results of an agency', (engine) => {
  it('count the latest round by its as-of date, whichever was made final last', async () => {
    const { database } = engine
    const { rounds } = await agencyWithRounds(database, ['2025-03-01', '2025-02-01'])
    expect(await latestOf(database)).toEqual([{ assessmentId: rounds[0], number: 1, asOf: '2025-03-01' }])
  })

  it('count the latest copy of a round that was revised', async () => {
    const { database } = engine
    const { ann, agencyId, rounds } = await agencyWithRounds(database, ['2025-03-01'])
    const [id = ''] = rounds
    await reopenIt(database, id, agencyId, ann)
    expect(await latestOf(database)).toMatchObject([{ number: 1 }])
    await makeFinal(database, id, ann)
    expect(await latestOf(database)).toMatchObject([{ assessmentId: id, number: 2 }])
  })

  it('count the round before once the latest has expired', async () => {
    const { database } = engine
    const { agencyId, rounds } = await agencyWithRounds(database, ['2024-03-01', '2025-03-01'])
    const series = await listAssessments(database, agencyId)
    const assessment = series.find(({ id }) => id === rounds[1])
    if (!assessment) throw new Error('there is no such assessment')
    await expireAssessment(database, { assessment, series, changes: [], at: minute(60) })
    expect(await latestOf(database)).toEqual([{ assessmentId: rounds[0], number: 1, asOf: '2024-03-01' }])
  })

  it('are made again where they are missing, and marked as before', async () => {
    const { database } = engine
    await agencyWithRounds(database, ['2024-03-01', '2025-03-01'])
    const { results } = database.tables
    const rows = await database.orm.select().from(results)
    const latest = await latestOf(database)
    await database.orm.delete(results)
    expect(await copiesWithoutResult(database, undefined, 10)).toHaveLength(2)
    await addResults(database, rows)
    expect(await copiesWithoutResult(database, undefined, 10)).toEqual([])
    expect(await latestOf(database)).toEqual(latest)
  })
})

describeEngines('the revision of a portfolio', (engine) => {
  it('moves when an agency that the program follows starts, becomes final or changes its profile', async () => {
    const { database } = engine
    const { orm, tables } = database
    const ann = await addPerson(database, 'Ann')
    const [agencyId, programId, other] = [
      await addOrganization(database, ann),
      await addOrganization(database, ann, { kind: 'program', name: 'A program' }),
      await addOrganization(database, ann, { kind: 'program', name: 'Another program' }),
    ]
    await orm.insert(tables.enrollments).values({
      ...{ id: 'e1', programId, agencyId, status: 'active', invitedAt: minute(0), invitedBy: ann },
    })
    const revisions = async () => {
      const rows = await orm.select().from(tables.organizations)
      return [programId, other].map((id) => rows.find((row) => row.id === id)?.portfolioRevision)
    }
    expect(await revisions()).toEqual([0, 0])
    const assessmentId = await addAssessment(database, agencyId, ann)
    expect(await revisions()).toEqual([1, 0])
    await makeFinal(database, assessmentId, ann)
    expect(await revisions()).toEqual([2, 0])
    await editOrganization(database, agencyId, { name: 'Another name' }, { by: ann, at: minute(50) })
    expect(await revisions()).toEqual([3, 0])
    expect(await orm.select().from(tables.enrollments)).toMatchObject([{ agencyName: 'Another name' }])
  })
})
