import { and, eq, sql } from 'drizzle-orm'
import { otherSide, type OrganizationKind, type Side } from '../../assessments/access.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import type { Orm } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'

/** Who proposes, as what, and when. */
export interface Proposing {
  organizationId: string
  /** Which end of the partnership the organization is. */
  side: Side
  by: string
  at: Date
}

export type ProposeOutcome =
  | { status: 'proposed'; id: string }
  /** One is proposed or active between these two. */
  | { status: 'one-is-open' }
  /** One of the two isn't of the kind that it must be, or isn't confirmed. */
  | { status: 'not-possible' }

/** The ids of both ends, from one end's view. */
export function endsOf(side: Side, own: string | null, other: string | null) {
  return side === 'agency' ? { agencyId: own, partnerId: other } : { agencyId: other, partnerId: own }
}

/** Proposes a partnership to an organization that is there. */
export async function proposePartnership(
  database: Database,
  proposing: Proposing,
  toOrganizationId: string,
): Promise<ProposeOutcome> {
  const { partnerships } = database.tables
  const { organizationId, side, by, at } = proposing
  const id = crypto.randomUUID()
  const done = { personId: by, action: 'partnership.proposed', subject: id, at } as const
  const ends = endsOf(side, organizationId, toOrganizationId)
  try {
    const outcome = await writeAll(database, [
      ifConfirmed(database, organizationId, side),
      ifConfirmed(database, toOrganizationId, otherSide(side)),
      (orm) =>
        orm
          .insert(partnerships)
          .values({ ...ends, id, proposedAs: side, status: 'proposed', proposedAt: at, proposedBy: by }),
      logActivity(database, { ...done, organizationId }),
      logActivity(database, { ...done, organizationId: toOrganizationId }),
    ])
    return outcome.status === 'written' ? { status: 'proposed', id } : { status: 'not-possible' }
  } catch (error) {
    if (isUniqueViolation(error)) return { status: 'one-is-open' }
    throw error
  }
}

/** A proposal to somebody whose organization isn't there yet. */
export interface MailedTo {
  email: string
  /** SHA-256 of the link's secret. */
  tokenHash: string
  expiresAt: Date
}

/** Keeps a proposal to an address; the caller sends its link. The address is kept in lower case. */
export async function proposeByMail(
  database: Database,
  proposing: Proposing,
  { email, tokenHash, expiresAt }: MailedTo,
): Promise<Exclude<ProposeOutcome, { status: 'one-is-open' }>> {
  const { partnerships } = database.tables
  const { organizationId, side, by, at } = proposing
  const id = crypto.randomUUID()
  const row = { ...endsOf(side, organizationId, null), email: email.toLowerCase(), tokenHash, expiresAt }
  const outcome = await writeAll(database, [
    ifConfirmed(database, organizationId, side),
    (orm) =>
      orm
        .insert(partnerships)
        .values({ ...row, id, proposedAs: side, status: 'proposed', proposedAt: at, proposedBy: by }),
    logActivity(database, {
      organizationId,
      at,
      personId: by,
      action: 'partnership.proposed',
      subject: id,
    }),
  ])
  return outcome.status === 'written' ? { status: 'proposed', id } : { status: 'not-possible' }
}

/** A guard of `writeAll`: the organization is confirmed and of this kind. Changes nothing. */
export function ifConfirmed(
  { tables: { organizations } }: Database,
  organizationId: string,
  kind: OrganizationKind,
) {
  return guarded((orm: Orm) =>
    orm
      .update(organizations)
      .set({ name: sql`${organizations.name}` })
      .where(
        and(
          eq(organizations.id, organizationId),
          eq(organizations.kind, kind),
          eq(organizations.status, 'confirmed'),
        ),
      ),
  )
}
