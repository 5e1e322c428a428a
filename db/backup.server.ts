import SqliteClient from 'better-sqlite3'
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { checkSqliteFile, DatabaseFileError } from './check-sqlite-file.server.ts'
import { replaceFile, syncPath } from './files.server.ts'
import { sqliteFile } from './sqlite.server.ts'

/**
 * Copies a SQLite database to a new file while it is in use, and checks the copy: whatever was acknowledged
 * before this was called is in it. Throws a DatabaseFileError, leaving nothing, if the file is already
 * there, if the database isn't, if the copy isn't whole, or on PostgreSQL, which has a tool of its own.
 */
export async function backupDatabase(url: string, file: string): Promise<{ file: string; bytes: number }> {
  refusePostgres(url, `pg_dump --format=custom --file=${file}`)
  const target = path.resolve(file)
  if (existsSync(target)) throw new DatabaseFileError(`There is already a file ${target}.`)
  mkdirSync(path.dirname(target), { recursive: true })
  await copyChecked(sqliteFile(url), `${target}.part`)
  replaceFile(`${target}.part`, target)
  return { file: target, bytes: statSync(target).size }
}

/**
 * Puts a copy that was made with backupDatabase in the place of the database, which is set aside beside it
 * first. The program must not be running. At any moment the database is the old one or the new one, whole.
 * Throws a DatabaseFileError or a NewerDatabaseError, having changed nothing, if the copy isn't whole, isn't
 * of this program or is of a newer version, or if the database is in use.
 */
export async function restoreDatabase(
  file: string,
  url: string,
  at: Date,
): Promise<{ file: string; setAside: string | null }> {
  refusePostgres(url, `pg_restore --clean --if-exists --dbname=DATABASE_URL ${file}`)
  const target = sqliteFile(url)
  mkdirSync(path.dirname(target), { recursive: true })
  await copyChecked(path.resolve(file), `${target}.part`)
  const aside = `${target}.before-restore-${at.toISOString().replace(/[:.]/g, '-')}`
  const setAside = putAside(target, aside)
  replaceFile(`${target}.part`, target)
  return { file: target, setAside }
}

function refusePostgres(url: string, command: string) {
  if (!/^postgres(ql)?:/.test(url)) return
  throw new DatabaseFileError(`This database is on PostgreSQL. Use its own tool: ${command}`)
}

/** Copies a database in one step: in several, each write by the running program would start it anew. */
async function copyChecked(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new DatabaseFileError(`There is no file ${from}.`)
  rmSync(to, { force: true })
  try {
    const source = new SqliteClient(from, { readonly: true })
    try {
      await source.backup(to, { progress: ({ totalPages }) => totalPages })
    } finally {
      source.close()
    }
    chmodSync(to, 0o600)
    checkSqliteFile(to, from)
  } catch (error) {
    rmSync(to, { force: true })
    if (!(error instanceof SqliteClient.SqliteError)) throw error
    throw new DatabaseFileError(`${from} could not be copied: ${error.message}.`)
  }
}

/** Gives the present database a second name, and moves away its log, which would be taken for the new one's. */
function putAside(target: string, aside: string): string | null {
  const isThere = existsSync(target)
  if (isThere) {
    settle(target)
    giveSecondName(target, aside)
  }
  for (const log of ['-wal', '-shm', '-journal']) {
    if (existsSync(`${target}${log}`)) renameSync(`${target}${log}`, `${aside}${log}`)
  }
  syncPath(path.dirname(target))
  return isThere ? aside : null
}

function giveSecondName(file: string, name: string) {
  try {
    linkSync(file, name)
  } catch {
    // Some file systems have no links.
    copyFileSync(file, name, constants.COPYFILE_EXCL)
    syncPath(name)
  }
}

/**
 * Moves what is in the database's log into the database, which works only while nobody else has it open. A
 * damaged one is left as it is: it may be what is to be replaced.
 */
function settle(target: string) {
  const client = new SqliteClient(target, { timeout: 1000 })
  try {
    client.pragma('journal_mode = DELETE')
  } catch (error) {
    if (error instanceof SqliteClient.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new DatabaseFileError(`The database ${target} is in use. Stop the program first.`)
    }
  } finally {
    client.close()
  }
}
