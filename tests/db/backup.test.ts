import SqliteClient from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDatabase, restoreDatabase } from '#db/backup.server.ts'
import { DatabaseFileError } from '#db/check-sqlite-file.server.ts'
import { openDatabase, type Database } from '#db/database.server.ts'
import { NewerDatabaseError } from '#db/migrations.server.ts'
import { findPerson } from '#db/queries/people.server.ts'
import { addAnswering, addPerson, minute } from '#tests/support/database-builders.ts'
import { savesIn } from '#tests/support/saves-in.ts'
import { startSaving } from '#tests/support/start-saving.ts'

let folder: string
let file: string
let backup: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pmhc-backup-'))
  file = path.join(folder, 'pmhc.sqlite')
  backup = path.join(folder, 'backups', 'monday.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(file)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const names = () =>
  withDatabase(async (database) => [
    (await findPerson(database, 'ann'))?.name,
    (await findPerson(database, 'bob'))?.name,
  ])

/** A backup with Ann, and a database with Ann and Bob. */
async function addBackup() {
  await withDatabase((database) => addPerson(database, 'Ann'))
  await backupDatabase(`file:${file}`, backup)
  await withDatabase((database) => addPerson(database, 'Bob'))
}

describe('backing up and restoring under load', { timeout: 180_000 }, () => {
  it('has every save that was acknowledged before it began, and brings it back', async () => {
    const { assessmentId, bob } = await withDatabase(addAnswering)
    const saving = startSaving(file, assessmentId, bob, 0)
    try {
      await saving.until(20)
      const before = [...saving.acknowledged]
      await backupDatabase(`file:${file}`, backup)
      await saving.until(before.length + 20)
      await expect(restoreDatabase(backup, file, minute(0))).rejects.toThrow('is in use. Stop the program')
      await saving.until(saving.acknowledged.length + 10)
      await saving.kill()
      const kept = await savesIn(file, assessmentId)
      expect([...kept]).toEqual(expect.arrayContaining([...saving.acknowledged]))

      const { setAside } = await restoreDatabase(backup, file, minute(0))
      const restored = await savesIn(file, assessmentId)
      expect([...restored]).toEqual(expect.arrayContaining(before))
      expect(restored.size).toBeLessThan(kept.size)
      expect(await savesIn(setAside ?? '', assessmentId)).toEqual(kept)
    } finally {
      await saving.kill()
    }
  })
})

describe('backupDatabase', () => {
  it('makes one file that only its owner can read', async () => {
    await addBackup()
    expect(readdirSync(path.dirname(backup))).toEqual(['monday.sqlite'])
    expect(statSync(backup).mode & 0o777).toBe(0o600)
  })

  it('never writes over a file, and leaves nothing where there is no database', async () => {
    await addBackup()
    await expect(backupDatabase(file, backup)).rejects.toThrow('There is already a file')
    const other = path.join(folder, 'other.sqlite')
    await expect(backupDatabase(path.join(folder, 'none'), other)).rejects.toThrow('There is no file')
    writeFileSync(path.join(folder, 'text'), 'not a database, but long enough to be read as one'.repeat(99))
    await expect(backupDatabase(path.join(folder, 'text'), other)).rejects.toThrow(DatabaseFileError)
    expect(readdirSync(folder).filter((name) => name.startsWith('other'))).toEqual([])
  })

  it('points to PostgreSQL’s own tools', async () => {
    const url = 'postgres://pmhc:secret@db.example.org/pmhc'
    await expect(backupDatabase(url, backup)).rejects.toThrow('pg_dump --format=custom')
    await expect(restoreDatabase(backup, url, minute(0))).rejects.toThrow('pg_restore')
  })
})

describe('restoreDatabase', () => {
  it('brings back what was, and sets aside what is', async () => {
    await addBackup()
    const { setAside } = await restoreDatabase(backup, `file:${file}`, minute(0))
    expect(await names()).toEqual(['Ann', undefined])
    expect(setAside).toBe(`${file}.before-restore-2025-03-01T12-00-00-000Z`)
    copyFileSync(setAside ?? '', file)
    expect(await names()).toEqual(['Ann', 'Bob'])
  })

  it('needs no database to be there, and replaces one that is damaged, keeping its pieces', async () => {
    await addBackup()
    truncateSync(file, 5000)
    writeFileSync(`${file}-wal`, 'a log of the damaged one')
    const { setAside } = await restoreDatabase(backup, file, minute(0))
    expect(await names()).toEqual(['Ann', undefined])
    expect(statSync(setAside ?? '').size).toBe(5000)
    rmSync(file)
    expect(await restoreDatabase(backup, file, minute(1))).toEqual({ file, setAside: null })
    expect(await names()).toEqual(['Ann', undefined])
  })

  it('does not take the log of the one that it replaces for its own', async () => {
    await addBackup()
    const log = await withDatabase(async (database) => {
      await addPerson(database, 'Cleo')
      return readFileSync(`${file}-wal`)
    })
    writeFileSync(file, 'damaged')
    writeFileSync(`${file}-wal`, log)
    const { setAside } = await restoreDatabase(backup, file, minute(0))
    expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([
      `${path.basename(setAside ?? '')}-wal`,
    ])
    expect(await names()).toEqual(['Ann', undefined])
    await withDatabase(async (database) => expect(await findPerson(database, 'cleo')).toBeUndefined())
  })

  it('refuses a copy that is damaged, of something else, or of a newer version, and changes nothing', async () => {
    await addBackup()
    const present = readFileSync(file)
    const copyWith = (name: string, change: (copy: string) => void) => {
      const copy = path.join(folder, name)
      copyFileSync(backup, copy)
      change(copy)
      return copy
    }
    const sqlIn = (copy: string, statements: string) => new SqliteClient(copy).exec(statements).close()
    const cut = copyWith('cut', (copy) => truncateSync(copy, statSync(copy).size - 4096 * 3))
    const pointing = copyWith('pointing', (copy) =>
      sqlIn(copy, "pragma foreign_keys = off; insert into members values ('none', 'none', 'viewer', 0)"),
    )
    const newer = copyWith('newer', (copy) => sqlIn(copy, "insert into migrations values ('9999_later', 0)"))
    const foreign = copyWith('foreign', (copy) => {
      rmSync(copy)
      sqlIn(copy, 'create table notes (text)')
    })
    const text = copyWith('text', (copy) => writeFileSync(copy, 'hello'))
    for (const copy of [cut, pointing, foreign, text, path.join(folder, 'none')]) {
      await expect(restoreDatabase(copy, file, minute(0)), copy).rejects.toThrow(DatabaseFileError)
    }
    await expect(restoreDatabase(newer, file, minute(0))).rejects.toThrow(NewerDatabaseError)
    expect(readFileSync(file).equals(present)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.startsWith('pmhc.sqlite'))).toEqual(['pmhc.sqlite'])
    expect(existsSync(`${file}.part`)).toBe(false)
  })
})
