import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { addAnswering } from '#tests/support/database-builders.ts'
import { startSaving } from '#tests/support/start-saving.ts'
import { savesIn } from '#tests/support/saves-in.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pmhc-durability-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const slowly = { timeout: 180_000 }

it(
  'every save that was acknowledged is there after the process was killed at any moment',
  slowly,
  async () => {
    const file = path.join(folder, 'pmhc.sqlite')
    const database = await openDatabase(file)
    const { assessmentId, bob } = await addAnswering(database)
    await database.close()
    const acknowledged: string[] = []
    for (let run = 0; run < 3; run++) {
      const saving = startSaving(file, assessmentId, bob, run)
      try {
        await saving.until(1)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
      } finally {
        await saving.kill()
      }
      acknowledged.push(...saving.acknowledged)
      const kept = await savesIn(file, assessmentId)
      expect([...kept]).toEqual(expect.arrayContaining(acknowledged))
    }
    expect(acknowledged.length).toBeGreaterThan(4)
  },
)
