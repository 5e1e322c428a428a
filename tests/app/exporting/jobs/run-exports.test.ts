import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it, onTestFinished, vi } from 'vitest'
import { readEnvironment } from '#app/env.server.ts'
import { checkManifest } from '#app/exporting/check-manifest.server.ts'
import { runExports } from '#app/exporting/jobs/run-exports.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { cancelExport, findExport } from '#db/queries/export-jobs.server.ts'
import { minute } from '#tests/support/database-builders.ts'
import { addPortfolio, ask, folderForTest } from '#tests/support/export-world.ts'
import { addEnrolled, addFinal } from '#tests/support/shared-builders.ts'

async function world() {
  const folder = folderForTest()
  const databaseUrl = `file:${join(folder, 'pmhc.sqlite')}`
  const database = await openDatabase(databaseUrl)
  onTestFinished(() => database.close())
  const asking = { ...(await addPortfolio(database)), at: new Date() }
  const environment = readEnvironment({ NODE_ENV: 'test', DATABASE_URL: databaseUrl })
  const parts = { database, environment, log: pino({ level: 'silent' }), now: () => new Date() }
  const statusOf = async (id: string) => (await findExport(database, 'program', id))?.status
  const becomes = (id: string, status: string) =>
    vi.waitFor(async () => expect(await statusOf(id)).toBe(status), { timeout: 20_000, interval: 50 })
  return { database, asking, parts, becomes, folder: environment.exportsDirectory }
}

it('makes what is asked for in a thread of its own, one after the other', async () => {
  const { database, asking, parts, becomes, folder } = await world()
  const [first, second] = [await ask(database, asking), await ask(database, asking, 'xlsx')]
  const running = runExports(parts)
  onTestFinished(() => running.stop())
  await becomes(first, 'ready')
  await becomes(second, 'ready')
  for (const id of [first, second]) expect((await checkManifest(join(folder, id))).status).toBe('valid')
})

it('gives back what is under way when it stops, and the next process makes it', async () => {
  const { database, asking, parts, becomes } = await world()
  for (let number = 0; number < 150; number++) {
    const agencyId = `more-${number}`
    await addEnrolled(database, 'program', { id: agencyId, shares: 'answers', by: asking.by, at: minute(0) })
    await addFinal(database, { id: `${agencyId}-1`, agencyId, by: asking.by, at: minute(0) })
  }
  const id = await ask(database, asking)
  const running = runExports(parts)
  await becomes(id, 'running')
  await running.stop()
  expect(['waiting', 'ready']).toContain((await findExport(database, 'program', id))?.status)
  const again = runExports(parts)
  onTestFinished(() => again.stop())
  await becomes(id, 'ready')
  expect(await cancelExport(database, { organizationId: 'program', id, at: new Date() })).toBe(false)
})
