import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from './components/nonce.tsx'
import { pathWithoutSecrets } from './http/path-without-secrets.ts'

/** How long a page may take to render, in milliseconds. */
const patience = 5_000

/** Renders a page whole before sending it: nothing here is deferred, and an error still gets its status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answer = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={context.nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={patience} nonce={context.nonce} />
      </NonceProvider>,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          // Pages show answers: a shared computer's cache must not keep them.
          headers.set('Cache-Control', 'private, no-store')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }))
          pipe(body)
        },
        onShellError: (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
        onError(error: unknown) {
          answer = 500
          context.log.error({ err: error }, 'a page failed to render')
        },
      },
    )
    setTimeout(abort, patience + 1_000).unref()
  })
}

/** Unexpected errors go to the log, with the request's path and without its body. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (!request.signal.aborted)
    context.log.error(
      { err: error, path: pathWithoutSecrets(new URL(request.url).pathname) },
      'a request failed',
    )
}
