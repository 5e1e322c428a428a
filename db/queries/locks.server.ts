import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'

/*
 * A step that comes before steps whose guard looks at several rows (is there another coordinator?). On
 * PostgreSQL two transactions could each see the other's rows as they were before; the second waits here
 * instead, and its next statements see what the first one did. It changes nothing.
 */

const unchanged = ({ tables: { organizations } }: Database) => ({ name: sql`${organizations.name}` })

/** Makes other changes to an organization's members wait until this transaction has ended. */
export function lockOrganization(database: Database, organizationId: string) {
  const { organizations } = database.tables
  return (orm: Orm) =>
    orm.update(organizations).set(unchanged(database)).where(eq(organizations.id, organizationId))
}

/** As lockOrganization, for every organization that a person is a member of. */
export function lockOrganizationsOf(database: Database, personId: string) {
  const { organizations, members } = database.tables
  return (orm: Orm) => {
    const theirs = orm
      .select({ id: members.organizationId })
      .from(members)
      .where(eq(members.personId, personId))
    return orm.update(organizations).set(unchanged(database)).where(inArray(organizations.id, theirs))
  }
}

/** Makes other changes to who runs the installation wait until this transaction has ended. */
export function lockAdministrators({ tables: { people } }: Database) {
  return (orm: Orm) =>
    orm
      .update(people)
      .set({ name: sql`${people.name}` })
      .where(eq(people.administrator, true))
}
