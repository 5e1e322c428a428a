import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import { writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'

export interface Assignment {
  /** A domain's or an item's id. */
  target: string
  personId: string
  personName: string
  assignedAt: Date
}

/** Makes a domain or an item somebody's to answer; null makes it nobody's. */
export async function assign(
  database: Database,
  which: { assessmentId: string; agencyId: string; target: string },
  personId: string | null,
  change: { by: string; at: Date },
): Promise<void> {
  const { assignments } = database.tables
  const { assessmentId, agencyId, target } = which
  const { by, at } = change
  const theirs = and(eq(assignments.assessmentId, assessmentId), eq(assignments.target, target))
  await writeAll(database, [
    (orm) =>
      personId === null
        ? orm.delete(assignments).where(theirs)
        : orm
            .insert(assignments)
            .values({ assessmentId, target, personId, assignedAt: at })
            .onConflictDoUpdate({
              target: [assignments.assessmentId, assignments.side, assignments.target],
              set: { personId, assignedAt: at },
            }),
    logActivity(database, {
      organizationId: agencyId,
      personId: by,
      action: 'assessment.assigned',
      assessmentId,
      subject: target,
      at,
    }),
  ])
}

/** What is whose in an assessment. */
export async function listAssignments(database: Database, assessmentId: string): Promise<Assignment[]> {
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
    .where(eq(assignments.assessmentId, assessmentId))
    .orderBy(asc(assignments.target))
}
