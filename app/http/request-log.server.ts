import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

const secretPath = /^\/(invitations|reset-password|confirm-email)\/[^/?]+/

/** The path without what follows "?", and without the secret of a link. */
function pathWithoutSecrets(url: string): string {
  const [path = ''] = url.split('?')
  return path.replace(secretPath, (_match, page: string) => `/${page}/…`)
}

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
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  })
}
