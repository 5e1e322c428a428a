import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import { isUniqueViolation } from '#db/errors.server.ts'
import type { Orm } from '#db/statement.ts'
import { guarded, writeAll } from '#db/write-all.server.ts'
import { describeEngines } from '#tests/support/engines.ts'

const at = new Date('2025-03-01T12:00:00.123Z')

const addPerson = (database: Database, id: string) => (orm: Orm) =>
  orm
    .insert(database.tables.people)
    .values({ id, name: id, email: `${id}@example.org`, createdAt: at, updatedAt: at })

const rename = (database: Database, id: string, name: string) => (orm: Orm) =>
  orm
    .update(database.tables.people)
    .set({ name })
    .where(eq(database.tables.people.id, id))
    .returning({ name: database.tables.people.name, at: database.tables.people.createdAt })

async function names(database: Database) {
  const { people } = database.tables
  const rows = await database.orm.select({ name: people.name }).from(people).orderBy(people.id)
  return rows.map((row) => row.name)
}

describeEngines('writeAll', (engine) => {
  it('writes every statement, and gives the rows of those that return some', async () => {
    const { database } = engine
    const outcome = await writeAll(database, [addPerson(database, 'ann'), rename(database, 'ann', 'Ann')])
    expect(outcome).toEqual({ status: 'written', results: [undefined, [{ name: 'Ann', at }]] })
    expect(await names(database)).toEqual(['Ann'])
  })

  it('goes on after an unguarded statement that changes no row', async () => {
    const { database } = engine
    const outcome = await writeAll(database, [rename(database, 'nobody', 'x'), addPerson(database, 'ann')])
    expect(outcome).toEqual({ status: 'written', results: [[], undefined] })
    expect(await names(database)).toEqual(['ann'])
  })

  it('undoes everything when a guarded statement changes no row, and says which', async () => {
    const { database } = engine
    const { people } = database.tables
    const outcome = await writeAll(database, [
      guarded(addPerson(database, 'ann')),
      guarded(rename(database, 'ann', 'Ann')),
      guarded((orm) => orm.delete(people).where(eq(people.id, 'nobody'))),
    ])
    expect(outcome).toEqual({ status: 'refused', at: 2 })
    expect(await names(database)).toEqual([])
  })

  it('counts a guarded insert that meets a row with the same key as changing none', async () => {
    const { database } = engine
    await writeAll(database, [addPerson(database, 'ann')])
    const outcome = await writeAll(database, [
      rename(database, 'ann', 'Ann'),
      guarded((orm) => addPerson(database, 'ann')(orm).onConflictDoNothing()),
    ])
    expect(outcome).toEqual({ status: 'refused', at: 1 })
    expect(await names(database)).toEqual(['ann'])
  })

  it('undoes everything when a statement fails, and throws its error', async () => {
    const { database } = engine
    const write = writeAll(database, [addPerson(database, 'ann'), addPerson(database, 'ann')])
    const error: unknown = await write.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(new Error('another'))).toBe(false)
    expect(await names(database)).toEqual([])
  })

  it('does not take a broken foreign key for a unique violation', async () => {
    const { database } = engine
    const { members } = database.tables
    const error: unknown = await writeAll(database, [
      (orm) =>
        orm
          .insert(members)
          .values({ organizationId: 'none', personId: 'none', role: 'viewer', createdAt: at }),
    ]).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(isUniqueViolation(error)).toBe(false)
  })

  it('lets several be under way at once', async () => {
    const { database } = engine
    const ids = Array.from({ length: 20 }, (_, index) => `person-${index}`)
    await Promise.all(
      ids.map((id) => writeAll(database, [addPerson(database, id), rename(database, id, 'x')])),
    )
    expect(await names(database)).toEqual(ids.map(() => 'x'))
  })
  it('undoes, of several at the same moment, only the one that is refused and the one that fails', async () => {
    const { database } = engine
    const { people } = database.tables
    const outcomes = await Promise.allSettled([
      writeAll(database, [addPerson(database, 'ann')]),
      writeAll(database, [
        addPerson(database, 'bob'),
        guarded((orm) => orm.delete(people).where(eq(people.id, 'nobody'))),
      ]),
      writeAll(database, [addPerson(database, 'cleo'), addPerson(database, 'cleo')]),
      writeAll(database, [addPerson(database, 'dan')]),
    ])
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value.status : 'thrown'))).toEqual([
      'written',
      'refused',
      'thrown',
      'written',
    ])
    expect(await names(database)).toEqual(['ann', 'dan'])
  })
})
