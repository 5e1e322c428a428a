import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { ChangeRow, ScoreRow } from './freezing.server.ts'
import { isLatestCopy } from './latest-copy.server.ts'

/** The scores of a frozen copy: a row for each domain and one for all (`overall`). */
export async function readScores(
  database: Database,
  assessmentId: string,
  number: number,
): Promise<ScoreRow[]> {
  const { scores } = database.tables
  return database.orm
    .select()
    .from(scores)
    .where(and(eq(scores.assessmentId, assessmentId), eq(scores.number, number)))
}

/** The scores of the latest copies of an agency's assessments of a questionnaire, the oldest as-of date first. */
export async function readAgencyScores(
  database: Database,
  agencyId: string,
  slug: string,
): Promise<(ScoreRow & { asOf: string; version: string })[]> {
  const { scores, frozenCopies, assessments } = database.tables
  const rows = await database.orm
    .select({ score: scores, asOf: assessments.asOf, version: assessments.version })
    .from(assessments)
    .innerJoin(frozenCopies, eq(frozenCopies.assessmentId, assessments.id))
    .innerJoin(
      scores,
      and(eq(scores.assessmentId, frozenCopies.assessmentId), eq(scores.number, frozenCopies.number)),
    )
    .where(and(eq(assessments.agencyId, agencyId), eq(assessments.slug, slug), isLatestCopy(database)))
    .orderBy(asc(assessments.asOf), asc(assessments.startedAt), asc(assessments.id))
  return rows.map(({ score, asOf, version }) => ({ ...score, asOf, version }))
}

/** The like-for-like changes of a frozen copy, since the round before and since the first. */
export async function readChanges(
  database: Database,
  assessmentId: string,
  number: number,
): Promise<ChangeRow[]> {
  const { changes } = database.tables
  return database.orm
    .select()
    .from(changes)
    .where(and(eq(changes.assessmentId, assessmentId), eq(changes.number, number)))
}
