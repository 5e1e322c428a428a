import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm, Step } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import type { ListedAssessment } from './assessments.server.ts'
import { replacingChanges, type ChangeRow } from './freezing.server.ts'
import { markingLatest, movingPortfolios } from './latest-result.server.ts'
import type { Organization } from './organizations.server.ts'

/** The organizations whose assessments expire. */
export async function listRetaining(database: Database): Promise<Organization[]> {
  const { organizations } = database.tables
  return database.orm
    .select()
    .from(organizations)
    .where(isNotNull(organizations.retentionYears))
    .orderBy(asc(organizations.id))
}

export interface Expiring {
  assessment: Pick<ListedAssessment, 'id' | 'agencyId' | 'partnerId' | 'slug'>
  /**
   * The agency's assessments of that questionnaire as they were read, this one among them; if any has moved
   * since, nothing is deleted.
   */
  series: readonly Pick<ListedAssessment, 'id' | 'revision'>[]
  /** What the others' like-for-like changes are without it. */
  changes: readonly ChangeRow[]
  at: Date
}

/**
 * Deletes an assessment with all that belongs to it on both sides: responses with their history, what was
 * agreed, frozen copies, scores, changes since it, redactions with their reasons, who contributed and where
 * they left it. The logs keep their entries, which name it by its id alone, and get one more. Of several
 * processes that try at once one succeeds. `stale`: something has moved, and nothing was deleted.
 */
export async function expireAssessment(
  database: Database,
  { assessment: { id, agencyId, partnerId, slug }, series, changes, at }: Expiring,
): Promise<'expired' | 'stale'> {
  const outcome = await writeAll(database, [
    ...series.map(({ id: which, revision }) => holding(database, which, revision)),
    ...deletingParts(database, id),
    ...markingLatest(database, agencyId, slug),
    movingPortfolios(database, agencyId),
    ...replacingChanges(database, changes),
    (orm) => orm.delete(database.tables.assessments).where(eq(database.tables.assessments.id, id)),
    ...[agencyId, partnerId]
      .filter((organizationId) => organizationId !== null)
      .map((organizationId) =>
        logActivity(database, {
          organizationId,
          personId: null,
          assessmentId: id,
          at,
          action: 'assessment.expired',
        }),
      ),
  ])
  return outcome.status === 'written' ? 'expired' : 'stale'
}

/** Changes nothing; refuses where an assessment has moved or is gone, and makes whoever would move it wait. */
function holding({ tables: { assessments } }: Database, assessmentId: string, revision: number): Step {
  return guarded((orm) =>
    orm
      .update(assessments)
      .set({ revision: sql`${assessments.revision}` })
      .where(and(eq(assessments.id, assessmentId), eq(assessments.revision, revision))),
  )
}

/** The sides go first: a save that is under way ends before, and one that comes after finds none. */
function deletingParts({ tables }: Database, assessmentId: string): Step[] {
  const { sides, reconciliations, reconciliationSteps, responses, responseHistory, changes } = tables
  const { contributors, assignments, places, scores, frozenCopies, redactions, versionMoves, results } =
    tables
  const parts = [
    ...[sides, reconciliations, reconciliationSteps, responses, responseHistory, contributors],
    ...[assignments, places, scores, changes, results, frozenCopies, redactions, versionMoves],
  ]
  return [
    ...parts.map((part) => (orm: Orm) => orm.delete(part).where(eq(part.assessmentId, assessmentId))),
    (orm) => orm.delete(changes).where(eq(changes.sinceAssessmentId, assessmentId)),
  ]
}
