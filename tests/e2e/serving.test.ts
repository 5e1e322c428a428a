import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from './support/accessibility.ts'
import { startInVain } from './support/app.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()

/** Announces a body of so many bytes and tells what is answered before any of it is sent. */
function announce(bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Length': String(bytes), 'Content-Type': 'application/x-www-form-urlencoded' }
    const sending = request(`${site.app.origin}/sign-in`, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode ?? 0)
      sending.destroy()
    })
    sending.on('error', reject)
    sending.flushHeaders()
  })
}

describe('the built program', () => {
  it('says that it is well after touching its database', async () => {
    const answer = await site.app.fetch('/health')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ status: 'ok', database: 'sqlite' })
  })

  it('shows the welcome page, readable for everyone, on a wide screen and a narrow one', async () => {
    const { page } = await site.visit('/')
    expect(await page.title()).not.toBe('')
    expect(await page.locator('h1').count()).toBe(1)
    await expectAccessible(page)
  })

  it('lets no page load or run anything foreign', async () => {
    const { headers } = await site.app.fetch('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']{20,}'/)
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('gives every answer a nonce of its own', async () => {
    const policies = await Promise.all([1, 2].map(async () => (await site.app.fetch('/')).headers))
    const [first, second] = policies.map((headers) => headers.get('content-security-policy'))
    expect(first).not.toBe(second)
  })

  it('keeps hashed files for a year and compresses them', async () => {
    const page = await (await site.app.fetch('/')).text()
    const asset = /\/assets\/[\w-]+\.css/.exec(page)?.[0]
    expect(asset).toBeDefined()
    const { headers } = await site.app.fetch(asset ?? '', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-encoding')).toBe('gzip')
  })

  it('refuses a body that is too large before reading it', async () => {
    expect(await announce(20_000_000)).toBe(413)
  })

  it('refuses what another site sends', async () => {
    const answer = await site.app.fetch('/sign-in', {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ intent: 'sign-in' }),
    })
    expect(answer.status).toBe(403)
  })

  it('answers a page that does not exist with 404', async () => {
    expect((await site.app.fetch('/no-such-page')).status).toBe(404)
  })

  it('says in one sentence that its port is in use, and ends', async () => {
    const { port } = new URL(site.app.origin)
    expect(await startInVain({ PORT: port })).toEqual({
      status: 1,
      printed: `Port ${port} is in use by another program. Stop that one, or set PORT to another port.\n`,
    })
    expect((await site.app.fetch('/health')).status).toBe(200)
  })

  it(
    'finishes and ends by itself when asked to stop, and serves again after',
    { timeout: 300_000 },
    async () => {
      expect(await site.app.stop()).toBe(0)
      await site.app.start()
      expect((await site.app.fetch('/health')).status).toBe(200)
      await site.app.killAndRestart()
      expect((await site.app.fetch('/health')).status).toBe(200)
    },
  )
})
