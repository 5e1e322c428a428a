import type { RequestHandler } from 'express'
import type { Program } from '../context.server.ts'

/** Answers whether the program works, after really reading from its database; 503 where it can't. */
export function health({ database, catalog, log }: Program): RequestHandler {
  return (_request, response) => {
    const questionnaires = new Set(catalog.versions.map(({ questionnaire }) => questionnaire.slug)).size
    response.set('Cache-Control', 'no-store')
    database.ping().then(
      () => response.json({ status: 'ok', database: database.engine, questionnaires }),
      (error: unknown) => {
        log.error({ err: error }, 'the database does not answer')
        response.status(503).json({ status: 'unavailable', database: database.engine, questionnaires })
      },
    )
  }
}
