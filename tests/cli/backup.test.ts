import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '#db/database.server.ts'
import { findPerson } from '#db/queries/people.server.ts'
import { addPerson } from '#tests/support/database-builders.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const file = files.path('kept.sqlite')
const backup = files.path('monday.sqlite')
const DATABASE_URL = `file:${file}`

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(DATABASE_URL)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const isThere = (id: string) =>
  withDatabase(async (database) => (await findPerson(database, id)) !== undefined)

describe('pmhc backup and pmhc restore', () => {
  it('copies a database while it is open elsewhere, and puts the copy back', async () => {
    await withDatabase(async (database) => {
      await addPerson(database, 'Ann')
      const { status, stdout, stderr } = await pmhc(['backup', backup], { DATABASE_URL })
      expect(stderr).toContain(backup)
      expect(status).toBe(0)
      const copy = JSON.parse(stdout) as { file: string; bytes: number }
      expect(copy.file).toBe(backup)
      expect(copy.bytes).toBeGreaterThan(10_000)
      await addPerson(database, 'Bob')
    })
    const { status, stdout } = await pmhc(['restore', backup], { DATABASE_URL })
    expect(status).toBe(0)
    const { setAside } = JSON.parse(stdout) as { setAside: string }
    expect(existsSync(setAside)).toBe(true)
    expect([await isThere('ann'), await isThere('bob')]).toEqual([true, false])
  })

  it('never writes over a file', async () => {
    writeFileSync(files.path('there.sqlite'), 'mine')
    const { status, stdout, stderr } = await pmhc(['backup', files.path('there.sqlite')], { DATABASE_URL })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('There is already a file')
  })

  it('restores nothing that is no backup', async () => {
    const wrong = files.write('wrong.sqlite', 'not a database')
    const { status, stderr } = await pmhc(['restore', wrong], { DATABASE_URL })
    expect(status).toBe(1)
    expect(stderr).toContain('wrong.sqlite')
    expect(await isThere('ann')).toBe(true)
  })

  it('names the tool to use for PostgreSQL', async () => {
    const outcome = await pmhc(['backup', backup], { DATABASE_URL: 'postgres://db.example/pmhc' })
    expect(outcome.status).toBe(1)
    expect(outcome.stderr).toContain('pg_dump')
  })
})
