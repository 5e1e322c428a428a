import { lt, lte, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'

export interface Limit {
  /** What is counted and for whom, without anything that names a person. */
  key: string
  /** How many are allowed within the window; the window begins anew with each that is. */
  most: number
  milliseconds: number
}

/**
 * Counts a try and answers whether it is allowed. One statement, so that tries at the same moment in several
 * processes are counted too. It shares its table with better-auth, which forgets rows older than an hour.
 */
export async function countTry(database: Database, limit: Limit, at: Date): Promise<boolean> {
  const { rateLimits } = database.tables
  const now = at.getTime()
  const over = lte(rateLimits.lastRequest, now - limit.milliseconds)
  const counted = await database.orm
    .insert(rateLimits)
    .values({ id: crypto.randomUUID(), key: limit.key, count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { count: sql`case when ${over} then 1 else ${rateLimits.count} + 1 end`, lastRequest: now },
      setWhere: sql`${over} or ${lt(rateLimits.count, limit.most)}`,
    })
    .returning({ count: rateLimits.count })
  return counted.length > 0
}
