import type { AloneReason } from '#db/words.ts'

/** Whether a partner took part in a final assessment, and why not where it went on alone. */
export interface Review {
  coReviewed: boolean
  /** Null where it was co-reviewed, or nobody was asked to. */
  alone: AloneReason | null
}

const aloneWords: Record<AloneReason, string> = {
  released: 'the agency released its partner, and went on alone',
  overdue: 'its partner had not submitted 30 days after the agency did, so the agency went on alone',
  'partnership-ended': 'the partnership ended, so the agency went on alone',
}

/** Why a final assessment isn't co-reviewed, as the end of a sentence; "its" is the agency's. */
export function whyAlone(alone: AloneReason | null): string {
  return alone === null ? 'the agency rated itself, without a partner' : aloneWords[alone]
}

/** "co-reviewed" or "not co-reviewed", as every page says it of a final assessment. */
export function reviewWords(coReviewed: boolean): string {
  return coReviewed ? 'co-reviewed' : 'not co-reviewed'
}

/** What tells of an assessment whether its frozen copy is co-reviewed. */
interface Copied {
  partnershipId: string | null
  aloneSince: Date | null
  aloneReason: AloneReason | null
}

/**
 * Whether an assessment that is final, or its copy that was made final at a moment, is co-reviewed. A partner
 * is never chosen after the first copy, so only going on alone tells a copy with a partner from one without.
 */
export function reviewOf({ partnershipId, aloneSince, aloneReason }: Copied, finalizedAt?: Date): Review {
  const alone = aloneSince !== null && (finalizedAt === undefined || aloneSince <= finalizedAt)
  return { coReviewed: partnershipId !== null && !alone, alone: alone ? aloneReason : null }
}
