import { can, type Actor, type Side } from '#assessments/access.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import type { LockReason } from '#db/words.ts'
import { lockOfSide, otherSide, partyOf } from './own-side.ts'

/** Where an assessment that two sides rate stands, for one of them; of the other, only whether it submitted. */
export interface CoReview {
  side: Side
  /** The name of the organization across. */
  other: string
  submitted: { own: boolean; other: boolean }
  /** Why this side can't be answered, null where it can. */
  lock: LockReason | null
  /** Whether it went on without its partner. */
  alone: boolean
  partnershipEnded: boolean
  /** Whether the partner has let the time pass after which the agency may go on without it. */
  overdue: boolean
  /** Whether this person may let it go on without the partner. */
  mayGoAlone: boolean
}

/** How long a partner has after the agency submitted, in milliseconds. */
const patience = 30 * 86_400_000

/** Null where nobody was asked to rate it too. */
export function coReviewOf(
  assessment: Assessment,
  { side, actor, now }: { side: Side; actor: Actor; now: Date },
): CoReview | null {
  const { sides, alone, partnership, stage } = assessment
  const other = otherSide(side)
  const party = partyOf(assessment, other)
  if (partyOf(assessment, 'partner') === null || !party) return null
  const { agency, partner } = sides
  const waited =
    agency?.submittedAt && !partner?.submittedAt ? now.getTime() - agency.submittedAt.getTime() : 0
  return {
    side,
    other: party.name,
    submitted: { own: Boolean(sides[side]?.submittedAt), other: Boolean(sides[other]?.submittedAt) },
    lock: lockOfSide(assessment, side),
    alone,
    partnershipEnded: partnership !== 'active',
    overdue: stage === 'answering' && !alone && waited >= patience,
    mayGoAlone: stage !== 'final' && !alone && can(actor, 'assessment.choose-partner', assessment),
  }
}
