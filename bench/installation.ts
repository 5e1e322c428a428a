import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import { demoPassword } from '#app/accounts/demo-people.ts'
import { loadCatalog, type CatalogVersion } from '#assessments/catalog.server.ts'
import { openDatabase, type Database } from '#db/database.server.ts'
import { buildDemo } from '../demo/build-demo.server.ts'
import { freePort } from '../tests/e2e/support/app.ts'
import { addAgencyWith } from './many-assessments.ts'
import { addQuestionnaire, addSixtyDifferences, type Settling } from './sixty-differences.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What sessions are signed with, of every server that is measured. */
export const secret = 'a secret that only the bench has, and nobody else'

/** A server with the demonstration's data and two agencies more, and what is needed to ask it something. */
export interface Installation {
  origin: string
  databaseFile: string
  secret: string
  version: CatalogVersion
  /** The Cookie header of a coordinator of all three agencies. */
  cookie: string
  /** Larkmoor's assessments: the one being answered, and the latest final one. */
  answering: string
  final: string
  /** One in which its agency and its partner differ in sixty items. */
  reconciling: string
  /** Agencies with 12 and with 1,000 final assessments. */
  few: string
  many: string
  stop(): Promise<void>
}

export async function install(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'pmhc-bench-'))
  const databaseFile = join(folder, 'bench.sqlite')
  const questionnaires = join(folder, 'questionnaires')
  addQuestionnaire(questionnaires, `${root}assessments/questionnaires/pmhc-self-assessment/1.0.0.json`)
  const seeded = await seed(databaseFile, questionnaires)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = await start({ databaseFile, questionnaires }, port, origin)
  return {
    ...seeded,
    origin,
    databaseFile,
    secret,
    cookie: await signIn(origin, 'avery.coordinator@larkmoor.example'),
    stop: async () => {
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function seed(databaseFile: string, questionnaires: string) {
  const catalog = await loadCatalog({ folders: [`${root}assessments/questionnaires`] })
  const version = catalog.find('pmhc-self-assessment', '1.0.0')
  if (!version) throw new Error('There is no questionnaire to measure with.')
  const database = await openDatabase(databaseFile)
  await buildDemo(database, catalog)
  const assessments = await database.orm.select().from(database.tables.assessments)
  const [larkmoor] = await database.orm
    .select()
    .from(database.tables.organizations)
    .where(eq(database.tables.organizations.name, 'Larkmoor Police Department'))
  const open = assessments.find(({ stage, agencyId }) => stage === 'answering' && agencyId === larkmoor?.id)
  const own = assessments.filter(({ agencyId, stage }) => agencyId === open?.agencyId && stage === 'final')
  const latest = own.sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]
  if (!open || !latest) throw new Error('The demonstration lacks the assessments to measure with.')
  const reconciling = await addSixtyDifferences(
    database,
    [`${root}assessments/questionnaires`, questionnaires],
    await settlingFor(database, open),
  )
  await database.close()
  const few = addAgencyWith(12, databaseFile, latest.id)
  const many = addAgencyWith(1000, databaseFile, latest.id)
  return { version, answering: open.id, final: latest.id, reconciling, few, many }
}

/** Who settles what Larkmoor and its partner differ in. */
async function settlingFor(
  { orm, tables }: Database,
  { agencyId, partnershipId }: { agencyId: string; partnershipId: string | null },
): Promise<Settling> {
  const [partnership] = await orm
    .select()
    .from(tables.partnerships)
    .where(eq(tables.partnerships.id, partnershipId ?? ''))
  const members = await orm.select().from(tables.members)
  const coordinatorOf = (organizationId: string | null | undefined) =>
    members.find((member) => member.organizationId === organizationId && member.role === 'coordinator')
  const [agency, partner] = [coordinatorOf(agencyId), coordinatorOf(partnership?.partnerId)]
  if (!partnership || !agency || !partner)
    throw new Error('The demonstration lacks a partner to measure with.')
  return {
    agencyId,
    partnershipId: partnership.id,
    people: { agency: agency.personId, partner: partner.personId },
  }
}

/** Starts the built program on a database. */
export async function start(
  { databaseFile, questionnaires }: { databaseFile: string; questionnaires: string },
  port: number,
  origin: string,
): Promise<ChildProcess> {
  const server = fork(`${root}bench/server.ts`, {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: String(port),
      ORIGIN: origin,
      DATABASE_URL: `file:${databaseFile}`,
      QUESTIONNAIRES_DIR: questionnaires,
      SESSION_SECRET: secret,
      LOG_LEVEL: 'info',
    },
  })
  await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => Promise.reject(new Error('The server did not start.'))),
  ])
  return server
}

/** Signs in as one of the demonstration's people; answers the Cookie header. */
export async function signIn(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: new URLSearchParams({ intent: 'sign-in', email, password: demoPassword }),
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  if (cookies.length === 0) throw new Error(`Could not sign in: ${answer.status}`)
  return cookies.join('; ')
}
