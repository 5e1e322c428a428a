import SqliteClient from 'better-sqlite3'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkStep, Refused, type Orm, type Outcome, type Step } from './statement.ts'

/** The file that a database URL means: `file:data/pmhc.sqlite`, a file URL, a path, or `:memory:`. */
export function sqliteFile(url: string): string {
  if (url === 'sqlite::memory:' || url === ':memory:') return ':memory:'
  if (url.startsWith('file:///')) return fileURLToPath(url)
  return path.resolve(url.replace(/^file:/, ''))
}

/**
 * Opens a SQLite file, making it and its folder if need be, readable by its owner alone. With synchronous
 * FULL a commit returns only when the disk has it.
 */
export function openSqliteClient(file: string): SqliteClient.Database {
  const isNew = file !== ':memory:' && !existsSync(file)
  if (isNew) mkdirSync(path.dirname(file), { recursive: true })
  const client = new SqliteClient(file, { timeout: 10_000 })
  if (isNew) chmodSync(file, 0o600)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  // What was redacted or deleted is overwritten, not only unlinked.
  client.pragma('secure_delete = ON')
  return client
}

/**
 * Runs steps in one synchronous transaction: an asynchronous callback would let better-sqlite3 commit
 * before the writes are made. It takes the write lock at once, so that waiting for another process happens
 * before anything was read.
 */
export function transactSqlite(
  client: SqliteClient.Database,
  orm: Orm,
  steps: readonly Step[],
): Outcome<unknown[]> {
  const runSteps = () => steps.map((step, at) => checkStep(step, step(orm).prepare().execute().sync(), at))
  try {
    return { status: 'written', results: client.transaction(runSteps).immediate() }
  } catch (error) {
    if (error instanceof Refused) return { status: 'refused', at: error.at }
    throw error
  }
}
