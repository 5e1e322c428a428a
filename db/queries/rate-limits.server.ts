import { lt, lte, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'

export interface Limit {
  /** What is counted and for whom, without anything that names a person. */
  key: string
  /** How many are allowed within the window. */
  most: number
  milliseconds: number
}

/** Counts a try and answers whether it is allowed. The window begins anew with each that is. */
export async function countTry(database: Database, limit: Limit, at: Date): Promise<boolean> {
  // The last moment of a window that is over by now.
  return counted(database, limit, at, at.getTime() - limit.milliseconds)
}

/**
 * Counts a request and answers in how many milliseconds the next is allowed, 0 if this one is. Windows follow one
 * another by the clock: whoever keeps below the limit is never refused.
 */
export async function countRequest(database: Database, limit: Limit, at: Date): Promise<number> {
  const begun = at.getTime() - (at.getTime() % limit.milliseconds)
  const isAllowed = await counted(database, limit, at, begun - 1)
  return isAllowed ? 0 : begun + limit.milliseconds - at.getTime()
}

/**
 * One statement, so that tries at the same moment in several processes are counted too. It shares its table with
 * better-auth, which forgets rows older than an hour.
 */
async function counted(database: Database, limit: Limit, at: Date, lastOfBefore: number): Promise<boolean> {
  const { rateLimits } = database.tables
  const now = at.getTime()
  const over = lte(rateLimits.lastRequest, lastOfBefore)
  const rows = await database.orm
    .insert(rateLimits)
    .values({ id: crypto.randomUUID(), key: limit.key, count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { count: sql`case when ${over} then 1 else ${rateLimits.count} + 1 end`, lastRequest: now },
      setWhere: sql`${over} or ${lt(rateLimits.count, limit.most)}`,
    })
    .returning({ count: rateLimits.count })
  return rows.length > 0
}
