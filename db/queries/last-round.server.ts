import { and, desc, eq, gte, isNull, lte, ne } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { Database } from '../database.server.ts'
import type { Assessment, AssessmentRow } from './assessments.server.ts'

type ThisRound = Pick<Assessment, 'id' | 'agencyId' | 'slug' | 'startedAt' | 'partnerId'>

/**
 * The latest final assessment with the same questionnaire that a side rated before an assessment: the agency's
 * own; for a partner the latest with the same agency that the same partner organization rated to its end.
 */
export async function findLastRound(
  database: Database,
  { id, agencyId, slug, startedAt, partnerId }: ThisRound,
  side: Side,
): Promise<AssessmentRow | undefined> {
  if (side === 'partner' && partnerId === null) return undefined
  const { assessments, partnerships } = database.tables
  const theirs =
    side === 'partner'
      ? and(eq(partnerships.partnerId, partnerId ?? ''), isNull(assessments.aloneSince))
      : undefined
  const [row] = await database.orm
    .select({ assessment: assessments })
    .from(assessments)
    .leftJoin(partnerships, eq(partnerships.id, assessments.partnershipId))
    .where(
      and(
        eq(assessments.agencyId, agencyId),
        eq(assessments.slug, slug),
        eq(assessments.stage, 'final'),
        ne(assessments.id, id),
        lte(assessments.startedAt, startedAt),
        theirs,
      ),
    )
    .orderBy(desc(assessments.asOf), desc(assessments.startedAt), desc(assessments.id))
    .limit(1)
  return row?.assessment
}

/** Whether an organization has carried answers forward to one of its assessments. */
export async function hasCarried(
  { orm, tables: { activities } }: Database,
  organizationId: string,
  { id, startedAt }: Pick<AssessmentRow, 'id' | 'startedAt'>,
): Promise<boolean> {
  const [row] = await orm
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, organizationId),
        gte(activities.at, startedAt),
        eq(activities.assessmentId, id),
        eq(activities.action, 'assessment.answers-carried'),
      ),
    )
    .limit(1)
  return row !== undefined
}
