import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import { loadCatalog } from '#assessments/catalog.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { buildDemo } from '../../demo/build-demo.server.ts'
import { freePort } from '../../tests/e2e/support/app.ts'
import { measurePage } from '../first-byte.ts'
import { signIn, start } from '../installation.ts'
import type { Row } from '../table.ts'
import { measureExports } from './exports.ts'
import { makePortfolio } from './make-portfolio.ts'

const questionnaires = fileURLToPath(new URL('../../assessments/questionnaires', import.meta.url))
const slug = 'pmhc-self-assessment'
const rounds = 10

/** How many agencies a portfolio has; the last is the whole country. */
const sizes = [180, 1_800, 18_000]

/** What the pages and exports of a program cost with portfolios of three sizes, side by side. */
export async function measureScale(say: (text: string) => void, quick: boolean): Promise<Row[]> {
  const rows: Row[] = []
  for (const agencies of quick ? sizes.slice(0, 1) : sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'pmhc-scale-'))
    try {
      say(`Making a portfolio of ${agencies.toLocaleString('en-US')} agencies with ${rounds} rounds each`)
      const made = await makeScale(join(folder, 'scale.sqlite'), agencies)
      say('Its pages')
      rows.push(...(await measurePages(made, folder, agencies)))
      say('Its exports')
      rows.push(...(await measureExports({ ...made, agencies, runs: agencies > 10_000 ? 1 : 3 })))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return rows
}

interface Made {
  databaseFile: string
  programId: string
}

/** The demonstration, whose program follows so many agencies more. */
async function makeScale(databaseFile: string, agencies: number): Promise<Made> {
  const catalog = await loadCatalog({ folders: [questionnaires] })
  const database = await openDatabase(databaseFile)
  await buildDemo(database, catalog)
  const { organizations } = database.tables
  const [program] = await database.orm.select().from(organizations).where(eq(organizations.kind, 'program'))
  if (!program) throw new Error('The demonstration lacks a program.')
  const versions = catalog.versions.filter((version) => version.slug === slug).reverse()
  const portfolio = { programId: program.id, personId: program.createdBy, agencies, rounds }
  await makePortfolio(database, versions, portfolio)
  await database.close()
  return { databaseFile, programId: program.id }
}

async function measurePages(
  { databaseFile, programId }: Made,
  folder: string,
  agencies: number,
): Promise<Row[]> {
  const more = join(folder, 'questionnaires')
  mkdirSync(more)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = await start({ databaseFile, questionnaires: more }, port, origin)
  try {
    const cookie = await signIn(origin, 'casey.program@winnemac.example')
    const path = `/organizations/${programId}`
    const pages = [
      ['home', path],
      ['list of agencies', `${path}/portfolio`],
      ['list, by score', `${path}/portfolio?order=score&down=1`],
      ['list, searched', `${path}/portfolio?search=birch`],
      ['figures', `${path}/portfolio/figures`],
      ['enrollments', `${path}/enrollments`],
      ['exports', `${path}/exports`],
    ] as const
    const rows: Row[] = []
    for (const [what, address] of pages) {
      const extent = { runs: 5, requests: 10 }
      const named = `${agencies.toLocaleString('en-US')} agencies: ${what}`
      rows.push(await measurePage({ origin, cookie }, extent, named, address, '≤ 200'))
    }
    return rows
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
  }
}
