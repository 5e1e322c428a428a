import SqliteClient from 'better-sqlite3'
import { appliedMigrations } from './migrate-sqlite.server.ts'
import { migrationsFolder, pendingMigrations, readMigrations } from './migrations.server.ts'

/** A file can't be backed up or restored; the message says why to the person who asked for it. */
export class DatabaseFileError extends Error {}

/**
 * Checks that a file is a whole database of this program, and of no newer version: throws a
 * DatabaseFileError or a NewerDatabaseError otherwise. Leaves it as one file, without a log beside it.
 */
export function checkSqliteFile(file: string, shownAs: string): void {
  const client = new SqliteClient(file, { fileMustExist: true })
  try {
    refuseDamaged(client, shownAs)
    const applied = appliedMigrations(client)
    if (applied.length === 0) throw new DatabaseFileError(`${shownAs} is not a database of this program.`)
    pendingMigrations(readMigrations(migrationsFolder('sqlite')), applied, shownAs)
    client.pragma('journal_mode = DELETE')
  } catch (error) {
    throw error instanceof SqliteClient.SqliteError ? damaged(shownAs, error.message) : error
  } finally {
    client.close()
  }
}

function refuseDamaged(client: SqliteClient.Database, shownAs: string) {
  const faults = client.prepare<[], string>('pragma integrity_check').pluck().all()
  if (faults.length !== 1 || faults[0] !== 'ok') throw damaged(shownAs, faults.slice(0, 3).join('; '))
  const broken = client.prepare('pragma foreign_key_check').all()
  if (broken.length > 0) throw damaged(shownAs, `${broken.length} rows point nowhere`)
}

function damaged(shownAs: string, reason: string): DatabaseFileError {
  return new DatabaseFileError(`${shownAs} is not a whole SQLite database: ${reason}.`)
}
