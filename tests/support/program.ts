import { createHmac } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { OrganizationKind, Role } from '#assessments/access.ts'
import { canonicalJson } from '#assessments/canonical.ts'
import { makeCatalog, type CatalogVersion } from '#assessments/catalog.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { createAuth } from '#app/auth.server.ts'
import type { Program } from '#app/context.server.ts'
import { readEnvironment, type Environment } from '#app/env.server.ts'
import { liveUpdatesInProcess } from '#app/live/live-updates.server.ts'
import { createMailer } from '#app/mail/create-mailer.server.ts'
import { visitorOf } from '#app/visitor.server.ts'
import { openDatabase, type Database } from '#db/database.server.ts'
import type { OrganizationStatus } from '#db/words.ts'

/** A program for tests, on a real SQLite database of its own; its time can be set. */
export interface TestProgram extends Program {
  setNow: (now: Date) => void
}

interface Options {
  /** What differs from the defaults of mode `test`. */
  environment?: Partial<Environment>
  questionnaires?: readonly Questionnaire[]
  now?: Date
  /** A database that is already open; without it, an empty one in memory. It is the caller's to close. */
  database?: Database
  /** Where the log goes; nowhere, if left out. */
  log?: Program['log']
}

const origin = 'http://localhost:3000'

/**
 * Opens a program; called in a test, it closes by itself when the test ends. Sign-in by better-auth goes by
 * the real clock, so that a time set far from it makes sessions look expired.
 */
export async function testProgram(options: Options = {}): Promise<TestProgram> {
  const environment = { ...readEnvironment({ NODE_ENV: 'test', ORIGIN: origin }), ...options.environment }
  const database = options.database ?? (await openDatabase('sqlite::memory:'))
  const log = options.log ?? pino({ level: 'silent' })
  const mailer = createMailer({ database, mail: environment.mail, log, outbox: true })
  let now = options.now
  const program: TestProgram = {
    environment,
    database,
    catalog: catalogOf(options.questionnaires ?? []),
    auth: createAuth({ environment, database, mailer, log }),
    mailer,
    live: liveUpdatesInProcess(),
    log,
    version: '0.0.0-test',
    now: () => now ?? new Date(),
    setNow: (moment) => {
      now = moment
    },
  }
  onTestFinished(async () => {
    await mailer.stop()
    if (!options.database) await database.close()
  })
  return program
}

/** A catalog of checked questionnaires; as a program's, it is as if it had been started anew with them. */
export const catalogOf = (questionnaires: readonly Questionnaire[]) =>
  makeCatalog(questionnaires.map(inCatalog))

/** A checked questionnaire as the catalog holds it. */
function inCatalog(questionnaire: Questionnaire): CatalogVersion {
  const { slug, version } = questionnaire
  const json = canonicalJson(JSON.parse(JSON.stringify(questionnaire)))
  return {
    slug,
    version,
    questionnaire,
    json,
    sha256: sha256(json),
    file: `${slug}/${version}.json`,
    offered: !questionnaire.draft,
  }
}

/** A request's context that knows the Cookie header it was made from; see requests.ts. */
export interface TestContext extends AppLoadContext {
  cookie: string
}

/** What a loader or action gets when this person asks, or nobody: a session is made for the request. */
export async function contextFor(program: Program, personId: string | null): Promise<TestContext> {
  return contextWith(program, personId ? await cookieFor(program, personId) : '')
}

/** What a loader or action gets for a Cookie header, as the server makes it. */
export function contextWith(program: Program, cookie: string): TestContext {
  const clientAddress = '203.0.113.7'
  return { ...program, nonce: 'nonce', clientAddress, visitor: visitorOf(program, cookie), cookie }
}

/** Signs a person in without a password, and answers the Cookie header that a browser would send. */
export async function cookieFor(program: Program, personId: string): Promise<string> {
  const { database, environment } = program
  const token = crypto.randomUUID()
  const at = program.now()
  await database.orm.insert(database.tables.sessions).values({
    id: crypto.randomUUID(),
    token,
    userId: personId,
    expiresAt: new Date(at.getTime() + 14 * 86_400_000),
    createdAt: at,
    updatedAt: at,
  })
  const signature = createHmac('sha256', environment.secret).update(token).digest('base64')
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

interface PersonOptions {
  name?: string
  email?: string
  administrator?: boolean
  emailVerified?: boolean
}

/** A person without a password; `contextFor` signs them in. */
export async function addPerson({ database, now }: Program, options: PersonOptions = {}): Promise<string> {
  const id = crypto.randomUUID()
  const { name = 'Pat Example', email = `${id}@people.example` } = options
  const { administrator = false, emailVerified = true } = options
  const at = now()
  await database.orm
    .insert(database.tables.people)
    .values({ id, name, email, emailVerified, administrator, createdAt: at, updatedAt: at })
  return id
}

interface OrganizationOptions {
  kind?: OrganizationKind
  name?: string
  county?: string
  state?: string
  status?: OrganizationStatus
  timeZone?: string
  reassessMonths?: number
}

/** A confirmed agency, or what `options` says, with a new person as its coordinator. */
export async function addOrganization(
  program: Program,
  options: OrganizationOptions = {},
): Promise<{ id: string; coordinator: string }> {
  const { database, now } = program
  const { kind = 'agency', name = 'Larkmoor Police Department', ...rest } = options
  const coordinator = await addPerson(program, { name: 'Cory Coordinator' })
  const id = crypto.randomUUID()
  await database.orm.insert(database.tables.organizations).values({
    id,
    kind,
    name,
    state: 'OH',
    county: 'Larkmoor',
    timeZone: 'America/New_York',
    agencyType: kind === 'agency' ? 'police' : null,
    sizeBand: kind === 'agency' ? '25-49' : null,
    status: 'confirmed',
    createdAt: now(),
    createdBy: coordinator,
    ...rest,
  })
  await addMember(program, id, 'coordinator', coordinator)
  return { id, coordinator }
}

/** Makes a person a member: a new one, if none is named. Answers who it is. */
export async function addMember(
  program: Program,
  organizationId: string,
  role: Role,
  personId?: string,
): Promise<string> {
  const id = personId ?? (await addPerson(program, { name: `A ${role}` }))
  const { database, now } = program
  await database.orm
    .insert(database.tables.members)
    .values({ organizationId, personId: id, role, createdAt: now() })
  return id
}
