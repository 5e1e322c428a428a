import SqliteClient from 'better-sqlite3'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { migrationsFolder, readMigrations } from '#db/migrations.server.ts'
import { folderForTests, pmhc } from '#tests/cli/support/pmhc.ts'
import { tablesOf } from './fixtures/fill-rest.ts'
import { makeDatabase } from './fixtures/make-database.ts'

/*
 * A database can have been made by every commit since 0000_start was added. No commit ever changed a migration in
 * place: each state of the folder is that of before with one more. Before 0000_start there was a schema and no way
 * to open a database with it; a later change of the schema file was one of types alone. So each state can be opened, and none is refused but that of a newer program, of
 * which migrating-sqlite.test.ts tells.
 */

const states = readMigrations(migrationsFolder('sqlite')).map(({ name }) => name)
const files = folderForTests()
const fixture = (state: string) => path.join(import.meta.dirname, 'fixtures', `${state}.sql`)

type Row = Record<string, unknown>

function withFile<T>(file: string, work: (client: SqliteClient.Database) => T): T {
  const client = new SqliteClient(file)
  try {
    return work(client)
  } finally {
    client.close()
  }
}

/** Every row of every table. */
const rowsOf = (file: string) =>
  withFile(file, (client) =>
    Object.fromEntries(
      tablesOf(client).map((table) => [
        table,
        client.prepare<[], Row>(`select * from ${table} order by rowid`).all(),
      ]),
    ),
  )

/** What the tables and indexes are, however the text was written that made them. */
const schemaOf = (file: string) =>
  withFile(file, (client) =>
    client.prepare('select name, sql from sqlite_master where sql is not null order by name').all(),
  )

describe('the database of an earlier version', () => {
  it('is kept as a fixture for each state of the migrations folder', async () => {
    const newest = states.at(-1) ?? ''
    if (process.env['WRITE_FIXTURE'] && !existsSync(fixture(newest))) {
      writeFileSync(fixture(newest), await makeDatabase(files.path('newest.sqlite')))
    }
    expect(states.filter((state) => !existsSync(fixture(state)))).toEqual([])
  })

  it.each(states)('%s opens, is brought up to date, keeps every row and verifies', async (state) => {
    const file = files.path(`${state}.sqlite`)
    withFile(
      file,
      (client) => client.pragma('foreign_keys = OFF') && client.exec(readFileSync(fixture(state), 'utf8')),
    )
    const before = rowsOf(file)
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])
    await (await openDatabase(`file:${file}`)).close()

    expect(withFile(file, (client) => client.pragma('foreign_key_check'))).toEqual([])
    expect(withFile(file, (client) => client.pragma('integrity_check'))).toEqual([{ integrity_check: 'ok' }])
    const after = rowsOf(file)
    for (const [table, rows] of Object.entries(before)) {
      expect(after[table]).toMatchObject(rows)
      expect(after[table], table).toHaveLength(rows.length)
    }
    const applied = withFile(file, (client) =>
      client.prepare('select name from migrations order by rowid').pluck().all(),
    )
    expect(applied).toEqual(states)

    const { status, stdout } = await pmhc(['verify'], { DATABASE_URL: `file:${file}` })
    expect(JSON.parse(stdout)).toEqual({ checked: before['frozen_copies']?.length, differing: [] })
    expect(status).toBe(0)
  })

  it.each(states)('%s has the tables of a new one afterwards', async (state) => {
    const [old, fresh] = [files.path(`${state}-again.sqlite`), files.path(`${state}-fresh.sqlite`)]
    withFile(
      old,
      (client) => client.pragma('foreign_keys = OFF') && client.exec(readFileSync(fixture(state), 'utf8')),
    )
    for (const file of [old, fresh]) await (await openDatabase(`file:${file}`)).close()
    expect(schemaOf(old)).toEqual(schemaOf(fresh))
  })
})
