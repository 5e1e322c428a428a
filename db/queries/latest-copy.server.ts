import { aliasedTable, eq, max } from 'drizzle-orm'
import type { Database } from '../database.server.ts'

/** The condition that a row of frozen_copies is the latest of its assessment. */
export function isLatestCopy(database: Database) {
  const { frozenCopies } = database.tables
  const all = aliasedTable(frozenCopies, 'all_copies')
  const latest = database.orm
    .select({ number: max(all.number) })
    .from(all)
    .where(eq(all.assessmentId, frozenCopies.assessmentId))
  return eq(frozenCopies.number, latest)
}
