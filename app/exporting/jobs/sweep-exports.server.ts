import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failExport, forgetExports, listKeptExports } from '#db/queries/export-jobs.server.ts'
import type { Program } from '../../context.server.ts'
import { jobOfEntry } from './export-places.ts'
import { mayStillBeHad, noLongerShared } from './may-still-be-had.server.ts'

type Parts = Pick<Program, 'database' | 'environment' | 'now'>

/** Deletes the files of exports whose day is over, that were cancelled, or that hold what is no longer shared. */
export async function sweepExports({ database, environment, now }: Parts): Promise<void> {
  const folder = environment.exportsDirectory
  // What lies there is looked at first: what comes after it isn't deleted.
  const entries = await readdir(folder).catch(() => [])
  await forgetExports(database, now())
  const wanted = new Set<string>()
  for (const job of await listKeptExports(database)) {
    if (job.status === 'waiting' || job.status === 'running') wanted.add(job.id)
    if (job.status !== 'ready') continue
    if (await mayStillBeHad(database, folder, job)) wanted.add(job.id)
    else await failExport(database, job.id, noLongerShared, now())
  }
  for (const name of entries) {
    const job = jobOfEntry(name)
    if (job !== null && !wanted.has(job)) await rm(join(folder, name), { recursive: true, force: true })
  }
}
