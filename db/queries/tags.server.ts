import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import { writeAll } from '../write-all.server.ts'
import { movingPortfolio } from './latest-result.server.ts'

/** The tags that a program gave to some of its agencies, by the agency's id, in alphabetical order. */
export async function tagsOf(
  { orm, tables: { tags } }: Database,
  programId: string,
  agencyIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (agencyIds.length === 0) return found
  const rows = await orm
    .select()
    .from(tags)
    .where(and(eq(tags.programId, programId), inArray(tags.agencyId, [...agencyIds])))
    .orderBy(asc(tags.tag))
  for (const { agencyId, tag } of rows) found.set(agencyId, [...(found.get(agencyId) ?? []), tag])
  return found
}

/** Gives a tag to agencies that the program follows, or takes it away; others are passed over. */
export async function setTag(
  database: Database,
  {
    programId,
    tag,
    agencyIds,
    on,
  }: { programId: string; tag: string; agencyIds: readonly string[]; on: boolean },
): Promise<void> {
  const { tags, enrollments } = database.tables
  if (agencyIds.length === 0) return
  const followed = await database.orm
    .select({ agencyId: enrollments.agencyId })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.programId, programId),
        eq(enrollments.status, 'active'),
        inArray(enrollments.agencyId, [...agencyIds]),
      ),
    )
  const rows = followed.flatMap(({ agencyId }) => (agencyId === null ? [] : [{ programId, agencyId, tag }]))
  if (rows.length === 0) return
  const its = and(
    eq(tags.programId, programId),
    eq(tags.tag, tag),
    inArray(
      tags.agencyId,
      rows.map(({ agencyId }) => agencyId),
    ),
  )
  await writeAll(database, [
    (orm: Orm) => (on ? orm.insert(tags).values(rows).onConflictDoNothing() : orm.delete(tags).where(its)),
    movingPortfolio(database, programId),
  ])
}
