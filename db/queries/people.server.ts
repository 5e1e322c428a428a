import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import type { Tables } from '../statement.ts'
import { writeAll } from '../write-all.server.ts'

export type Person = Tables['people']['$inferSelect']

/** A person by id, also one whose account was deleted. */
export async function findPerson(database: Database, personId: string): Promise<Person | undefined> {
  const { people } = database.tables
  const [person] = await database.orm.select().from(people).where(eq(people.id, personId))
  return person
}

/** A person by mail address, in whatever case it is written. */
export async function findPersonByEmail(database: Database, email: string): Promise<Person | undefined> {
  const { people } = database.tables
  const [person] = await database.orm.select().from(people).where(eq(people.email, email.toLowerCase()))
  return person
}

/** Those who run the installation, by mail address. */
export async function listAdministrators(database: Database): Promise<Person[]> {
  const { people } = database.tables
  return database.orm
    .select()
    .from(people)
    .where(and(eq(people.administrator, true), isNull(people.deletedAt)))
    .orderBy(asc(people.email))
}

/** Makes a person an administrator, or ends that. Answers whether there is a person with that address. */
export async function setAdministrator(
  database: Database,
  email: string,
  administrator: boolean,
): Promise<boolean> {
  const { people } = database.tables
  const changed = await database.orm
    .update(people)
    .set({ administrator })
    .where(eq(people.email, email.toLowerCase()))
    .returning({ id: people.id })
  return changed.length > 0
}

/** Gives a person another mail address, not yet confirmed. */
export async function changeEmail(
  database: Database,
  personId: string,
  email: string,
  at: Date,
): Promise<'changed' | 'taken'> {
  const { people } = database.tables
  try {
    await database.orm
      .update(people)
      .set({ email: email.toLowerCase(), emailVerified: false, updatedAt: at })
      .where(eq(people.id, personId))
    return 'changed'
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken'
    throw error
  }
}

/** Takes a person's second factor away, so that the password alone signs in. */
export async function removeSecondFactor(database: Database, personId: string, at: Date): Promise<void> {
  const { people, twoFactors } = database.tables
  await writeAll(database, [
    (orm) => orm.delete(twoFactors).where(eq(twoFactors.userId, personId)),
    (orm) =>
      orm.update(people).set({ twoFactorEnabled: false, updatedAt: at }).where(eq(people.id, personId)),
  ])
}
