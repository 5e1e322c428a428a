import { once } from 'node:events'
import { request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readOnlyApi } from '#app/http/read-only-api.server.ts'

let server: Server

beforeAll(async () => {
  const app = express().use('/api', readOnlyApi())
  app.all('*', (_request, response) => void response.send('passed on'))
  server = app.listen(0)
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
})

async function send(method: string, path: string) {
  const { port } = server.address() as AddressInfo
  // Not fetch: it would mend paths and refuse methods.
  const sent = request({ port, method, path }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() }
}

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  'refuses %s everywhere in the API and says what it takes',
  async (method) => {
    const { status, headers, body } = await send(method, '/api/v1/organization')
    expect([status, headers.allow, headers['content-type']]).toEqual([
      ...[405, 'GET, HEAD', 'application/problem+json; charset=utf-8'],
    ])
    expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status: 405 })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  },
)

it.each(['/api/v1/organization.data', '/api/v1.DATA', '/api/%E0%A4%A', '/API/%'])(
  'has nothing at %s',
  async (path) => {
    const { status, headers } = await send('GET', path)
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
  },
)

it('passes on whatever else is read, and everything outside of the API', async () => {
  expect((await send('GET', '/api/v1/agencies?search=a.data')).body).toBe('passed on')
  expect((await send('HEAD', '/api/v1')).status).toBe(200)
  expect((await send('POST', '/apiary')).body).toBe('passed on')
})
