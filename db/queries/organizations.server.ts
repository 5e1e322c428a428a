import { and, asc, eq, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm, Tables } from '../statement.ts'
import type { OrganizationStatus } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { movingPortfolios, namingInPortfolios } from './latest-result.server.ts'

export type Organization = Tables['organizations']['$inferSelect']

/** What its coordinators say of an organization and can change, `kind` aside. */
export type Profile = Pick<
  Organization,
  'name' | 'state' | 'county' | 'timeZone' | 'agencyType' | 'ori' | 'sizeBand' | 'reassessMonths'
> &
  Partial<Pick<Organization, 'retentionYears'>>

export interface WaitingOrganization extends Organization {
  createdByName: string
  createdByEmail: string
}

/** Creates an organization, with its creator as coordinator; `status` says whether it must be confirmed first. */
export async function createOrganization(
  database: Database,
  profile: Profile & Pick<Organization, 'kind'>,
  creation: { createdBy: string; status: OrganizationStatus; at: Date },
): Promise<{ id: string }> {
  const { organizations, members } = database.tables
  const { createdBy, status, at } = creation
  const id = crypto.randomUUID()
  const row = { ...profile, id, status, createdBy, createdAt: at }
  await writeAll(database, [
    (orm) => orm.insert(organizations).values({ ...row, retentionSetAt: profile.retentionYears ? at : null }),
    (orm) =>
      orm
        .insert(members)
        .values({ organizationId: id, personId: createdBy, role: 'coordinator', createdAt: at }),
    logActivity(database, { organizationId: id, personId: createdBy, action: 'organization.created', at }),
  ])
  return { id }
}

/** An organization by id, whatever its status. */
export async function findOrganization(
  database: Database,
  organizationId: string,
): Promise<Organization | undefined> {
  const { organizations } = database.tables
  const [row] = await database.orm.select().from(organizations).where(eq(organizations.id, organizationId))
  return row
}

/** Changes what an organization says of itself. Answers whether there is one. */
export async function editOrganization(
  database: Database,
  organizationId: string,
  profile: Partial<Profile>,
  edit: { by: string; at: Date },
): Promise<boolean> {
  const { organizations } = database.tables
  const { retentionYears } = profile
  const outcome = await writeAll(database, [
    ...(retentionYears === undefined
      ? []
      : [datingRetention(database, organizationId, retentionYears, edit.at)]),
    guarded((orm) => orm.update(organizations).set(profile).where(eq(organizations.id, organizationId))),
    namingInPortfolios(database, organizationId),
    movingPortfolios(database, organizationId),
    logActivity(database, {
      organizationId,
      personId: edit.by,
      action: 'organization.edited',
      at: edit.at,
    }),
  ])
  return outcome.status === 'written'
}

/** A step that remembers when the retention period became what it is about to become; nothing if it is that. */
function datingRetention(database: Database, organizationId: string, years: number | null, at: Date) {
  const { organizations } = database.tables
  const differs =
    years === null
      ? isNotNull(organizations.retentionYears)
      : or(isNull(organizations.retentionYears), ne(organizations.retentionYears, years))
  return (orm: Orm) =>
    orm
      .update(organizations)
      .set({ retentionSetAt: years === null ? null : at })
      .where(and(eq(organizations.id, organizationId), differs))
}

/** Organizations that wait for an administrator, the longest wait first. */
export async function listOrganizationsWaiting(database: Database): Promise<WaitingOrganization[]> {
  const { organizations, people } = database.tables
  const rows = await database.orm
    .select({ organization: organizations, name: people.name, email: people.email })
    .from(organizations)
    .innerJoin(people, eq(people.id, organizations.createdBy))
    .where(eq(organizations.status, 'waiting'))
    .orderBy(asc(organizations.createdAt), asc(organizations.id))
  return rows.map(({ organization, name, email }) => ({
    ...organization,
    createdByName: name,
    createdByEmail: email,
  }))
}

/** Confirms or declines an organization. Answers false if it isn't waiting (any more). */
export async function decideOrganization(
  database: Database,
  organizationId: string,
  status: 'confirmed' | 'declined',
  decision: { by: string; at: Date },
): Promise<boolean> {
  const { organizations } = database.tables
  const { by, at } = decision
  const outcome = await writeAll(database, [
    guarded((orm) =>
      orm
        .update(organizations)
        .set({ status, decidedAt: at, decidedBy: by })
        .where(and(eq(organizations.id, organizationId), eq(organizations.status, 'waiting'))),
    ),
    logActivity(database, { organizationId, personId: by, action: `organization.${status}`, at }),
  ])
  return outcome.status === 'written'
}
