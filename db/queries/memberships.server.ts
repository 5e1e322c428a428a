import { eq } from 'drizzle-orm'
import type { Membership } from '../../assessments/access.ts'
import { byName } from '../by-name.ts'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'
import type { OrganizationStatus } from '../words.ts'

/** A membership as its person sees it. */
export interface OwnMembership extends Membership {
  name: string
  status: OrganizationStatus
}

/** What a row has of a membership, where members and organizations are joined; null where there is none. */
type Belonging = { [K in keyof Omit<OwnMembership, 'confirmed'>]: OwnMembership[K] | null }

/** The columns that toMemberships reads. */
export function belongingColumns({ members, organizations }: Tables) {
  return {
    organizationId: organizations.id,
    name: organizations.name,
    kind: organizations.kind,
    status: organizations.status,
    role: members.role,
  }
}

/** The memberships in rows that were joined with members and organizations, by the organization's name. */
export function toMemberships(rows: readonly Belonging[]): OwnMembership[] {
  return rows
    .flatMap(({ organizationId, name, kind, status, role }) =>
      organizationId !== null && name !== null && kind !== null && status !== null && role !== null
        ? [{ organizationId, name, kind, status, role, confirmed: status === 'confirmed' }]
        : [],
    )
    .sort(byName)
}

/** A person's memberships, by the organization's name. */
export async function membershipsOf(database: Database, personId: string): Promise<OwnMembership[]> {
  const { members, organizations } = database.tables
  const rows = await database.orm
    .select(belongingColumns(database.tables))
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(eq(members.personId, personId))
  return toMemberships(rows)
}
