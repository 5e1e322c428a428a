import { once } from 'node:events'
import { createServer, request as sendOn, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions } from 'playwright-core'
import { afterEach } from 'vitest'

/** One answer that a browser got: what was asked for, the status and the headers, and what has come of its body. */
export interface Received {
  readonly asked: string
  /** Of the status and headers, and of the body: a stream that has not ended goes on growing. */
  bytes(): string
}

/** What lies between one browser and the program, and keeps every byte that goes to the browser. */
export interface Recording {
  /** For `site.visit`. */
  readonly options: Pick<BrowserContextOptions, 'proxy'>
  /** All that the browser was sent so far, streams of events included. */
  received(): readonly Received[]
}

const sockets = new Set<() => Promise<void>>()

afterEach(async () => {
  const closing = [...sockets]
  sockets.clear()
  await Promise.all(closing.map((close) => close()))
})

/**
 * Listens until the test is over. A browser itself forgets the bodies of pages that it has left, and has none of
 * a stream before it ends; from here nothing is missing.
 */
export async function startRecording(): Promise<Recording> {
  const all: Received[] = []
  const server = createServer((request, response) => passOn(request, response, (one) => all.push(one)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  sockets.add(async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  })
  const { port } = server.address() as AddressInfo
  const proxy = { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' }
  return { options: { proxy }, received: () => all }
}

function passOn(request: IncomingMessage, response: ServerResponse, keep: (received: Received) => void) {
  const { method, url = '', headers } = request
  // What is sent without compression can be read here.
  const onward = sendOn(url, { method, headers: { ...headers, 'accept-encoding': 'identity' } }, (answer) => {
    const { statusCode = 502, rawHeaders } = answer
    const chunks: Buffer[] = [Buffer.from(`${statusCode} ${rawHeaders.join(' ')}\n`)]
    keep({ asked: `${method} ${url}`, bytes: () => Buffer.concat(chunks).toString('utf8') })
    response.writeHead(statusCode, rawHeaders)
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      response.write(chunk)
    })
    answer.on('end', () => response.end())
    answer.on('error', () => response.destroy())
  })
  onward.on('error', () => response.destroy())
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}
