import { can, otherSide, type Actor, type Side } from '#assessments/access.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { reasonsNow } from '#db/queries/go-alone.server.ts'
import type { LockReason } from '#db/words.ts'
import { lockOfSide, partyOf } from './own-side.ts'

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

/** Null where nobody was asked to rate it too. */
export function coReviewOf(
  assessment: Assessment,
  { side, actor, now }: { side: Side; actor: Actor; now: Date },
): CoReview | null {
  const { sides, alone, partnership } = assessment
  const other = otherSide(side)
  const party = partyOf(assessment, other)
  if (partyOf(assessment, 'partner') === null || !party) return null
  const reasons = reasonsNow(assessment, now)
  return {
    side,
    other: party.name,
    submitted: { own: Boolean(sides[side]?.submittedAt), other: Boolean(sides[other]?.submittedAt) },
    lock: lockOfSide(assessment, side),
    alone,
    partnershipEnded: partnership !== 'active',
    overdue: reasons.includes('overdue'),
    mayGoAlone: reasons.length > 0 && can(actor, 'assessment.choose-partner', assessment),
  }
}
