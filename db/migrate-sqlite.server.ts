import SqliteClient from 'better-sqlite3'
import { chmodSync, rmSync } from 'node:fs'
import { replaceFile } from './files.server.ts'
import { pendingMigrations, type Migration } from './migrations.server.ts'

/**
 * Brings a SQLite database up to date in one transaction. A file that holds data is first copied to
 * `<file>.before-<migration>`, while nobody else can write to it. Throws without having changed anything if
 * a statement fails, if a foreign key would point nowhere, or if the database is newer than the program.
 *
 * Foreign keys are off meanwhile: drizzle-kit rebuilds a table by dropping it, and inside a transaction
 * `PRAGMA foreign_keys` does nothing, so that the pragma in its files comes too late.
 */
export function migrateSqlite(
  client: SqliteClient.Database,
  known: Migration[],
  notice: (sentence: string) => void,
): void {
  if (pendingMigrations(known, appliedMigrations(client), client.name).length === 0) return
  client.pragma('foreign_keys = OFF')
  try {
    client.transaction(() => migrateInside(client, known, notice)).immediate()
  } finally {
    client.pragma('foreign_keys = ON')
  }
}

/** The names of the migrations that a SQLite database has had, oldest first. */
export function appliedMigrations(client: SqliteClient.Database): string[] {
  const table = client
    .prepare("select 1 from sqlite_master where type = 'table' and name = 'migrations'")
    .get()
  if (table === undefined) return []
  return client.prepare<[], string>('select name from migrations order by rowid').pluck().all()
}

function migrateInside(
  client: SqliteClient.Database,
  known: Migration[],
  notice: (sentence: string) => void,
) {
  const applied = appliedMigrations(client)
  const [first, ...rest] = pendingMigrations(known, applied, client.name)
  if (!first) return
  if (applied.length > 0 && !client.memory) setAside(client.name, first.name, notice)
  client.exec(
    'create table if not exists migrations (name text not null unique, applied_at integer not null)',
  )
  for (const migration of [first, ...rest]) {
    for (const statement of migration.statements) client.exec(statement)
    client.prepare('insert into migrations values (?, ?)').run(migration.name, Date.now())
  }
  refuseBrokenKeys(client)
}

function refuseBrokenKeys(client: SqliteClient.Database) {
  const broken = client.prepare<[], { table: string }>('pragma foreign_key_check').all()
  if (broken.length === 0) return
  const tables = [...new Set(broken.map((row) => row.table))].join(', ')
  throw new Error(`A migration of ${client.name} would leave rows that point nowhere, in: ${tables}.`)
}

/** The writer's transaction is open and has changed nothing yet, so a reader sees what there was before it. */
function setAside(file: string, migration: string, notice: (sentence: string) => void) {
  const copy = `${file}.before-${migration}`
  rmSync(`${copy}.part`, { force: true })
  const reader = new SqliteClient(file, { readonly: true })
  try {
    reader.prepare('vacuum into ?').run(`${copy}.part`)
  } finally {
    reader.close()
  }
  chmodSync(`${copy}.part`, 0o600)
  replaceFile(`${copy}.part`, copy)
  notice(`Before the database ${file} is brought up to date, a copy of it was set aside as ${copy}.`)
}
