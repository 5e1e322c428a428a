import { and, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../database.server.ts'
import type { PartnershipStatus } from '../words.ts'
import type { AssessmentRow } from './assessments.server.ts'
import { isLatestCopy } from './latest-copy.server.ts'

/** An assessment as the partner finds it that was asked to rate it; of the agency's side, whether it was submitted. */
export interface PartnerAssessment extends AssessmentRow {
  agencyName: string
  agencyTimeZone: string
  county: string
  state: string
  /** After how many months the agency's reassessment is due. */
  reassessMonths: number
  partnerId: string
  partnership: PartnershipStatus
  alone: boolean
  submittedAt: Date | null
  agencySubmittedAt: Date | null
  /** The number of its latest frozen copy; null before the first. */
  latestNumber: number | null
}

/** The assessments that a partner was asked to rate, of all agencies, the latest as-of date first; one query. */
export async function listPartnerAssessments(
  database: Database,
  partnerId: string,
): Promise<PartnerAssessment[]> {
  const { assessments, organizations, partnerships, sides, frozenCopies } = database.tables
  const agencySides = alias(sides, 'agency_sides')
  const rows = await database.orm
    .select({
      assessment: assessments,
      agencyName: organizations.name,
      agencyTimeZone: organizations.timeZone,
      county: organizations.county,
      state: organizations.state,
      reassessMonths: organizations.reassessMonths,
      partnership: partnerships.status,
      submittedAt: sides.submittedAt,
      agencySubmittedAt: agencySides.submittedAt,
      latestNumber: frozenCopies.number,
    })
    .from(partnerships)
    .innerJoin(assessments, eq(assessments.partnershipId, partnerships.id))
    .innerJoin(organizations, eq(organizations.id, assessments.agencyId))
    .innerJoin(sides, and(eq(sides.assessmentId, assessments.id), eq(sides.side, 'partner')))
    .innerJoin(agencySides, and(eq(agencySides.assessmentId, assessments.id), eq(agencySides.side, 'agency')))
    .leftJoin(frozenCopies, and(eq(frozenCopies.assessmentId, assessments.id), isLatestCopy(database)))
    .where(eq(partnerships.partnerId, partnerId))
    .orderBy(desc(assessments.asOf), desc(assessments.startedAt), desc(assessments.id))
  return rows.map(({ assessment, ...rest }) => ({
    ...assessment,
    ...rest,
    partnerId,
    alone: assessment.aloneSince !== null,
  }))
}
