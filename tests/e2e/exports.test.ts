import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkManifest } from '#app/exporting/check-manifest.server.ts'
import { untilPath } from './support/pages.ts'
import { fetchAs, newPerson, type Person } from './support/people.ts'
import { newPortfolio } from './support/portfolio.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
const serverGone = /ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE_CHUNKED|NETWORK_CHANGED|SOCKET)/
const patience = 60_000
let casey: Person
let path = ''

beforeAll(async () => {
  casey = await newPerson(site.app, 'Casey Marsh')
  path = `/organizations/${await newPortfolio(site.app, casey, 400)}/exports`
}, 120_000)

describe('an export', () => {
  it(
    'is asked for, shows how far it is, outlives a killed server, and arrives whole in parts',
    { timeout: 180_000 },
    async () => {
      const { page, problems } = await site.visit(path, casey.signedIn)
      problems.expect(serverGone)
      await page.getByText('XLSX, for Excel').click()
      await page.getByRole('button', { name: 'Make the export' }).click()
      await page.getByText(/[1-9][\d,]* of [\d,]+ assessments written/).waitFor({ timeout: patience })
      await site.app.killAndRestart()
      await page.getByRole('link', { name: 'manifest.json' }).waitFor({ timeout: patience })

      const folder = mkdtempSync(join(tmpdir(), 'pmhc-download-'))
      try {
        for (const link of await page
          .getByRole('list', { name: /^Files of/ })
          .getByRole('link')
          .all()) {
          const file = (await link.getAttribute('href')) ?? ''
          const first = await fetchAs(site.app, casey, file, { headers: { Range: 'bytes=0-999' } })
          const [etag, start] = [first.headers.get('etag') ?? '', Buffer.from(await first.arrayBuffer())]
          const headers = { Range: `bytes=${start.length}-`, 'If-Range': etag }
          const rest = await fetchAs(site.app, casey, file, { headers })
          const whole =
            rest.status === 206 ? Buffer.concat([start, Buffer.from(await rest.arrayBuffer())]) : start
          expect(etag).toBe(`"${createHash('sha256').update(whole).digest('hex')}"`)
          writeFileSync(join(folder, (await link.textContent()) ?? ''), whole)
        }
        expect((await checkManifest(folder)).status).toBe('valid')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )

  it('is asked for and cancelled without JavaScript', { timeout: 60_000 }, async () => {
    const { page } = await site.visit(path, { ...casey.signedIn, javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Make the export' }).click()
    await page.getByText('The export is being made.').waitFor()
    await page.getByRole('link', { name: 'See how far it is' }).click()
    await page.getByRole('button', { name: /^Cancel/ }).click()
    await untilPath(page, new RegExp(`^${path}`))
    await page.getByText('Cancelled.').first().waitFor()
  })
})
