import type { Side } from '../assessments/access.ts'
import type { LockReason, PartnershipStatus, Stage } from './words.ts'

/** What decides whether a side of an assessment can be answered. */
export interface SideStanding {
  stage: Stage
  /** Whether it goes on without its partner. */
  alone: boolean
  /** Null where nobody was asked to rate it too. */
  partnership: PartnershipStatus | null
  submittedAt: Date | null
}

/**
 * Why a side's responses can't be changed, null while they can. What ends for the partner alone comes first,
 * since nothing else will open its side again.
 */
export function lockOf(
  side: Side,
  { stage, alone, partnership, submittedAt }: SideStanding,
): LockReason | null {
  const partners = side === 'partner'
  if (partners && alone) return 'alone'
  if (stage !== 'answering') return stage
  if (partners && partnership !== 'active') return 'partnership-ended'
  return submittedAt ? 'submitted' : null
}
