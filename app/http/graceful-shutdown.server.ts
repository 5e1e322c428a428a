import type { Server } from 'node:http'
import type { Program } from '../context.server.ts'

/** How long requests under way may take to finish, in milliseconds. */
const patience = 10_000

/** On SIGTERM or SIGINT: takes no new requests, finishes those under way, closes the database, ends. */
export function shutDownGracefully(server: Server, program: Program): void {
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
      void Promise.allSettled([program.mailer.stop()])
        .then(() => program.database.close())
        .then(() => program.log.info('stopped'))
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
