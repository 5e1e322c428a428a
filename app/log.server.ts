import { pino, type DestinationStream, type Logger } from 'pino'
import { errorForLog } from '#db/errors.server.ts'
import type { Environment } from './env.server.ts'

/**
 * The program's log: JSON lines on standard output. Errors go in as `err`, and come out without the values of
 * the statement that failed, which a database's error carries as text and as a property.
 */
export function openLog(level: Environment['logLevel'], stream?: DestinationStream): Logger {
  return pino({ level, serializers: { err: errorForLog } }, stream)
}
