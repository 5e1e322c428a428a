import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { otherSide, type OrganizationKind, type Side } from '../../assessments/access.ts'
import { byName } from '../by-name.ts'
import type { Database } from '../database.server.ts'
import { endOf, type OtherEnd } from './partnerships.server.ts'

/** The confirmed organizations that an agency, or a partner, can propose a partnership to, by name. */
export async function listPossiblePartners(
  database: Database,
  organizationId: string,
  side: Side,
): Promise<OtherEnd[]> {
  const { organizations } = database.tables
  const { joined, possible } = whoIsPossible(database, organizationId, side)
  const rows = await database.orm
    .select(endOf(organizations))
    .from(organizations)
    .leftJoin(database.tables.partnerships, joined)
    .where(possible)
  return rows.sort(byName)
}

/** Those of them that are nearest: of the same county first, then of the same state; and how many there are. */
export async function nearestPossiblePartners(
  database: Database,
  { id, county, state }: Omit<OtherEnd, 'name'>,
  side: Side,
  most: number,
): Promise<{ total: number; nearest: OtherEnd[] }> {
  const { orm, tables } = database
  const { organizations, partnerships } = tables
  const { joined, possible } = whoIsPossible(database, id, side)
  const sameState = eq(organizations.state, state)
  const far = sql`case when ${and(sameState, eq(organizations.county, county))} then 0 when ${sameState} then 1 else 2 end`
  const [nearest, [counted]] = await Promise.all([
    orm
      .select(endOf(organizations))
      .from(organizations)
      .leftJoin(partnerships, joined)
      .where(possible)
      .orderBy(far, sql`lower(${organizations.name})`, organizations.id)
      .limit(most),
    orm.select({ total: count() }).from(organizations).leftJoin(partnerships, joined).where(possible),
  ])
  return { total: counted?.total ?? 0, nearest }
}

/** Confirmed, of the other kind, and neither partner nor asked: what to join, and what must hold. */
function whoIsPossible(
  { tables: { partnerships, organizations } }: Database,
  organizationId: string,
  side: Side,
) {
  const kind: OrganizationKind = otherSide(side)
  const [mine, theirs] =
    side === 'agency'
      ? [partnerships.agencyId, partnerships.partnerId]
      : [partnerships.partnerId, partnerships.agencyId]
  const joined = and(
    eq(mine, organizationId),
    eq(theirs, organizations.id),
    inArray(partnerships.status, ['proposed', 'active']),
  )
  const possible = and(
    eq(organizations.kind, kind),
    eq(organizations.status, 'confirmed'),
    isNull(partnerships.id),
  )
  return { joined, possible }
}
