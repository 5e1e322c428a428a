import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Actor } from '../../assessments/access.ts'
import type { Database } from '../database.server.ts'
import { prepared, type Given } from '../prepared.server.ts'
import { belongingColumns, toMemberships, type OwnMembership } from './memberships.server.ts'
import type { Person } from './people.server.ts'
import type { Tables } from '../statement.ts'

export type Session = Tables['sessions']['$inferSelect']

/** Who a request comes from. `actor` is what `can` asks for. */
export interface SignedIn {
  session: Session
  person: Person
  memberships: OwnMembership[]
  actor: NonNullable<Actor>
}

/**
 * The session of a token with its person and their memberships, unless it has expired by `at` or the account was
 * deleted: all in one query, as every request needs it.
 */
export async function findSignedIn(
  database: Database,
  token: string,
  at: Date,
): Promise<SignedIn | undefined> {
  const rows = await signedInRows.execute(database, { token, at })
  const [first] = rows
  if (!first) return undefined
  const { session, person } = first
  const memberships = toMemberships(rows)
  const actor = { personId: person.id, administrator: person.administrator, memberships }
  return { session, person, memberships, actor }
}

const signedInRows = prepared((orm, tables, given: Given<{ token: string; at: Date }>) => {
  const { sessions, people, members, organizations } = tables
  return orm
    .select({ session: sessions, person: people, ...belongingColumns(tables) })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .leftJoin(members, eq(members.personId, people.id))
    .leftJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(sessions.token, given('token', sessions.token)),
        gt(sessions.expiresAt, given('at', sessions.expiresAt)),
        isNull(people.deletedAt),
      ),
    )
})
