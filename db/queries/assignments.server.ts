import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'

export interface Assignment {
  /** A domain's or an item's id. */
  target: string
  personId: string
  personName: string
  assignedAt: Date
}

/** A side of an assessment, and the organization whose people act for it. */
export interface Which {
  assessmentId: string
  side: Side
  organizationId: string
}

interface Change {
  by: string
  at: Date
}

/** Makes a domain or an item somebody's to answer; null makes it nobody's. */
export async function assign(
  database: Database,
  { target, ...which }: Which & { target: string },
  personId: string | null,
  change: Change,
): Promise<void> {
  await writeAll(database, assigning(database, which, target, personId, change))
}

export interface People {
  /** Ids of those who are asked to contribute; null leaves them as they are. */
  contributors: readonly string[] | null
  /** By domain's or item's id: whose it is from now on, null for nobody's. Others stay as they are. */
  assignees: ReadonlyMap<string, string | null>
}

/**
 * Says anew who is asked to contribute and whose what is, all of it or nothing. `locked`: the assessment is
 * final by now, and nothing was written.
 */
export async function setPeople(
  database: Database,
  which: Which,
  { contributors, assignees }: People,
  change: Change,
): Promise<'saved' | 'locked'> {
  const outcome = await writeAll(database, [
    whileOpen(database, which.assessmentId),
    ...(contributors ? settingContributors(database, which, contributors, change) : []),
    ...[...assignees].flatMap(([target, personId]) => assigning(database, which, target, personId, change)),
  ])
  return outcome.status === 'written' ? 'saved' : 'locked'
}

/** Changes nothing; makes whoever would finalize the assessment wait until this transaction has ended. */
function whileOpen({ tables: { assessments } }: Database, assessmentId: string) {
  return guarded((orm: Orm) =>
    orm
      .update(assessments)
      .set({ revision: sql`${assessments.revision}` })
      .where(and(eq(assessments.id, assessmentId), ne(assessments.stage, 'final'))),
  )
}

function settingContributors(
  database: Database,
  { assessmentId, side, organizationId }: Which,
  personIds: readonly string[],
  { by, at }: Change,
) {
  const { contributors } = database.tables
  const theirs = and(eq(contributors.assessmentId, assessmentId), eq(contributors.side, side))
  return [
    (orm: Orm) => orm.delete(contributors).where(theirs),
    ...addingContributors(database, { assessmentId, side }, personIds),
    logActivity(database, {
      organizationId,
      personId: by,
      action: 'assessment.contributors-set',
      assessmentId,
      at,
    }),
  ]
}

/** Steps that ask people to contribute to a side, next to those who are asked already. */
export function addingContributors(
  { tables }: Database,
  which: Pick<Which, 'assessmentId' | 'side'>,
  personIds: readonly string[],
) {
  return [...new Set(personIds)].map(
    (personId) => (orm: Orm) =>
      orm
        .insert(tables.contributors)
        .values({ ...which, personId })
        .onConflictDoNothing(),
  )
}

function assigning(
  database: Database,
  { assessmentId, side, organizationId }: Which,
  target: string,
  personId: string | null,
  { by, at }: Change,
) {
  const { assignments } = database.tables
  const theirs = and(
    eq(assignments.assessmentId, assessmentId),
    eq(assignments.side, side),
    eq(assignments.target, target),
  )
  return [
    (orm: Orm) =>
      personId === null
        ? orm.delete(assignments).where(theirs)
        : orm
            .insert(assignments)
            .values({ assessmentId, side, target, personId, assignedAt: at })
            .onConflictDoUpdate({
              target: [assignments.assessmentId, assignments.side, assignments.target],
              set: { personId, assignedAt: at },
            }),
    logActivity(database, {
      organizationId,
      personId: by,
      action: 'assessment.assigned',
      assessmentId,
      subject: target,
      at,
    }),
  ]
}

/** What is whose on one side of an assessment. */
export async function listAssignments(
  database: Database,
  assessmentId: string,
  side: Side,
): Promise<Assignment[]> {
  const { assignments, people } = database.tables
  return database.orm
    .select({
      target: assignments.target,
      personId: assignments.personId,
      personName: people.name,
      assignedAt: assignments.assignedAt,
    })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(and(eq(assignments.assessmentId, assessmentId), eq(assignments.side, side)))
    .orderBy(asc(assignments.target))
}
