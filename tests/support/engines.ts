import type { PGlite } from '@electric-sql/pglite'
import { getTableName } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { openDatabase, openPostgres, type Database } from '#db/database.server.ts'
import * as postgresTables from '#db/schema.postgres.ts'
import { startPGlite } from './pglite-template.ts'

/** One engine in a test: `database` is open, up to date and empty at the start of each test. */
export interface Engine {
  readonly name: string
  readonly database: Database
  /** One more connection to the same database where the engine can have several, else the same; closed after the test. */
  another(): Promise<Database>
}

interface Fixture {
  name: string
  start(): Promise<void>
  /** Gives an empty database; the one before it was released. */
  fresh(): Promise<Database>
  /** Opens the present database once more; null where there is only one connection. */
  again(): Promise<Database | null>
  release(database: Database): Promise<void>
  stop(): Promise<void>
}

const started = new Map<Fixture, Promise<void>>()

/** Describes the same behavior once for each engine, its name in the title. */
export function describeEngines(title: string, tests: (engine: Engine) => void): void {
  for (const fixture of fixtures) describe(`${title} (${fixture.name})`, () => runOn(fixture, tests))
}

/** An engine is started once for a file of tests, by the first that needs it. */
function startOnce(fixture: Fixture): Promise<void> {
  const starting = started.get(fixture) ?? fixture.start()
  started.set(fixture, starting)
  return starting
}

afterAll(async () => {
  for (const fixture of started.keys()) await fixture.stop()
})

function runOn(fixture: Fixture, tests: (engine: Engine) => void) {
  let database: Database | undefined
  let others: Database[] = []
  beforeAll(() => startOnce(fixture), 180_000)
  beforeEach(async () => {
    database = await fixture.fresh()
  })
  afterEach(async () => {
    await Promise.all(others.map((other) => other.close()))
    others = []
    if (database) await fixture.release(database)
    database = undefined
  })
  const present = () => {
    if (!database) throw new Error('the database is open only during a test')
    return database
  }
  tests({
    name: fixture.name,
    get database() {
      return present()
    },
    another: async () => {
      const other = await fixture.again()
      if (other) others.push(other)
      return other ?? present()
    },
  })
}

const server = process.env['TEST_POSTGRES_URL']
const fixtures = [sqliteFixture(), pgliteFixture(), ...(server ? [postgresFixture(server)] : [])]

/** A real file; each test has its own copy of one that was migrated once. */
function sqliteFixture(): Fixture {
  let folder = ''
  let tests = 0
  const template = () => path.join(folder, 'template.sqlite')
  return {
    name: 'SQLite',
    start: async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'pmhc-test-'))
      await (await openDatabase(template())).close()
    },
    fresh: () => {
      const file = path.join(folder, `${++tests}.sqlite`)
      copyFileSync(template(), file)
      return openDatabase(file)
    },
    again: () => openDatabase(path.join(folder, `${tests}.sqlite`)),
    release: (database) => database.close(),
    stop: () => rm(folder, { recursive: true }),
  }
}

/** PostgreSQL in this process; started once for each file and emptied for each test. */
function pgliteFixture(): Fixture {
  let client: PGlite
  let database: Database
  return {
    name: 'PGlite',
    start: async () => {
      client = await startPGlite()
      database = await openPostgres({ orm: drizzle(client), close: () => client.close() }, 'PGlite')
    },
    fresh: async () => {
      await client.exec(emptyAll)
      return database
    },
    again: () => Promise.resolve(null),
    release: () => Promise.resolve(),
    stop: () => database.close(),
  }
}

/** A real server, whose user may create databases: one for each file, emptied for each test. */
function postgresFixture(address: string): Fixture {
  const name = `pmhc_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const url = new URL(address)
  url.pathname = name
  let database: Database
  return {
    name: 'PostgreSQL',
    start: async () => {
      await runOnServer(address, `create database ${name}`)
      database = await openDatabase(url.href)
    },
    fresh: async () => {
      await runOnServer(url.href, emptyAll)
      return database
    },
    again: () => openDatabase(url.href),
    release: () => Promise.resolve(),
    stop: async () => {
      await database.close()
      await runOnServer(address, `drop database ${name}`)
    },
  }
}

async function runOnServer(url: string, statement: string) {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Children come after their parents in the schema. Much faster than `truncate`, which makes new files. */
const emptyAll = Object.values(postgresTables)
  .map((table) => `delete from ${getTableName(table)};`)
  .reverse()
  .join('')
