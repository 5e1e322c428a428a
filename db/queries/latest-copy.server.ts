import { aliasedTable, and, eq, lte, max } from 'drizzle-orm'
import type { Database } from '../database.server.ts'

/** The condition that a row of frozen_copies is the latest of its assessment, of those that were there by a moment. */
export function isLatestCopy(database: Database, knownBy?: Date) {
  const { frozenCopies } = database.tables
  const all = aliasedTable(frozenCopies, 'all_copies')
  const latest = database.orm
    .select({ number: max(all.number) })
    .from(all)
    .where(
      and(
        eq(all.assessmentId, frozenCopies.assessmentId),
        knownBy ? lte(all.finalizedAt, knownBy) : undefined,
      ),
    )
  return eq(frozenCopies.number, latest)
}
