import { aliasedTable, and, eq, exists, inArray, ne, or } from 'drizzle-orm'
import type { Role } from '../../assessments/access.ts'
import { byName } from '../by-name.ts'
import type { Database } from '../database.server.ts'
import type { Orm, Step, Tables } from '../statement.ts'
import type { ActivityAction } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { lockOrganization } from './locks.server.ts'

export interface Member {
  personId: string
  name: string
  email: string
  role: Role
  since: Date
}

/** `last-coordinator`: somebody must remain who can invite and start; `unknown`: no such member. */
export type MemberOutcome = 'done' | 'last-coordinator' | 'unknown'

/** Whose membership, who changes it, and when. */
export interface MemberChange {
  organizationId: string
  personId: string
  by: string
  at: Date
}

/** An organization's members, by name. */
export async function listMembers(database: Database, organizationId: string): Promise<Member[]> {
  const { members, people } = database.tables
  const rows = await database.orm
    .select({
      personId: members.personId,
      name: people.name,
      email: people.email,
      role: members.role,
      since: members.createdAt,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.organizationId, organizationId))
  return rows.sort(byName)
}

/** Gives a member another role, unless that would take the last coordinator away. */
export async function changeRole(
  database: Database,
  change: MemberChange & { role: Role },
): Promise<MemberOutcome> {
  const { members } = database.tables
  const guard = (orm: Orm) =>
    change.role === 'coordinator' ? theMember(database, change) : unlessLastCoordinator(database, orm, change)
  return changeMember(database, change, 'member.role-changed', [
    guarded((orm) => orm.update(members).set({ role: change.role }).where(guard(orm))),
  ])
}

/** Ends somebody's membership, and takes back what was theirs to answer, unless they are the last coordinator. */
export async function removeMember(database: Database, change: MemberChange): Promise<MemberOutcome> {
  return changeMember(database, change, 'member.removed', endSteps(database, change))
}

/** Ends one's own membership; otherwise as removeMember. */
export async function leave(database: Database, change: Omit<MemberChange, 'by'>): Promise<MemberOutcome> {
  return changeMember(database, { ...change, by: change.personId }, 'member.left', endSteps(database, change))
}

async function changeMember(
  database: Database,
  { organizationId, personId, by, at }: MemberChange,
  action: ActivityAction,
  steps: readonly Step[],
): Promise<MemberOutcome> {
  const outcome = await writeAll(database, [
    lockOrganization(database, organizationId),
    ...steps,
    logActivity(database, { organizationId, personId: by, action, subject: personId, at }),
  ])
  if (outcome.status === 'written') return 'done'
  const { members } = database.tables
  const there = await database.orm.$count(members, theMember(database, { organizationId, personId }))
  return there > 0 ? 'last-coordinator' : 'unknown'
}

function endSteps(database: Database, change: Omit<MemberChange, 'by'>): Step[] {
  const { members, assignments, contributors } = database.tables
  const isTheirs = (orm: Orm, table: typeof assignments | typeof contributors) =>
    and(eq(table.personId, change.personId), isOfSide(database, orm, table, change.organizationId))
  return [
    guarded((orm) => orm.delete(members).where(unlessLastCoordinator(database, orm, change))),
    (orm) => orm.delete(assignments).where(isTheirs(orm, assignments)),
    (orm) => orm.delete(contributors).where(isTheirs(orm, contributors)),
  ]
}

/** Holds for rows of a side for which the organization acts. */
function isOfSide(
  { tables: { assessments, partnerships } }: Database,
  orm: Orm,
  { side, assessmentId }: Tables['assignments'] | Tables['contributors'],
  organizationId: string,
) {
  const own = orm
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.agencyId, organizationId))
  const asPartner = orm
    .select({ id: assessments.id })
    .from(assessments)
    .innerJoin(partnerships, eq(partnerships.id, assessments.partnershipId))
    .where(eq(partnerships.partnerId, organizationId))
  return or(
    and(eq(side, 'agency'), inArray(assessmentId, own)),
    and(eq(side, 'partner'), inArray(assessmentId, asPartner)),
  )
}

type Whose = Pick<MemberChange, 'organizationId' | 'personId'>

function theMember({ tables: { members } }: Database, { organizationId, personId }: Whose) {
  return and(eq(members.organizationId, organizationId), eq(members.personId, personId))
}

/** Holds for the member's row while the organization has another coordinator, or needs none because of it. */
function unlessLastCoordinator(database: Database, orm: Orm, whose: Whose) {
  const { members } = database.tables
  const others = aliasedTable(members, 'others')
  const another = orm
    .select({ id: others.personId })
    .from(others)
    .where(
      and(
        eq(others.organizationId, whose.organizationId),
        ne(others.personId, whose.personId),
        eq(others.role, 'coordinator'),
      ),
    )
  return and(theMember(database, whose), or(ne(members.role, 'coordinator'), exists(another)))
}
