import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import type { Orm } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { movingPortfolios } from './latest-result.server.ts'
import { addingStep } from './adding-step.server.ts'
import { findAssessment, type Assessment } from './assessments.server.ts'
import { latestFrozenCopy } from './frozen-copies.server.ts'
import { readSteps } from './reconciliation-steps.server.ts'

export interface Reopening {
  assessmentId: string
  agencyId: string
  reason: string
  by: string
  at: Date
}

/** `another-is-open`: a later assessment of the same questionnaire isn't final yet. */
export type ReopenOutcome = 'reopened' | 'not-final' | 'another-is-open'

/**
 * Opens a final assessment again: one that both sides signed for reconciling, with the sides' own responses
 * still locked, any other for answering. Its latest frozen copy counts until it is final anew.
 */
export async function reopen(database: Database, reopening: Reopening): Promise<ReopenOutcome> {
  const { assessmentId, by, at } = reopening
  const [assessment, latest] = await Promise.all([
    findAssessment(database, assessmentId),
    latestFrozenCopy(database, assessmentId),
  ])
  if (!assessment || !latest) return 'not-final'
  try {
    const opening = isCoReviewed(assessment)
      ? await openingTalk(database, assessment, reopening)
      : openingAnswers(database, assessmentId)
    const outcome = await writeAll(database, [
      ...opening,
      markingReopened(database, reopening, latest.number),
      movingPortfolios(database, assessment.agencyId),
      ...toldOrganizations(assessment).map((organizationId) =>
        logActivity(database, {
          organizationId,
          personId: by,
          action: 'assessment.reopened',
          assessmentId,
          subject: String(latest.number),
          at,
        }),
      ),
    ])
    return outcome.status === 'written' ? 'reopened' : 'not-final'
  } catch (error) {
    if (isUniqueViolation(error)) return 'another-is-open'
    throw error
  }
}

/** Whether a partner rates an assessment too, so that it is final only with both signatures. */
export function isCoReviewed({ partnerId, alone }: Pick<Assessment, 'partnerId' | 'alone'>): boolean {
  return partnerId !== null && !alone
}

const toldOrganizations = (assessment: Assessment) =>
  [assessment.agencyId, isCoReviewed(assessment) ? assessment.partnerId : null].filter((id) => id !== null)

function openingAs({ tables: { assessments } }: Database, id: string, stage: 'answering' | 'reconciling') {
  return guarded((orm: Orm) =>
    orm
      .update(assessments)
      .set({ stage, finalizedAt: null, revision: sql`${assessments.revision} + 1` })
      .where(and(eq(assessments.id, id), eq(assessments.stage, 'final'))),
  )
}

/** What was agreed stays; the signatures don't. */
async function openingTalk(database: Database, { id }: Assessment, { reason, by, at }: Reopening) {
  const steps = await readSteps(database, id)
  const after = steps.at(-1)?.revision ?? 0
  const side: Side = 'agency'
  const origin = { assessmentId: id, after, side, stepId: crypto.randomUUID(), personId: by, at }
  return [
    openingAs(database, id, 'reconciling'),
    ...addingStep(database, origin, { kind: 'reopened', reason }),
  ]
}

function openingAnswers(database: Database, assessmentId: string) {
  const { sides } = database.tables
  return [
    openingAs(database, assessmentId, 'answering'),
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
