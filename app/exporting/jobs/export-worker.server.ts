import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/database.server.ts'
import type { ExportJob, HeldExport } from '#db/queries/export-jobs.server.ts'
import { makeExport } from './make-export.server.ts'

/** What the thread is started with. */
export interface ExportWork {
  databaseUrl: string
  folder: string
  job: ExportJob & HeldExport
}

/** A thread of its own with its own connection: what is saved meanwhile doesn't wait for it. */
const { databaseUrl, folder, job } = workerData as ExportWork
const database = await openDatabase(databaseUrl)
try {
  parentPort?.postMessage(await makeExport({ database, job, folder, now: () => new Date() }))
} finally {
  await database.close()
}
