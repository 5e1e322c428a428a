import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../scripts/support/browser.js'
import type { Installation } from './installation.ts'
import { spreadOf } from './statistics.ts'
import type { Row } from './table.ts'

const client = fileURLToPath(new URL('../build/client', import.meta.url))

/** What a page makes a browser load, gzipped, beside what a page without any content of its own does. */
export async function measurePageWeights(installation: Installation): Promise<Row[]> {
  const executablePath = await findBrowser()
  if (!executablePath) {
    process.stderr.write('No Chromium here: what pages load was not measured. CHROMIUM names one.\n')
    return []
  }
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    return await measure(browser, installation)
  } finally {
    await browser.close()
  }
}

async function measure(browser: Browser, installation: Installation): Promise<Row[]> {
  const { answering, final, reconciling, version } = installation
  const domain = version.questionnaire.domains[1]?.id ?? ''
  // A page that isn't there has the frame of all pages and nothing in it.
  const empty = await loadedBy(browser, installation, '/a-page-with-nothing-in-it')
  const pages = [
    ['a domain’s page', `/assessments/${answering}/domains/${domain}`, '≤ 120'],
    ['the results page', `/assessments/${final}/results`, ''],
    ['the page of differences', `/assessments/${reconciling}/differences`, '≤ 120'],
  ] as const
  const rows: Row[] = []
  for (const [what, path, aim] of pages) {
    const loaded = await loadedBy(browser, installation, path)
    rows.push(weight(`JavaScript that ${what} loads`, loaded.js, empty.js, aim))
    rows.push(weight(`CSS that ${what} loads`, loaded.css, empty.css, '≤ 30'))
  }
  return rows
}

function weight(what: string, bytes: number, floor: number, aim: string): Row {
  const figure = (size: number) => spreadOf([size / 1000])
  return {
    what,
    unit: 'kB, gzipped',
    figure: figure(bytes),
    floor: { what: 'an empty route', figure: figure(floor) },
    ...(aim && { aim }),
  }
}

/** Bytes of all scripts and style sheets that a browser asked for until the network was quiet. */
async function loadedBy(browser: Browser, { origin, cookie }: Installation, path: string) {
  const context = await browser.newContext()
  const cookies = cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  const files = new Set<string>()
  page.on('request', (request) => {
    if (/\.(js|css)$/.test(new URL(request.url()).pathname)) files.add(new URL(request.url()).pathname)
  })
  await page.goto(origin + path)
  // Live updates keep a connection open, so that the network never is wholly quiet.
  await page.waitForLoadState('load')
  await page.waitForTimeout(1500)
  await context.close()
  const sum = (kind: string) =>
    [...files]
      .filter((file) => file.endsWith(kind))
      .reduce((bytes, file) => bytes + gzipSync(readFileSync(client + file)).length, 0)
  return { js: sum('.js'), css: sum('.css') }
}
