import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { otherSide, type Side } from '../../assessments/access.ts'
import type { Database } from '../database.server.ts'
import type { Orm, Step, Tables } from '../statement.ts'
import type { ActivityAction } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { isPartnershipActive } from './active-partnership.server.ts'
import { logActivity } from './activities.server.ts'
import { movingPortfolios } from './latest-result.server.ts'
import { findAssessment, type Assessment, type SideRow } from './assessments.server.ts'

/** Which side, who acts for it, and when. */
export interface SideStep {
  assessmentId: string
  side: Side
  by: string
  at: Date
}

/** Why a side can neither be submitted nor recalled; nothing was written. */
export type SideRefusal =
  /** Nobody rates it too, or nobody does any more: it is made final instead. */
  | 'no-partner'
  | 'alone'
  | 'partnership-ended'
  | 'reconciling'
  | 'final'
  /** What it asks for has been done. */
  | 'already-submitted'
  | 'not-submitted'

type Refused = { status: 'refused'; reason: SideRefusal }

export type SubmitSideOutcome =
  /** `reconciling`: it was the second of the two sides, and opened the reconciliation. */
  | { status: 'submitted'; reconciling: boolean }
  /** Somebody saved on this side since `sideRevision`. */
  | { status: 'stale' }
  | Refused

export type RecallSideOutcome = { status: 'recalled' } | Refused

/**
 * Submits one side of an assessment as it was at `sideRevision`. The second side to submit opens the
 * reconciliation; of two that submit at the same moment, exactly one is the second.
 */
export async function submitSide(
  database: Database,
  step: SideStep & { sideRevision: number },
): Promise<SubmitSideOutcome> {
  return decideAgain<SubmitSideOutcome>(database, step, async ({ assessment, own, other }) => {
    if (own.submittedAt) return { status: 'refused', reason: 'already-submitted' }
    if (own.revision !== step.sideRevision) return { status: 'stale' }
    const reconciling = other.submittedAt !== null
    const outcome = await writeAll(database, [
      movingAssessment(database, assessment, reconciling ? 'reconciling' : 'answering'),
      movingSide(database, step, own, { submittedAt: step.at, submittedBy: step.by }),
      ...(reconciling ? [openingReconciliation(database, step)] : []),
      movingPortfolios(database, assessment.agencyId),
      ...tellingBoth(database, assessment, step, 'assessment.submitted'),
      ...(reconciling ? tellingBoth(database, assessment, step, 'assessment.reconciling') : []),
    ])
    return outcome.status === 'written' ? { status: 'submitted', reconciling } : undefined
  })
}

/** Takes a side's submission back, so that it can be answered again, unless the other has submitted too. */
export async function recallSide(database: Database, step: SideStep): Promise<RecallSideOutcome> {
  return decideAgain<RecallSideOutcome>(database, step, async ({ assessment, own }) => {
    if (!own.submittedAt) return { status: 'refused', reason: 'not-submitted' }
    const outcome = await writeAll(database, [
      movingAssessment(database, assessment, 'answering'),
      movingSide(database, step, own, { submittedAt: null, submittedBy: null }),
      movingPortfolios(database, assessment.agencyId),
      ...tellingBoth(database, assessment, step, 'assessment.recalled'),
    ])
    return outcome.status === 'written' ? { status: 'recalled' } : undefined
  })
}

/** An assessment that both sides answer, from where one of them stands. */
interface Found {
  assessment: Assessment
  own: SideRow
  other: SideRow
}

/** Reads and decides; anew where somebody moved the assessment or the side in between. */
async function decideAgain<Outcome>(
  database: Database,
  { assessmentId, side }: SideStep,
  decide: (found: Found) => Promise<Outcome | undefined>,
): Promise<Outcome | Refused> {
  for (let looks = 0; looks < 10; looks++) {
    const assessment = await findAssessment(database, assessmentId)
    const own = assessment?.sides[side]
    const other = assessment?.sides[otherSide(side)]
    if (!assessment || !own || !other) return { status: 'refused', reason: 'no-partner' }
    const reason = refusalOf(assessment)
    if (reason) return { status: 'refused', reason }
    const decided = await decide({ assessment, own, other })
    if (decided) return decided
  }
  throw new Error(`The assessment ${assessmentId} kept moving while a side was submitted or recalled.`)
}

/** What forbids a step of either side. */
function refusalOf({ stage, alone, partnership }: Assessment): SideRefusal | null {
  if (alone) return 'alone'
  if (stage !== 'answering') return stage
  return partnership === 'active' ? null : 'partnership-ended'
}

function movingAssessment({ tables }: Database, assessment: Assessment, stage: 'answering' | 'reconciling') {
  const { assessments } = tables
  const { id, revision } = assessment
  return guarded((orm: Orm) =>
    orm
      .update(assessments)
      .set({ stage, revision: revision + 1 })
      .where(
        and(
          eq(assessments.id, id),
          eq(assessments.revision, revision),
          eq(assessments.stage, 'answering'),
          isNull(assessments.aloneSince),
          isPartnershipActive(orm, tables, assessment),
        ),
      ),
  )
}

type Submission = Pick<Tables['sides']['$inferSelect'], 'submittedAt' | 'submittedBy'>

function movingSide(
  { tables: { sides } }: Database,
  { assessmentId, side }: SideStep,
  own: SideRow,
  submission: Submission,
) {
  return guarded((orm: Orm) =>
    orm
      .update(sides)
      .set({ ...submission, revision: own.revision + 1 })
      .where(
        and(
          eq(sides.assessmentId, assessmentId),
          eq(sides.side, side),
          eq(sides.revision, own.revision),
          own.submittedAt ? isNotNull(sides.submittedAt) : isNull(sides.submittedAt),
        ),
      ),
  )
}

function openingReconciliation({ tables: { reconciliations } }: Database, { assessmentId, at }: SideStep) {
  return (orm: Orm) => orm.insert(reconciliations).values({ assessmentId, openedAt: at })
}

/** Both organizations are told of a step, so that it is in the log of both; the subject is the side. */
function tellingBoth(
  database: Database,
  { id: assessmentId, agencyId, partnerId }: Assessment,
  { side, by, at }: SideStep,
  action: ActivityAction,
): Step[] {
  return [agencyId, partnerId]
    .filter((organizationId) => organizationId !== null)
    .map((organizationId) =>
      logActivity(database, { organizationId, personId: by, action, assessmentId, subject: side, at }),
    )
}
