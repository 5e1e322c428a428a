import { Worker } from 'node:worker_threads'
import { failExport, releaseExport, takeExport } from '#db/queries/export-jobs.server.ts'
import type { Program } from '../../context.server.ts'
import type { ExportWork } from './export-worker.server.ts'
import { sweepExports } from './sweep-exports.server.ts'

type Parts = Pick<Program, 'database' | 'environment' | 'log' | 'now'>

/** How often somebody may have asked for one, in milliseconds. */
const lookEvery = 1_000
/** After how long without a sign of life its process is taken for dead. */
const patience = 20_000
/** How often files are looked through that should be gone. */
const sweepEvery = 300_000

/**
 * Makes the exports that are asked for, one at a time, each in a thread of its own; also those that a process which
 * died left behind. Deletes what is over. `stop` gives back what is under way.
 */
export function runExports(parts: Parts): { stop: () => Promise<void> } {
  let [stopping, sweptAt] = [false, 0]
  // On SQLite there is one process: whatever was made before it began is made by nobody any more.
  const began = parts.database.engine === 'sqlite' ? parts.now().getTime() : 0
  let present: { id: string; worker: Worker } | null = null
  let working: Promise<void> = Promise.resolve()
  const work = async () => {
    const at = parts.now()
    if (Date.now() - sweptAt >= sweepEvery) {
      sweptAt = Date.now()
      await sweepExports(parts)
    }
    const job = await takeExport(parts.database, at, new Date(Math.max(at.getTime() - patience, began)))
    if (!job) return
    if (stopping) {
      await releaseExport(parts.database, job.id)
      return
    }
    const { databaseUrl, exportsDirectory: folder } = parts.environment
    const worker = startWorker({ databaseUrl, folder, job })
    present = { id: job.id, worker }
    await ended(parts, worker, job.id, () => stopping)
    present = null
  }
  let timer: NodeJS.Timeout | undefined
  const next = () => {
    working = work()
      .catch((error: unknown) => parts.log.error({ err: error }, 'making exports failed'))
      .finally(() => {
        if (!stopping) timer = setTimeout(next, lookEvery)
      })
  }
  next()
  return {
    stop: async () => {
      stopping = true
      clearTimeout(timer)
      const { id, worker } = present ?? {}
      await worker?.terminate()
      await working
      if (id !== undefined) await releaseExport(parts.database, id)
    },
  }
}

function startWorker(work: ExportWork): Worker {
  return new Worker(new URL('./export-worker-start.js', import.meta.url), { workerData: work })
}

/** Resolves once the thread has ended; what went wrong in it is logged, and its job failed. */
function ended(
  { database, log, now }: Parts,
  worker: Worker,
  jobId: string,
  isStopping: () => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let fault: unknown = null
    worker.on('message', (outcome: unknown) => log.info({ export: jobId, outcome }, 'an export ended'))
    worker.on('error', (error) => (fault = error))
    worker.on('exit', (status) => {
      if (isStopping() || (fault === null && status === 0)) {
        resolve()
        return
      }
      log.error({ export: jobId, err: fault, status }, 'an export failed')
      const sentence = 'It could not be made. Ask again; if that doesn’t help, tell whoever runs this site.'
      failExport(database, jobId, sentence, now()).then(() => resolve(), reject)
    })
  })
}
