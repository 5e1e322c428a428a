import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm, Tables } from '../statement.ts'
import { writeAll } from '../write-all.server.ts'
import type { Round } from './frozen-copies.server.ts'
import { markingLatest } from './latest-result.server.ts'

/** What a frozen copy came to, in one short row. */
export type ResultRow = Tables['results']['$inferSelect']

/** Frozen copies that have no row among the results yet, at most so many, after the one that is named. */
export async function copiesWithoutResult(
  { orm, tables }: Database,
  after: { assessmentId: string; number: number } | undefined,
  limit: number,
): Promise<Round[]> {
  const { frozenCopies, assessments, results } = tables
  const { assessmentId, number } = frozenCopies
  return orm
    .select({ assessment: assessments, copy: frozenCopies })
    .from(frozenCopies)
    .innerJoin(assessments, eq(assessments.id, assessmentId))
    .leftJoin(results, and(eq(results.assessmentId, assessmentId), eq(results.number, number)))
    .where(
      and(
        isNull(results.assessmentId),
        after &&
          or(
            gt(assessmentId, after.assessmentId),
            and(eq(assessmentId, after.assessmentId), gt(number, after.number)),
          ),
      ),
    )
    .orderBy(asc(assessmentId), asc(number))
    .limit(limit)
}

/** Keeps results that were missing, and marks which counts now; one that is there already stays as it is. */
export async function addResults(
  database: Database,
  rows: readonly Omit<ResultRow, 'latest'>[],
): Promise<void> {
  const { results } = database.tables
  const series = new Map(rows.map((row) => [`${row.agencyId} ${row.slug}`, row]))
  await writeAll(database, [
    ...rows.map(
      (row) => (orm: Orm) =>
        orm
          .insert(results)
          .values({ ...row, latest: false })
          .onConflictDoNothing(),
    ),
    ...[...series.values()].flatMap(({ agencyId, slug }) => markingLatest(database, agencyId, slug)),
  ])
}

/** The result of one frozen copy, if it was kept. */
export async function findResult(
  { orm, tables: { results } }: Database,
  assessmentId: string,
  number: number,
): Promise<ResultRow | undefined> {
  const [row] = await orm
    .select()
    .from(results)
    .where(and(eq(results.assessmentId, assessmentId), eq(results.number, number)))
  return row
}
