import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { SharingStep } from '../../assessments/sharing.ts'
import type { Database } from '../database.server.ts'
import type { Orm, Step } from '../statement.ts'
import type { ActivityAction } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import type { DecisionOutcome } from './decide-partnership.server.ts'
import { findEnrollment, type Enrollment } from './enrollments.server.ts'
import { movingPortfolio, namingInPortfolios } from './latest-result.server.ts'
import { ifConfirmed } from './propose-partnership.server.ts'

/** Which enrollment, for which of its organizations, who does it, and when. */
export interface EnrollmentDecision {
  enrollmentId: string
  organizationId: string
  by: string
  at: Date
}

/** What an agency chooses to share. */
export interface SharingChoice {
  step: SharingStep
  notes: boolean
}

/** The agency accepts a program's invitation, and says what it shares. */
export async function acceptEnrollment(
  database: Database,
  decision: EnrollmentDecision,
  choice: SharingChoice,
): Promise<DecisionOutcome> {
  const { organizationId, by, at } = decision
  const set = { ...sharesOf(choice), decidedAt: at, decidedBy: by }
  return decide(database, decision, 'enrollment.accepted', set, [
    ifConfirmed(database, organizationId, 'agency'),
  ])
}

/** The agency declines a program's invitation. */
export function declineEnrollment(
  database: Database,
  decision: EnrollmentDecision,
): Promise<DecisionOutcome> {
  const { by, at } = decision
  return decide(database, decision, 'enrollment.declined', { decidedAt: at, decidedBy: by })
}

/** The program takes its invitation back; a mailed link no longer works. */
export function withdrawInvitation(
  database: Database,
  decision: EnrollmentDecision,
): Promise<DecisionOutcome> {
  const { by, at } = decision
  return decide(database, decision, 'enrollment.withdrawn', { decidedAt: at, decidedBy: by })
}

/**
 * Ends an enrollment, from either end: the program sees nothing of the agency from now on, and what its partners
 * had agreed to ends with it.
 */
export async function endEnrollment(
  database: Database,
  decision: EnrollmentDecision,
): Promise<DecisionOutcome> {
  const { by, at } = decision
  const found = await findEnrollment(database, decision.enrollmentId)
  return decide(database, decision, 'enrollment.ended', { endedAt: at, endedBy: by }, [
    endingConsents(database, found, at),
  ])
}

/** The agency shares more, or less, from now on. */
export async function changeSharing(
  database: Database,
  decision: EnrollmentDecision,
  choice: SharingChoice,
): Promise<DecisionOutcome> {
  return decide(database, decision, 'enrollment.sharing-changed', sharesOf(choice))
}

/** Notes are shared with answers only. */
export function sharesOf({ step, notes }: SharingChoice) {
  return { shares: step, sharesNotes: notes && step === 'answers' }
}

type Deciding = Extract<
  ActivityAction,
  `enrollment.${'accepted' | 'declined' | 'withdrawn' | 'ended' | 'sharing-changed'}`
>

/** What each decision makes of an enrollment, of which it can be made, and by which end. */
const decisions = {
  'enrollment.accepted': { from: 'invited', to: 'active', who: 'agency' },
  'enrollment.declined': { from: 'invited', to: 'declined', who: 'agency' },
  'enrollment.withdrawn': { from: 'invited', to: 'withdrawn', who: 'program' },
  'enrollment.ended': { from: 'active', to: 'ended', who: 'either' },
  'enrollment.sharing-changed': { from: 'active', to: 'active', who: 'agency' },
} as const

async function decide(
  database: Database,
  { enrollmentId, organizationId, by, at }: EnrollmentDecision,
  action: Deciding,
  set: Partial<Enrollment>,
  more: readonly Step[] = [],
): Promise<DecisionOutcome> {
  const { from, to, who } = decisions[action]
  const found = await findEnrollment(database, enrollmentId)
  const isAgency = found?.agencyId === organizationId
  const isProgram = found?.programId === organizationId
  if (!found || !(isAgency || isProgram)) return 'unknown'
  if ((who === 'agency' && !isAgency) || (who === 'program' && !isProgram)) return 'unknown'
  const { enrollments } = database.tables
  const outcome = await writeAll(database, [
    guarded((orm: Orm) =>
      orm
        .update(enrollments)
        .set({ ...set, status: to })
        .where(and(eq(enrollments.id, enrollmentId), eq(enrollments.status, from))),
    ),
    ...more,
    ...(found.agencyId === null ? [] : [namingInPortfolios(database, found.agencyId)]),
    movingPortfolio(database, found.programId),
    ...logForEnrolled(database, found, { personId: by, action, subject: enrollmentId, at }),
  ])
  return outcome.status === 'written' ? 'done' : 'unknown'
}

/** The program's log has it, and the agency's where there is one yet. */
export function logForEnrolled(
  database: Database,
  { programId, agencyId }: Pick<Enrollment, 'programId' | 'agencyId'>,
  activity: { personId: string; action: Deciding; subject: string; at: Date },
) {
  return [programId, agencyId].flatMap((organizationId) =>
    organizationId === null ? [] : [logActivity(database, { ...activity, organizationId })],
  )
}

/** Takes back what partners of the agency let the program see: enrolled again, it is asked for again. */
function endingConsents({ tables }: Database, enrollment: Enrollment | undefined, at: Date): Step {
  const { partnerConsents, partnerships } = tables
  return (orm: Orm) =>
    orm
      .update(partnerConsents)
      .set({ withdrawnAt: at })
      .where(
        and(
          eq(partnerConsents.programId, enrollment?.programId ?? ''),
          isNull(partnerConsents.withdrawnAt),
          inArray(
            partnerConsents.partnershipId,
            orm
              .select({ id: partnerships.id })
              .from(partnerships)
              .where(eq(partnerships.agencyId, enrollment?.agencyId ?? '')),
          ),
        ),
      )
}
