import { drizzle } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { isWorthRetrying } from './errors.server.ts'
import { checkStep, Refused, type Orm, type Outcome, type Step } from './statement.ts'

/** Drizzle on PostgreSQL, through whichever driver. */
export type PostgresOrm = PgDatabase<PgQueryResultHKT>

/** A connection (or a pool of them) to PostgreSQL, and how to end it. */
export interface PostgresConnection {
  orm: PostgresOrm
  close(): Promise<void>
}

/** Opens a pool. A connection that is lost while idle is only noticed; the next query makes a new one. */
export function connectPostgres(url: string, notice: (sentence: string) => void): PostgresConnection {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 })
  pool.on('error', (error) => notice(`A connection to PostgreSQL was lost: ${error.message}`))
  return { orm: drizzle(pool), close: () => pool.end() }
}

/** A postgres URL as it may be shown: without the password. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1@')
}

const attempts = 5

/** Runs steps in one transaction, again where PostgreSQL undid it because of a deadlock. */
export async function transactPostgres(
  orm: PostgresOrm,
  boundTo: (transaction: PostgresOrm) => Orm,
  steps: readonly Step[],
  attempt = 1,
): Promise<Outcome<unknown[]>> {
  try {
    const results = await orm.transaction((transaction) => runSteps(boundTo(transaction), steps))
    return { status: 'written', results }
  } catch (error) {
    if (error instanceof Refused) return { status: 'refused', at: error.at }
    if (attempt >= attempts || !isWorthRetrying(error)) throw error
    return transactPostgres(orm, boundTo, steps, attempt + 1)
  }
}

async function runSteps(orm: Orm, steps: readonly Step[]): Promise<unknown[]> {
  const results = []
  for (const [at, step] of steps.entries()) results.push(checkStep(step, await step(orm), at))
  return results
}
