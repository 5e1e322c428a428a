import { eq, gte } from 'drizzle-orm'
import type { Database } from '../database.server.ts'

/** The agencies of whose assessments some typed text was taken out since a moment. */
export async function redactedSince(
  { orm, tables: { redactions, assessments } }: Database,
  since: Date,
): Promise<ReadonlySet<string>> {
  const rows = await orm
    .selectDistinct({ agencyId: assessments.agencyId })
    .from(redactions)
    .innerJoin(assessments, eq(assessments.id, redactions.assessmentId))
    .where(gte(redactions.redactedAt, since))
  return new Set(rows.map(({ agencyId }) => agencyId))
}
