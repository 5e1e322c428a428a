import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { freezing, type Freezing } from './freezing.server.ts'
import { latestFrozenCopy } from './frozen-copies.server.ts'

export interface Finalizing extends Freezing {
  agencyId: string
  /** The revisions that were read before the copy was made; if either has moved, nothing is frozen. */
  assessmentRevision: number
  sideRevision: number
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
