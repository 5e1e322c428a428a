import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Program } from '../context.server.ts'
import { visitorOf } from '../visitor.server.ts'
import { bodyLimit, largestBodyAt } from './body-limit.server.ts'
import { health } from './health.server.ts'
import { readOnlyApi } from './read-only-api.server.ts'
import { requestLog } from './request-log.server.ts'
import { sameOrigin } from './same-origin.server.ts'
import { nonceForScripts, nonceOf, securityHeaders } from './security-headers.server.ts'

interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** What serves the browser's files: the built ones, or Vite in development. */
  assets: RequestHandler
}

/** Streams to a browser; compressing them would hold events back. */
const compressed: Parameters<typeof compression>[0] = {
  filter: (request, response) =>
    !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
    compression.filter(request, response),
}

/** The whole HTTP side: headers, limits, log, then Remix. */
export function createServer(program: Program, pages: Pages): Express {
  const { environment } = program
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', environment.trustProxy)
  app.use(nonceForScripts)
  app.use(
    securityHeaders({
      https: environment.origin.startsWith('https:'),
      development: environment.mode === 'development',
    }),
  )
  app.use(compression(compressed))
  app.use(pages.assets)
  app.use(requestLog(program.log))
  app.get('/health', health(program))
  app.get('/version', (_request, response) => {
    response.json({ version: program.version })
  })
  app.use('/api', readOnlyApi())
  app.use(sameOrigin(environment.origin))
  app.use(bodyLimit(largestBodyAt))
  const answer = createRequestHandler({
    build: pages.build,
    mode: environment.mode === 'development' ? 'development' : 'production',
    getLoadContext: (request, response) => ({
      ...program,
      nonce: nonceOf(response),
      clientAddress: request.ip ?? '',
      visitor: visitorOf(program, request.get('cookie')),
    }),
  })
  // It hands its errors to `next` itself.
  app.all('*', (request, response, next) => void answer(request, response, next))
  return app
}
