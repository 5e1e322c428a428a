import SqliteClient from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { NewerDatabaseError } from '#db/migrations.server.ts'
import { folderWithOneMore } from '#tests/support/migration-folders.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pmhc-migrating-'))
  file = path.join(folder, 'data', 'pmhc.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A file with a person who has sessions, read and written by SQL alone. */
async function filledFile() {
  await (await openDatabase(`file:${file}`)).close()
  withFile((client) => {
    client.exec(`
      insert into people (id, name, email, created_at, updated_at) values ('ann', 'Ann', 'ann@example.org', 1, 1);
      insert into sessions (id, token, user_id, expires_at, created_at, updated_at)
        values ('s1', 't1', 'ann', 9, 1, 1), ('s2', 't2', 'ann', 9, 1, 1);`)
  })
}

function withFile<T>(work: (client: SqliteClient.Database) => T, name = file): T {
  const client = new SqliteClient(name)
  try {
    return work(client)
  } finally {
    client.close()
  }
}

const tablesOf = (name = file) =>
  withFile((client) => client.prepare('select name from sqlite_master order by name').pluck().all(), name)
const sessionsOf = (name = file) =>
  withFile((client) => client.prepare('select id from sessions order by id').pluck().all(), name)

/** What drizzle-kit writes to rebuild a table: a new one, the rows moved over, the old one dropped. */
function rebuildOfPeople(): string[] {
  const made = withFile((client) =>
    client.prepare<[], string>("select sql from sqlite_master where name = 'people'").pluck().get(),
  )
  if (made === undefined) throw new Error('there is no table of people')
  return [
    'PRAGMA foreign_keys=OFF;',
    made.replace('`people`', '`__new_people`'),
    'INSERT INTO `__new_people` SELECT * FROM `people`;',
    'DROP TABLE `people`;',
    'ALTER TABLE `__new_people` RENAME TO `people`;',
    'PRAGMA foreign_keys=ON;',
    'CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);',
  ]
}

describe('opening a SQLite database', () => {
  it('makes a new file that only its owner can read, and sets nothing aside', async () => {
    const sentences: string[] = []
    const database = await openDatabase(`file:${file}`, { notice: (sentence) => sentences.push(sentence) })
    await database.ping()
    await database.close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(path.dirname(file))).toEqual(['pmhc.sqlite'])
    expect(sentences).toEqual([])
  })

  it('opens a file again as it was, by its path too', async () => {
    await filledFile()
    await (await openDatabase(file)).close()
    expect(sessionsOf()).toEqual(['s1', 's2'])
    expect(readdirSync(path.dirname(file))).toEqual(['pmhc.sqlite'])
  })

  it('refuses a URL of something else', async () => {
    await expect(openDatabase('mysql://localhost/pmhc')).rejects.toThrow('begins with postgres:// or file:')
  })
})

describe('migrating a SQLite database', () => {
  it('rebuilds a parent table and keeps every child row', async () => {
    await filledFile()
    const migrations = folderWithOneMore('sqlite', '0001_rebuild', rebuildOfPeople())
    const database = await openDatabase(file, { migrations })
    await expect(
      database.orm.insert(database.tables.sessions).values({
        id: 's3',
        token: 't3',
        userId: 'nobody',
        expiresAt: new Date(9),
        createdAt: new Date(1),
        updatedAt: new Date(1),
      }),
    ).rejects.toThrow('FOREIGN KEY')
    await database.close()
    expect(sessionsOf()).toEqual(['s1', 's2'])
  })

  it('first sets aside a copy of a file that holds data, and says where', async () => {
    await filledFile()
    const sentences: string[] = []
    const migrations = folderWithOneMore('sqlite', '0001_more', [
      'create table more (id text);',
      'delete from sessions;',
    ])
    await (await openDatabase(file, { migrations, notice: (sentence) => sentences.push(sentence) })).close()
    const copy = `${file}.before-0001_more`
    expect(sentences).toEqual([expect.stringContaining(copy)])
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(sessionsOf(copy)).toEqual(['s1', 's2'])
    expect(tablesOf(copy)).not.toContain('more')
    expect([sessionsOf(), tablesOf().includes('more')]).toEqual([[], true])
  })

  it('leaves nothing half done when a statement fails, and can be started again', async () => {
    await filledFile()
    const before = tablesOf()
    const failing = folderWithOneMore('sqlite', '0001_failing', [
      'create table more (id text);',
      'delete from sessions;',
      'insert into nowhere values (1);',
    ])
    await expect(openDatabase(file, { migrations: failing })).rejects.toThrow('nowhere')
    expect([tablesOf(), sessionsOf()]).toEqual([before, ['s1', 's2']])
    const repaired = folderWithOneMore('sqlite', '0001_failing', ['create table more (id text);'])
    await (await openDatabase(file, { migrations: repaired })).close()
    expect(tablesOf()).toContain('more')
  })

  it('refuses a migration that would leave rows pointing nowhere', async () => {
    await filledFile()
    const migrations = folderWithOneMore('sqlite', '0001_broken', ['delete from people;'])
    await expect(openDatabase(file, { migrations })).rejects.toThrow('point nowhere, in: sessions')
    expect(withFile((client) => client.prepare('select id from people').pluck().all())).toEqual(['ann'])
  })

  it('refuses a database that a newer version has changed, naming what it does not know', async () => {
    await filledFile()
    const migrations = folderWithOneMore('sqlite', '0001_more', ['create table more (id text);'])
    await (await openDatabase(file, { migrations })).close()
    const opening = openDatabase(file)
    await expect(opening).rejects.toThrow(NewerDatabaseError)
    await expect(opening).rejects.toThrow(/changed by a newer version of this program \(0001_more\)/)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
})
