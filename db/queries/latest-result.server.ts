import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'

/**
 * Steps of `writeAll` that mark which of an agency's results counts now: the latest copy of its latest round. To be
 * taken after results came or went.
 */
export function markingLatest({ tables }: Database, agencyId: string, slug: string) {
  const { results, assessments } = tables
  const own = and(eq(results.agencyId, agencyId), eq(results.slug, slug))
  const top = (orm: Orm) =>
    orm
      .select({ id: results.assessmentId, number: results.number })
      .from(results)
      .innerJoin(assessments, eq(assessments.id, results.assessmentId))
      .where(own)
      .orderBy(
        desc(results.asOf),
        desc(assessments.startedAt),
        desc(results.assessmentId),
        desc(results.number),
      )
      .limit(1)
      .as('top')
  const unmark = (orm: Orm) => orm.update(results).set({ latest: false }).where(and(own, results.latest))
  const mark = (orm: Orm) => {
    const found = top(orm)
    return orm
      .update(results)
      .set({ latest: true })
      .where(
        and(
          own,
          eq(results.assessmentId, orm.select({ id: found.id }).from(found)),
          eq(results.number, orm.select({ number: found.number }).from(found)),
        ),
      )
  }
  return [unmark, mark]
}

/** A step of `writeAll`: the figures of each program that follows an agency are no longer what they were. */
export function movingPortfolios({ tables: { organizations, enrollments } }: Database, agencyId: string) {
  return (orm: Orm) =>
    orm
      .update(organizations)
      .set({ portfolioRevision: sql`${organizations.portfolioRevision} + 1` })
      .where(
        inArray(
          organizations.id,
          orm
            .select({ id: enrollments.programId })
            .from(enrollments)
            .where(and(eq(enrollments.agencyId, agencyId), eq(enrollments.status, 'active'))),
        ),
      )
}

/** A step of `writeAll`: a program's figures are no longer what they were. */
export function movingPortfolio({ tables: { organizations } }: Database, programId: string) {
  return (orm: Orm) =>
    orm
      .update(organizations)
      .set({ portfolioRevision: sql`${organizations.portfolioRevision} + 1` })
      .where(eq(organizations.id, programId))
}

/** A step of `writeAll`: programs' lists go by the agency's name as it is now. */
export function namingInPortfolios({ tables: { enrollments, organizations } }: Database, agencyId: string) {
  return (orm: Orm) =>
    orm
      .update(enrollments)
      .set({
        agencyName: sql`(${orm.select({ name: organizations.name }).from(organizations).where(eq(organizations.id, agencyId))})`,
      })
      .where(and(eq(enrollments.agencyId, agencyId), eq(enrollments.status, 'active')))
}
