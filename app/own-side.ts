import type { Side } from '#assessments/access.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { lockOf } from '#db/side-lock.ts'
import type { LockReason } from '#db/words.ts'

export interface NamedOrganization {
  id: string
  name: string
}

type Parties = Pick<Assessment, 'agencyId' | 'agencyName' | 'partnerId' | 'partnerName'>

/** The organization that acts for a side; null where nobody was asked to rate it too. */
export function partyOf(assessment: Parties, side: Side): NamedOrganization | null {
  const { agencyId, agencyName, partnerId, partnerName } = assessment
  if (side === 'agency') return { id: agencyId, name: agencyName }
  return partnerId === null ? null : { id: partnerId, name: partnerName ?? '' }
}

/** The organization of somebody who acts for a side, to whose home their pages lead. */
export function homeOf(assessment: Parties, side: Side): NamedOrganization {
  const party = partyOf(assessment, side)
  if (!party) throw new Error('Nobody acts for a side that an assessment does not have.')
  return party
}

/** Why a side of an assessment can't be answered now, null where it can. */
export function lockOfSide(assessment: Assessment, side: Side): LockReason | null {
  const own = assessment.sides[side]
  return own ? lockOf(side, { ...assessment, submittedAt: own.submittedAt }) : 'no-side'
}
