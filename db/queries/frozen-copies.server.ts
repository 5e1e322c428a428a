import { and, asc, desc, eq, gt, or } from 'drizzle-orm'
import { isSignedByBoth, readFrozen } from '../../assessments/frozen-copy.ts'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'
import { isLatestCopy } from './latest-copy.server.ts'

export type FrozenCopy = Tables['frozenCopies']['$inferSelect']

/** A frozen copy without its texts. */
export interface ListedCopy extends Omit<FrozenCopy, 'document' | 'scorecard'> {
  finalizedByName: string
}

/** An assessment's frozen copies, the latest first, without their texts. */
export async function listFrozenCopies(database: Database, assessmentId: string): Promise<ListedCopy[]> {
  const { frozenCopies, people } = database.tables
  return database.orm
    .select({
      assessmentId: frozenCopies.assessmentId,
      number: frozenCopies.number,
      sha256: frozenCopies.sha256,
      scorecardSha256: frozenCopies.scorecardSha256,
      engineVersion: frozenCopies.engineVersion,
      finalizedAt: frozenCopies.finalizedAt,
      finalizedBy: frozenCopies.finalizedBy,
      finalizedByName: people.name,
      reopenedAt: frozenCopies.reopenedAt,
      reopenedBy: frozenCopies.reopenedBy,
      reopenReason: frozenCopies.reopenReason,
    })
    .from(frozenCopies)
    .innerJoin(people, eq(people.id, frozenCopies.finalizedBy))
    .where(eq(frozenCopies.assessmentId, assessmentId))
    .orderBy(desc(frozenCopies.number))
}

/** The frozen copy that counts: the one with the highest number. */
export async function latestFrozenCopy(
  database: Database,
  assessmentId: string,
): Promise<FrozenCopy | undefined> {
  const { frozenCopies } = database.tables
  const [copy] = await database.orm
    .select()
    .from(frozenCopies)
    .where(eq(frozenCopies.assessmentId, assessmentId))
    .orderBy(desc(frozenCopies.number))
    .limit(1)
  return copy
}

/** A frozen copy by number, from 1. */
export async function readFrozenCopy(
  database: Database,
  assessmentId: string,
  number: number,
): Promise<FrozenCopy | undefined> {
  const { frozenCopies } = database.tables
  const [copy] = await database.orm
    .select()
    .from(frozenCopies)
    .where(and(eq(frozenCopies.assessmentId, assessmentId), eq(frozenCopies.number, number)))
  return copy
}

/** Those of an assessment's frozen copies that its partner signed too, the first one first. */
export async function copiesSignedByBoth(
  { orm, tables: { frozenCopies } }: Database,
  assessmentId: string,
): Promise<FrozenCopy[]> {
  const copies = await orm
    .select()
    .from(frozenCopies)
    .where(eq(frozenCopies.assessmentId, assessmentId))
    .orderBy(asc(frozenCopies.number))
  return copies.filter(({ document }) => isSignedByBoth(readFrozen(document)))
}

/** What counts of one round: the latest frozen copy with its assessment. */
export interface Round {
  assessment: Tables['assessments']['$inferSelect']
  copy: FrozenCopy
}

/**
 * The latest frozen copy of every assessment of a questionnaire that has one, also of those that are being
 * revised, the oldest as-of date first; one query.
 */
export async function latestCopies(database: Database, agencyId: string, slug: string): Promise<Round[]> {
  const { frozenCopies, assessments } = database.tables
  return database.orm
    .select({ assessment: assessments, copy: frozenCopies })
    .from(assessments)
    .innerJoin(frozenCopies, eq(frozenCopies.assessmentId, assessments.id))
    .where(and(eq(assessments.agencyId, agencyId), eq(assessments.slug, slug), isLatestCopy(database)))
    .orderBy(asc(assessments.asOf), asc(assessments.startedAt), asc(assessments.id))
}

/** Every frozen copy in the database with its assessment, read in pages. */
export async function* eachFrozenCopy(database: Database, pageSize = 100): AsyncGenerator<Round> {
  let page: Round[] = []
  do {
    page = await nextPage(database, page.at(-1)?.copy, pageSize)
    yield* page
  } while (page.length === pageSize)
}

async function nextPage(database: Database, after: FrozenCopy | undefined, limit: number): Promise<Round[]> {
  const { frozenCopies, assessments } = database.tables
  return database.orm
    .select({ assessment: assessments, copy: frozenCopies })
    .from(frozenCopies)
    .innerJoin(assessments, eq(assessments.id, frozenCopies.assessmentId))
    .where(
      after &&
        or(
          gt(frozenCopies.assessmentId, after.assessmentId),
          and(eq(frozenCopies.assessmentId, after.assessmentId), gt(frozenCopies.number, after.number)),
        ),
    )
    .orderBy(asc(frozenCopies.assessmentId), asc(frozenCopies.number))
    .limit(limit)
}
