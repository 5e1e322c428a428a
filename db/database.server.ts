import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { groupTransactions } from './grouped-transactions.server.ts'
import { migratePostgres } from './migrate-postgres.server.ts'
import { migrateSqlite } from './migrate-sqlite.server.ts'
import { migrationsFolder, readMigrations } from './migrations.server.ts'
import {
  connectPostgres,
  transactPostgres,
  withoutPassword,
  type PostgresConnection,
  type PostgresOrm,
} from './postgres.server.ts'
import * as postgresTables from './schema.postgres.ts'
import * as sqliteTables from './schema.sqlite.ts'
import { openSqliteClient, sqliteFile } from './sqlite.server.ts'
import type { Orm, Outcome, Step, Tables } from './statement.ts'

/** An open database of either engine. Query functions take it first and never ask which engine it is. */
export interface Database {
  readonly engine: 'sqlite' | 'postgres'
  /** Builds statements; awaiting one executes it. */
  readonly orm: Orm
  /** The tables of the engine in use; always these, never those of a schema file. */
  readonly tables: Tables
  /** What `writeAll` runs on. */
  transact(steps: readonly Step[]): Promise<Outcome<unknown[]>>
  /** Resolves if the database answers, and throws otherwise. */
  ping(): Promise<void>
  /** Ends every connection; the database is of no use after it. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** Another folder of migrations than the program's own; for tests of migrating. */
  migrations?: string
  /** Told, in a sentence for people, what happened that they may want to know. */
  notice?: (sentence: string) => void
}

const quiet = () => undefined

/**
 * Opens the database that a URL means and brings it up to date: `postgres://…`, or for SQLite
 * `file:data/pmhc.sqlite`, a path, or `sqlite::memory:`. Throws a NewerDatabaseError if a newer version of
 * the program has changed it, and whatever else keeps it from being opened.
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  if (/^postgres(ql)?:/.test(url)) {
    return openPostgres(connectPostgres(url, options.notice ?? quiet), withoutPassword(url), options)
  }
  if (/^(?!file:)\w+:\/\//.test(url)) {
    throw new Error('A database URL begins with postgres:// or file:, or is the path of a SQLite file.')
  }
  return openSqlite(sqliteFile(url), options)
}

function openSqlite(file: string, options: OpenOptions): Database {
  const client = openSqliteClient(file)
  try {
    migrateSqlite(
      client,
      readMigrations(options.migrations ?? migrationsFolder('sqlite')),
      options.notice ?? quiet,
    )
  } catch (error) {
    client.close()
    throw error
  }
  const orm = drizzle(client)
  const { transact, flush } = groupTransactions(client, orm)
  return {
    engine: 'sqlite',
    orm,
    tables: sqliteTables,
    transact,
    ping: () => promised(() => void client.prepare('select 1').get()),
    close: () =>
      promised(() => {
        flush()
        client.close()
      }),
  }
}

/** As openDatabase, on a connection that is already there: a pool, or PGlite in tests. Closes it on failure. */
export async function openPostgres(
  connection: PostgresConnection,
  name: string,
  options: OpenOptions = {},
): Promise<Database> {
  const postgres = connection.orm
  try {
    await migratePostgres(postgres, readMigrations(options.migrations ?? migrationsFolder('postgres')), name)
  } catch (error) {
    await connection.close()
    throw error
  }
  return {
    engine: 'postgres',
    ...typedAsSqlite(postgres),
    transact: (steps) => transactPostgres(postgres, (transaction) => typedAsSqlite(transaction).orm, steps),
    ping: async () => {
      await postgres.execute(sql`select 1`)
    },
    close: () => connection.close(),
  }
}

/** Does synchronous work at once, and gives what comes of it, errors too, as a promise. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()))
}

/**
 * The only cast. All code is typed for SQLite; what it uses of drizzle behaves alike on both engines, and
 * tests/db/schema-twins.test.ts holds the tables equal.
 */
function typedAsSqlite(orm: PostgresOrm) {
  return { orm, tables: postgresTables } as unknown as { orm: Orm; tables: Tables }
}
