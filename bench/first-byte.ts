import { Agent, get } from 'node:http'
import type { Extent } from './extent.ts'
import type { Installation } from './installation.ts'
import { percentile, spreadOf } from './statistics.ts'
import type { Row } from './table.ts'

/** How long a page takes until its first byte is there, beside `/health`, which touches the database too. */
export async function measureFirstBytes(installation: Installation, extent: Extent): Promise<Row[]> {
  const { answering, final, reconciling, few, many, version } = installation
  const domain = version.questionnaire.domains[1]?.id ?? ''
  const pages = [
    ['a domain’s page', `/assessments/${answering}/domains/${domain}`],
    ['the results page', `/assessments/${final}/results`],
    ['sixty differences', `/assessments/${reconciling}/differences`],
    ['the agency’s list, 12 assessments', `/organizations/${few}`],
    ['the agency’s list, 1,000 assessments', `/organizations/${many}`],
  ] as const
  const rows: Row[] = []
  for (const [what, path] of pages)
    rows.push(await measurePage(installation, extent, `first byte of ${what}`, path))
  return rows
}

/** The first byte of one page for whoever has the cookie. */
export async function measurePage(
  { origin, cookie }: Pick<Installation, 'origin' | 'cookie'>,
  { runs, requests }: Pick<Extent, 'runs' | 'requests'>,
  what: string,
  path: string,
  aim = '≤ 50',
): Promise<Row> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const medianOf = async (address: string) => {
    const times: number[] = []
    for (let i = 0; i < requests; i++) times.push(await firstByte(origin + address, cookie, agent))
    return percentile(times, 0.5)
  }
  const page: number[] = []
  const health: number[] = []
  for (let run = -1; run < runs; run++) {
    const [one, other] = [await medianOf(path), await medianOf('/health')]
    if (run < 0) continue
    page.push(one)
    health.push(other)
  }
  agent.destroy()
  const floor = { what: '/health', figure: spreadOf(health) }
  return { what, unit: 'ms', figure: spreadOf(page), floor, aim }
}

/** Milliseconds from asking on an open connection to the first byte of the page itself. */
function firstByte(url: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    get(
      url,
      { agent, headers: { Cookie: cookie, Accept: 'text/html', 'Accept-Encoding': 'gzip' } },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode ?? 0}`))
        let took = Number.NaN
        response.once('data', () => (took = performance.now() - start))
        response.on('end', () => resolve(took)).resume()
      },
    ).on('error', reject)
  })
}
