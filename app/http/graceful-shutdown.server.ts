import type { Server } from 'node:http'
import type { Program } from '../context.server.ts'

/** How long requests under way may take to finish, in milliseconds. */
const patience = 10_000

/** What goes on beside the requests and the mail. */
interface Worker {
  stop: () => Promise<void>
}

/** On SIGTERM or SIGINT: takes no new requests, finishes what is under way, closes the database, ends. */
export function shutDownGracefully(server: Server, program: Program, workers: readonly Worker[] = []): void {
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    program.log.info({ signal }, 'stopping: finishing what is under way')
    program.live.closeAll()
    const tooLong = setTimeout(() => server.closeAllConnections(), patience)
    // A connection that is done with its request would be used for the next, by a page that wants its stream back.
    const done = setInterval(() => server.closeIdleConnections(), 100)
    server.close(() => {
      clearTimeout(tooLong)
      clearInterval(done)
      void Promise.allSettled([program.mailer, ...workers].map((worker) => worker.stop()))
        .then(() => program.database.close())
        .then(() => program.log.info('stopped'))
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
