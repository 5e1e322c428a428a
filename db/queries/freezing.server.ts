import { and, eq } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm, Tables } from '../statement.ts'
import { guarded } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import type { Assessment } from './assessments.server.ts'
import type { FrozenCopy } from './frozen-copies.server.ts'
import { markingLatest, movingPortfolios } from './latest-result.server.ts'
import type { ResultRow } from './results.server.ts'

export type ScoreRow = Tables['scores']['$inferSelect']
export type ChangeRow = Tables['changes']['$inferSelect']

/** What is kept of an assessment that becomes final. */
export interface Freezing {
  assessmentId: string
  copy: Pick<FrozenCopy, 'document' | 'sha256' | 'scorecard' | 'scorecardSha256' | 'engineVersion'>
  scores: readonly Omit<ScoreRow, 'assessmentId' | 'number'>[]
  /** All of it in one short row, for pages over many agencies. */
  result: Omit<ResultRow, 'assessmentId' | 'number' | 'finalizedAt' | 'latest'>
  /**
   * Its own changes, and those of later rounds that are from now on taken since this one; they take the
   * place of what was there for the same copy.
   */
  changes: readonly ChangeRow[]
  by: string
  at: Date
}

/** Steps of `writeAll` that keep a frozen copy under its number, with its scores and changes as rows. */
export function freezing(
  database: Database,
  { assessmentId, copy, scores, result, changes, by, at }: Freezing,
  number: number,
) {
  const { tables } = database
  const key = { assessmentId, number }
  const row = { ...key, ...copy, finalizedAt: at, finalizedBy: by }
  return [
    (orm: Orm) => orm.insert(tables.frozenCopies).values(row),
    ...scores.map((score) => (orm: Orm) => orm.insert(tables.scores).values({ ...score, ...key })),
    (orm: Orm) => orm.insert(tables.results).values({ ...result, ...key, finalizedAt: at }),
    ...markingLatest(database, result.agencyId, result.slug),
    movingPortfolios(database, result.agencyId),
    ...replacingChanges(database, changes),
  ]
}

/** Steps of `writeAll` that put like-for-like changes in the place of those of the same copy and kind. */
export function replacingChanges({ tables }: Database, rows: readonly ChangeRow[]) {
  const table = tables.changes
  const replaced = new Map(rows.map((row) => [`${row.assessmentId} ${row.number} ${row.since}`, row]))
  return [
    ...[...replaced.values()].map(
      ({ assessmentId, number, since }) =>
        (orm: Orm) =>
          orm
            .delete(table)
            .where(
              and(eq(table.assessmentId, assessmentId), eq(table.number, number), eq(table.since, since)),
            ),
    ),
    ...rows.map((row) => (orm: Orm) => orm.insert(table).values(row)),
  ]
}

/**
 * Steps of `writeAll` that make an assessment final which both sides signed, logged for both; nothing is
 * written if it has moved since it was read.
 */
export function finalizingReconciled(
  database: Database,
  assessment: Assessment,
  parts: Freezing,
  number: number,
) {
  const { assessments } = database.tables
  const { id, revision, agencyId, partnerId } = assessment
  const { by, at } = parts
  const movingToFinal = guarded((orm: Orm) =>
    orm
      .update(assessments)
      .set({ stage: 'final', finalizedAt: at, revision: revision + 1 })
      .where(
        and(eq(assessments.id, id), eq(assessments.stage, 'reconciling'), eq(assessments.revision, revision)),
      ),
  )
  const organizations = [agencyId, partnerId].filter((one) => one !== null)
  return [
    movingToFinal,
    ...freezing(database, parts, number),
    ...organizations.map((organizationId) =>
      logActivity(database, {
        organizationId,
        personId: by,
        action: 'assessment.finalized',
        assessmentId: id,
        subject: String(number),
        at,
      }),
    ),
  ]
}
