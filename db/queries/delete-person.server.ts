import { aliasedTable, and, eq, exists, inArray, isNull, ne, notExists, or } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { lockAdministrators, lockOrganizationsOf } from './locks.server.ts'
import { membershipsOf } from './memberships.server.ts'
import { findPerson } from './people.server.ts'

export type DeletePersonOutcome =
  | { status: 'deleted' }
  | { status: 'unknown' }
  /** They are the only coordinator there, and others would be left without one; or the only administrator. */
  | { status: 'needed'; coordinatorOf: { id: string; name: string }[]; administrator: boolean }

/**
 * Deletes an account. What the person answered stays; the row becomes "Former member" and everything else
 * of theirs goes: sign-ins, memberships, assignments, places, invitations, and their address wherever it was
 * written to.
 */
export async function deletePerson(
  database: Database,
  personId: string,
  at: Date,
): Promise<DeletePersonOutcome> {
  const person = await findPerson(database, personId)
  if (!person || person.deletedAt) return { status: 'unknown' }
  const memberships = await membershipsOf(database, personId)
  const { people } = database.tables
  const email = `former-${personId}@invalid`
  const blank = {
    name: 'Former member',
    email,
    image: null,
    emailVerified: false,
    deletedAt: at,
    updatedAt: at,
  }
  const outcome = await writeAll(database, [
    lockOrganizationsOf(database, personId),
    lockAdministrators(database),
    guarded((orm) =>
      orm
        .update(people)
        .set({ ...blank, twoFactorEnabled: false, administrator: false })
        .where(
          and(
            eq(people.id, personId),
            isNull(people.deletedAt),
            notExists(organizationsNeeding(database, orm, personId)),
            or(eq(people.administrator, false), exists(otherAdministrators(database, orm, personId))),
          ),
        ),
    ),
    ...memberships.map(({ organizationId }) =>
      logActivity(database, { organizationId, personId, action: 'person.deleted', subject: personId, at }),
    ),
    ...forgetSteps(database, personId, person.email, email),
  ])
  if (outcome.status === 'written') return { status: 'deleted' }
  return whyNeeded(database, personId)
}

async function whyNeeded(database: Database, personId: string): Promise<DeletePersonOutcome> {
  const [person, coordinatorOf, others] = await Promise.all([
    findPerson(database, personId),
    organizationsNeeding(database, database.orm, personId),
    otherAdministrators(database, database.orm, personId),
  ])
  if (!person || person.deletedAt) return { status: 'unknown' }
  return {
    status: 'needed',
    coordinatorOf,
    administrator: person.administrator && others.length === 0,
  }
}

function otherAdministrators({ tables: { people } }: Database, orm: Orm, personId: string) {
  const others = aliasedTable(people, 'others')
  return orm
    .select({ id: others.id })
    .from(others)
    .where(and(ne(others.id, personId), eq(others.administrator, true), isNull(others.deletedAt)))
}

/** The organizations where a person is the only coordinator and not the only member. */
function organizationsNeeding(database: Database, orm: Orm, personId: string) {
  const { members, organizations } = database.tables
  const others = aliasedTable(members, 'others')
  const otherThere = and(eq(others.organizationId, members.organizationId), ne(others.personId, personId))
  const anyOther = orm.select({ id: others.personId }).from(others).where(otherThere)
  const otherCoordinator = orm
    .select({ id: others.personId })
    .from(others)
    .where(and(otherThere, eq(others.role, 'coordinator')))
  return orm
    .select({ id: organizations.id, name: organizations.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.personId, personId),
        eq(members.role, 'coordinator'),
        exists(anyOther),
        notExists(otherCoordinator),
      ),
    )
    .orderBy(organizations.name)
}

function forgetSteps(database: Database, personId: string, email: string, formerEmail: string) {
  const { sessions, accounts, twoFactors, verifications, members, invitations } = database.tables
  const { contributors, assignments, places, partnerships, enrollments, outgoingMail } = database.tables
  const toThem = eq(invitations.email, email)
  return [
    (orm: Orm) => orm.delete(sessions).where(eq(sessions.userId, personId)),
    (orm: Orm) => orm.delete(accounts).where(eq(accounts.userId, personId)),
    (orm: Orm) => orm.delete(twoFactors).where(eq(twoFactors.userId, personId)),
    (orm: Orm) =>
      orm
        .delete(verifications)
        .where(or(inArray(verifications.value, [personId, email]), eq(verifications.identifier, email))),
    (orm: Orm) => orm.delete(members).where(eq(members.personId, personId)),
    (orm: Orm) => orm.delete(contributors).where(eq(contributors.personId, personId)),
    (orm: Orm) => orm.delete(assignments).where(eq(assignments.personId, personId)),
    (orm: Orm) => orm.delete(places).where(eq(places.personId, personId)),
    (orm: Orm) => orm.delete(invitations).where(and(toThem, isNull(invitations.acceptedAt))),
    (orm: Orm) => orm.update(invitations).set({ email: formerEmail }).where(toThem),
    (orm: Orm) => orm.update(partnerships).set({ email: null }).where(eq(partnerships.email, email)),
    (orm: Orm) => orm.update(enrollments).set({ email: null }).where(eq(enrollments.email, email)),
    (orm: Orm) => orm.delete(outgoingMail).where(eq(outgoingMail.recipient, email)),
  ]
}
