import SqliteClient from 'better-sqlite3'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

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
  // Pages that every save touches are written back to the file less often: 32 MB of log instead of 4.
  client.pragma('wal_autocheckpoint = 8000')
  client.pragma('foreign_keys = ON')
  // What was redacted or deleted is overwritten, not only unlinked.
  client.pragma('secure_delete = ON')
  return client
}
