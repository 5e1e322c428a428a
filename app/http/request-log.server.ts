import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { errorForLog } from '#db/errors.server.ts'
import { pathWithoutSecrets } from './path-without-secrets.ts'

/** One line a request: method, path, status, time. No address, no name, no mail, no body, no cookie. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: () => randomUUID(),
    autoLogging: { ignore: (request) => /^\/(assets|health)\b/.test(request.url) },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: pathWithoutSecrets(request.url),
      }),
      err: ({ raw }: { raw: unknown }) => errorForLog(raw),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  })
}
