import { and, count, desc, eq, gte, inArray, isNull, lt, ne, notInArray, or } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import type { ActivityAction } from '../words.ts'

/** Something that a person did: ids and a word, never typed text. */
export interface NewActivity {
  organizationId: string
  personId: string | null
  action: ActivityAction
  assessmentId?: string
  /** The id of what it was done to, where that is not the assessment. */
  subject?: string
  at: Date
}

export interface Activity {
  id: string
  action: ActivityAction
  personId: string | null
  personName: string | null
  assessmentId: string | null
  subject: string | null
  at: Date
}

/** A step of `writeAll` that adds to the append-only log. */
export function logActivity(database: Database, activity: NewActivity) {
  const row = { id: crypto.randomUUID(), ...activity }
  return (orm: Orm) => orm.insert(database.tables.activities).values(row)
}

/** Adds to the log what is done without any other write, such as an export. */
export async function recordActivity(database: Database, activity: NewActivity): Promise<void> {
  await logActivity(database, activity)(database.orm)
}

/**
 * An organization's log, newest first, `limit` entries older than `before` (an entry of the page before), without
 * those about the assessments `except`.
 */
export async function listActivities(
  database: Database,
  organizationId: string,
  page: { before?: Pick<Activity, 'at' | 'id'>; limit: number; except?: ReadonlySet<string> },
): Promise<Activity[]> {
  const { activities, people } = database.tables
  const { before, except } = page
  return database.orm
    .select({
      id: activities.id,
      action: activities.action,
      personId: activities.personId,
      personName: people.name,
      assessmentId: activities.assessmentId,
      subject: activities.subject,
      at: activities.at,
    })
    .from(activities)
    .leftJoin(people, eq(people.id, activities.personId))
    .where(
      and(
        eq(activities.organizationId, organizationId),
        except && except.size > 0
          ? or(isNull(activities.assessmentId), notInArray(activities.assessmentId, [...except]))
          : undefined,
        before &&
          or(lt(activities.at, before.at), and(eq(activities.at, before.at), lt(activities.id, before.id))),
      ),
    )
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(page.limit)
}

/** How often something was done to an assessment since a moment, as an organization's log has it. */
export async function countActivitiesSince(
  { orm, tables: { activities } }: Database,
  { organizationId, assessmentId, action, subject }: Required<Omit<NewActivity, 'personId' | 'at'>>,
  since: Date,
): Promise<number> {
  const [row] = await orm
    .select({ times: count() })
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, organizationId),
        eq(activities.assessmentId, assessmentId),
        eq(activities.action, action),
        eq(activities.subject, subject),
        gte(activities.at, since),
      ),
    )
  return row?.times ?? 0
}

/**
 * What the subjects of an organization's log are called: people, partners, agencies and programs by name,
 * invitations by address.
 */
export async function namesOfSubjects(
  database: Database,
  organizationId: string,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const { orm, tables } = database
  const { people, invitations, organizations } = tables
  const named = await orm
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...subjects]))
  const invited = await orm
    .select({ id: invitations.id, name: invitations.email })
    .from(invitations)
    .where(and(inArray(invitations.id, [...subjects]), eq(invitations.organizationId, organizationId)))
  const programs = await orm
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(inArray(organizations.id, [...subjects]), eq(organizations.kind, 'program')))
  const others = [
    ...(await otherEndsOfPartnerships(database, organizationId, subjects)),
    ...(await otherEndsOfEnrollments(database, organizationId, subjects)),
  ].map(({ id, name, email }) => ({ id, name: name ?? email ?? 'another organization' }))
  return new Map([...named, ...invited, ...programs, ...others].map(({ id, name }) => [id, name]))
}

async function otherEndsOfPartnerships(
  { orm, tables: { partnerships, organizations } }: Database,
  organizationId: string,
  subjects: readonly string[],
) {
  const { id, agencyId, partnerId, email } = partnerships
  return orm
    .select({ id, name: organizations.name, email })
    .from(partnerships)
    .leftJoin(
      organizations,
      and(
        or(eq(organizations.id, agencyId), eq(organizations.id, partnerId)),
        ne(organizations.id, organizationId),
      ),
    )
    .where(and(inArray(id, [...subjects]), or(eq(agencyId, organizationId), eq(partnerId, organizationId))))
}

async function otherEndsOfEnrollments(
  { orm, tables: { enrollments, organizations } }: Database,
  organizationId: string,
  subjects: readonly string[],
) {
  const { id, agencyId, programId, email, agencyName } = enrollments
  const rows = await orm
    .select({ id, name: organizations.name, email, agencyName })
    .from(enrollments)
    .leftJoin(
      organizations,
      and(
        or(eq(organizations.id, agencyId), eq(organizations.id, programId)),
        ne(organizations.id, organizationId),
      ),
    )
    .where(and(inArray(id, [...subjects]), or(eq(agencyId, organizationId), eq(programId, organizationId))))
  return rows.map((row) => ({ ...row, name: row.name ?? row.agencyName }))
}
