import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import type { Orm, Tables } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { latestFrozenCopy, type FrozenCopy } from './frozen-copies.server.ts'

export type ScoreRow = Tables['scores']['$inferSelect']
export type ChangeRow = Tables['changes']['$inferSelect']

export interface Finalizing {
  assessmentId: string
  agencyId: string
  /** The revisions that were read before the copy was made; if either has moved, nothing is frozen. */
  assessmentRevision: number
  sideRevision: number
  copy: Pick<FrozenCopy, 'document' | 'sha256' | 'scorecard' | 'scorecardSha256' | 'engineVersion'>
  scores: readonly Omit<ScoreRow, 'assessmentId' | 'number'>[]
  /**
   * Its own changes, and those of later rounds that are from now on taken since this one; they take the
   * place of what was there for the same copy.
   */
  changes: readonly ChangeRow[]
  by: string
  at: Date
}

/** `stale`: somebody wrote in between, or it is final already. Nothing was frozen: read and decide again. */
export type FinalizeOutcome = { status: 'final'; number: number } | { status: 'stale' }

/** Submits the agency's side and makes the assessment final, with the next numbered frozen copy. */
export async function finalize(database: Database, finalizing: Finalizing): Promise<FinalizeOutcome> {
  const { assessmentId, agencyId, by, at } = finalizing
  const latest = await latestFrozenCopy(database, assessmentId)
  const number = (latest?.number ?? 0) + 1
  const outcome = await writeAll(database, [
    movingToFinal(database, finalizing),
    submittingSide(database, finalizing),
    ...freezing(database, finalizing, number),
    logActivity(database, {
      organizationId: agencyId,
      personId: by,
      action: 'assessment.finalized',
      assessmentId,
      subject: String(number),
      at,
    }),
  ])
  return outcome.status === 'written' ? { status: 'final', number } : { status: 'stale' }
}

function movingToFinal(database: Database, { assessmentId, assessmentRevision, at }: Finalizing) {
  const { assessments } = database.tables
  return guarded((orm: Orm) =>
    orm
      .update(assessments)
      .set({ stage: 'final', finalizedAt: at, revision: assessmentRevision + 1 })
      .where(
        and(
          eq(assessments.id, assessmentId),
          eq(assessments.stage, 'answering'),
          eq(assessments.revision, assessmentRevision),
        ),
      ),
  )
}

function submittingSide(database: Database, { assessmentId, sideRevision, by, at }: Finalizing) {
  const { sides } = database.tables
  return guarded((orm: Orm) =>
    orm
      .update(sides)
      .set({ submittedAt: at, submittedBy: by, revision: sideRevision + 1 })
      .where(
        and(
          eq(sides.assessmentId, assessmentId),
          eq(sides.side, 'agency'),
          eq(sides.revision, sideRevision),
          isNull(sides.submittedAt),
        ),
      ),
  )
}

function freezing(
  database: Database,
  { assessmentId, copy, scores, changes, by, at }: Finalizing,
  number: number,
) {
  const { tables } = database
  const key = { assessmentId, number }
  const row = { ...key, ...copy, finalizedAt: at, finalizedBy: by }
  return [
    (orm: Orm) => orm.insert(tables.frozenCopies).values(row),
    ...scores.map((score) => (orm: Orm) => orm.insert(tables.scores).values({ ...score, ...key })),
    ...replacingChanges(database, changes),
  ]
}

function replacingChanges({ tables }: Database, rows: readonly ChangeRow[]) {
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

export interface Reopening {
  assessmentId: string
  agencyId: string
  reason: string
  by: string
  at: Date
}

/** `another-is-open`: a later assessment of the same questionnaire isn't final yet. */
export type ReopenOutcome = 'reopened' | 'not-final' | 'another-is-open'

/** Lets a final assessment be answered again. Its latest frozen copy counts until it is final anew. */
export async function reopen(database: Database, reopening: Reopening): Promise<ReopenOutcome> {
  const { assessmentId, agencyId, by, at } = reopening
  const latest = await latestFrozenCopy(database, assessmentId)
  if (!latest) return 'not-final'
  try {
    const outcome = await writeAll(database, [
      ...unlocking(database, assessmentId),
      markingReopened(database, reopening, latest.number),
      logActivity(database, {
        organizationId: agencyId,
        personId: by,
        action: 'assessment.reopened',
        assessmentId,
        subject: String(latest.number),
        at,
      }),
    ])
    return outcome.status === 'written' ? 'reopened' : 'not-final'
  } catch (error) {
    if (isUniqueViolation(error)) return 'another-is-open'
    throw error
  }
}

function unlocking({ tables: { assessments, sides } }: Database, assessmentId: string) {
  return [
    guarded((orm: Orm) =>
      orm
        .update(assessments)
        .set({ stage: 'answering', finalizedAt: null, revision: sql`${assessments.revision} + 1` })
        .where(and(eq(assessments.id, assessmentId), eq(assessments.stage, 'final'))),
    ),
    (orm: Orm) =>
      orm
        .update(sides)
        .set({ submittedAt: null, submittedBy: null, revision: sql`${sides.revision} + 1` })
        .where(and(eq(sides.assessmentId, assessmentId), eq(sides.side, 'agency'))),
  ]
}

function markingReopened({ tables }: Database, { assessmentId, reason, by, at }: Reopening, number: number) {
  const { frozenCopies } = tables
  return guarded((orm: Orm) =>
    orm
      .update(frozenCopies)
      .set({ reopenedAt: at, reopenedBy: by, reopenReason: reason })
      .where(
        and(
          eq(frozenCopies.assessmentId, assessmentId),
          eq(frozenCopies.number, number),
          isNull(frozenCopies.reopenedAt),
        ),
      ),
  )
}
