import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, openPostgres } from '#db/database.server.ts'
import { folderWithOneMore } from '#tests/support/migration-folders.ts'

describe('migrating a PostgreSQL database (PGlite)', () => {
  let client: PGlite
  const open = (migrations?: string) =>
    openPostgres(
      { orm: drizzle(client), close: () => Promise.resolve() },
      'PGlite',
      migrations === undefined ? {} : { migrations },
    )
  const tables = async () => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    return rows.map((row) => row.name).sort()
  }

  beforeAll(async () => {
    client = new PGlite()
    await open()
  })
  afterAll(() => client.close())

  it('leaves nothing half done when a statement fails', async () => {
    const before = await tables()
    const statements = ['create table more (id text);', 'insert into nowhere values (1);']
    await expect(open(folderWithOneMore('postgres', '0001_failing', statements))).rejects.toThrow('nowhere')
    expect(await tables()).toEqual(before)
  })

  it('does again nothing that was done, and refuses a database that a newer version has changed', async () => {
    const newer = folderWithOneMore('postgres', '0001_more', ['create table more (id text);'])
    await open(newer)
    await open(newer)
    expect(await tables()).toContain('more')
    await expect(open()).rejects.toThrow('The database PGlite was changed by a newer version')
  })
})

const server = process.env['TEST_POSTGRES_URL']
if (server) describe('migrating a PostgreSQL database (PostgreSQL)', () => startTogether(server))

function startTogether(address: string) {
  const name = `pmhc_test_migrating_${process.pid}`
  const url = new URL(address)
  url.pathname = name
  const onServer = async (statement: string) => {
    const client = new pg.Client(address)
    await client.connect()
    await client.query(statement)
    await client.end()
  }

  beforeAll(() => onServer(`create database ${name}`))
  afterAll(() => onServer(`drop database ${name}`))

  it('is done once by processes that start together', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase(url.href)))
    await Promise.all(databases.map((database) => database.ping()))
    await Promise.all(databases.map((database) => database.close()))
  })
}
