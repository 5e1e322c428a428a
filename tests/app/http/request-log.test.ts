import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pathWithoutSecrets } from '#app/http/path-without-secrets.ts'
import { requestLog } from '#app/http/request-log.server.ts'
import { openLog } from '#app/log.server.ts'

/** Asks for a path, and answers with what was logged of it. */
async function loggedOf(path: string, status: number): Promise<string> {
  let lines = ''
  const app = express()
  app.use(requestLog(openLog('info', { write: (text) => (lines += text) })))
  app.use((_request, response) => {
    if (status === 500)
      response.err = new Error('the values written', { cause: new Error('what the database said') })
    response.status(status).end()
  })
  await fetch(`${await listen(app)}${path}`)
  await expect.poll(() => lines).toContain('\n')
  return lines
}

async function listen(app: RequestListener): Promise<string> {
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

describe('a line of the log', () => {
  test('says the path and the status of a request, without what follows "?"', async () => {
    const line = await loggedOf('/sign-in?to=%2Fassessments', 200)
    expect(JSON.parse(line)).toMatchObject({ req: { method: 'GET', path: '/sign-in' }, res: { status: 200 } })
    expect(line).not.toContain('assessments')
  })

  test('says of an error only what lies at its ground', async () => {
    const line = await loggedOf('/', 500)
    expect(line).toContain('what the database said')
    expect(line).not.toContain('the values written')
  })
})

describe('pathWithoutSecrets', () => {
  test.each([
    ['/partnerships/s3cret', '/partnerships/…'],
    ['/partnerships/s3cret.data?index', '/partnerships/…'],
    ['/invitations/s3cret', '/invitations/…'],
    ['/reset-password/s3cret', '/reset-password/…'],
    ['/confirm-email/s3cret?to=/', '/confirm-email/…'],
    ['/organizations/abc/partnerships', '/organizations/abc/partnerships'],
  ])('%s is logged as %s', (url, logged) => expect(pathWithoutSecrets(url)).toBe(logged))
})
