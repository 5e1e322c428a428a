import SqliteClient from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { groupTransactions } from '#db/grouped-transactions.server.ts'
import type { Orm, Step } from '#db/statement.ts'

const marks = sqliteTable('marks', { mark: integer().primaryKey() })
const adding =
  (mark: number): Step =>
  (orm) =>
    orm.insert(marks).values({ mark })

describe('transactions at the same moment on SQLite', () => {
  let folder: string
  let client: SqliteClient.Database
  let other: SqliteClient.Database
  let orm: Orm

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pmhc-grouped-'))
    const file = path.join(folder, 'marks.sqlite')
    client = new SqliteClient(file, { timeout: 50 })
    client.pragma('journal_mode = WAL')
    client.exec('create table marks (mark integer primary key)')
    other = new SqliteClient(file)
    orm = drizzle(client)
  })

  afterEach(() => {
    client.close()
    other.close()
    rmSync(folder, { recursive: true })
  })

  const seenByOthers = () => other.prepare('select mark from marks order by mark').pluck().all()

  it('share a commit, and are answered only once others can see it', async () => {
    const { transact } = groupTransactions(client, orm)
    const log: string[] = []
    const all = [1, 2, 3].map(async (mark) => {
      await transact([adding(mark)])
      log.push(`${mark}: ${seenByOthers().join()}`)
    })
    expect(seenByOthers()).toEqual([])
    await Promise.all(all)
    expect(log).toEqual(['1: 1,2,3', '2: 1,2,3', '3: 1,2,3'])
  })

  it('all fail, and write nothing, while another program holds the database', async () => {
    const { transact } = groupTransactions(client, orm)
    other.exec('begin immediate')
    const outcomes = await Promise.allSettled([transact([adding(1)]), transact([adding(2)])])
    other.exec('rollback')
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(seenByOthers()).toEqual([])
    expect(await transact([adding(3)])).toEqual({ status: 'written', results: [undefined] })
  })

  it('all fail, and write nothing, when one ends the transaction of all', async () => {
    const { transact } = groupTransactions(client, orm)
    const ending: Step = (used) =>
      used
        .insert(marks)
        .values({ mark: 2 })
        .onConflictDoUpdate({
          target: marks.mark,
          set: { mark: 4 },
        })
    client.exec(`create trigger ending before update on marks begin select raise(rollback, 'no more'); end`)
    const outcomes = await Promise.allSettled([
      transact([adding(1), adding(2)]),
      transact([ending]),
      transact([adding(3)]),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(seenByOthers()).toEqual([])
  })

  it('are run at once when the database is about to be closed', async () => {
    const { transact, flush } = groupTransactions(client, orm)
    const written = transact([adding(1)])
    flush()
    expect(seenByOthers()).toEqual([1])
    expect((await written).status).toBe('written')
  })
})
