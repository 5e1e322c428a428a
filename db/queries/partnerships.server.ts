import { and, desc, eq, gte, or } from 'drizzle-orm'
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Side } from '../../assessments/access.ts'
import { byName } from '../by-name.ts'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'
import type { PartnershipStatus } from '../words.ts'

export type Partnership = Tables['partnerships']['$inferSelect']

/** The organization at the other end. */
export interface OtherEnd {
  id: string
  name: string
  county: string
  state: string
}

/** A partnership as one of its two organizations sees it. */
export interface ListedPartnership {
  id: string
  status: PartnershipStatus
  /** Null where somebody was asked by mail and nobody has accepted yet. */
  other: OtherEnd | null
  /** Where a proposal was mailed to. */
  email: string | null
  /** Whether this organization proposed it. */
  own: boolean
  proposedAt: Date
  proposedByName: string
  expiresAt: Date | null
  decidedAt: Date | null
  endedAt: Date | null
}

/** All partnerships of an agency or a partner, in whatever state, the latest proposal first. */
export async function listPartnerships(
  database: Database,
  organizationId: string,
): Promise<ListedPartnership[]> {
  const { partnerships, organizations, people } = database.tables
  const agencies = alias(organizations, 'agencies')
  const partners = alias(organizations, 'partners')
  const rows = await database.orm
    .select({ row: partnerships, agency: endOf(agencies), partner: endOf(partners), proposer: people.name })
    .from(partnerships)
    .leftJoin(agencies, eq(agencies.id, partnerships.agencyId))
    .leftJoin(partners, eq(partners.id, partnerships.partnerId))
    .innerJoin(people, eq(people.id, partnerships.proposedBy))
    .where(or(eq(partnerships.agencyId, organizationId), eq(partnerships.partnerId, organizationId)))
    .orderBy(desc(partnerships.proposedAt), desc(partnerships.id))
  return rows.map(({ row, agency, partner, proposer }) => {
    const side: Side = row.agencyId === organizationId ? 'agency' : 'partner'
    const { id, status, email, proposedAt, expiresAt, decidedAt, endedAt } = row
    return {
      id,
      status,
      email,
      proposedAt,
      expiresAt,
      decidedAt,
      endedAt,
      other: side === 'agency' ? partner : agency,
      own: row.proposedAs === side,
      proposedByName: proposer,
    }
  })
}

/** The columns of an organization that the other end sees. */
export function endOf<Columns extends Record<keyof OtherEnd, SQLiteColumn>>({
  id,
  name,
  county,
  state,
}: Columns): Pick<Columns, keyof OtherEnd> {
  return { id, name, county, state }
}

/** The partners that an agency can choose among for an assessment, by name. */
export async function activePartners(
  { orm, tables: { partnerships, organizations } }: Database,
  agencyId: string,
): Promise<(OtherEnd & { partnershipId: string })[]> {
  const rows = await orm
    .select({ partnershipId: partnerships.id, ...endOf(organizations) })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.partnerId))
    .where(and(eq(partnerships.agencyId, agencyId), eq(partnerships.status, 'active')))
  return rows.sort(byName)
}

/** A mailed proposal, in whatever state, with who made it. */
export interface MailedProposal extends Partnership {
  proposer: OtherEnd
  proposedByName: string
}

/** The proposal that a mailed link means. */
export async function findProposalByTokenHash(
  database: Database,
  tokenHash: string,
): Promise<MailedProposal | undefined> {
  const { partnerships, organizations, people } = database.tables
  const [row] = await database.orm
    .select({ partnership: partnerships, proposer: endOf(organizations), name: people.name })
    .from(partnerships)
    .innerJoin(
      organizations,
      or(
        and(eq(partnerships.proposedAs, 'agency'), eq(organizations.id, partnerships.agencyId)),
        and(eq(partnerships.proposedAs, 'partner'), eq(organizations.id, partnerships.partnerId)),
      ),
    )
    .innerJoin(people, eq(people.id, partnerships.proposedBy))
    .where(eq(partnerships.tokenHash, tokenHash))
  return row && { ...row.partnership, proposer: row.proposer, proposedByName: row.name }
}

/** A partnership by id. */
export async function findPartnership(
  { orm, tables: { partnerships } }: Database,
  partnershipId: string,
): Promise<Partnership | undefined> {
  const [row] = await orm.select().from(partnerships).where(eq(partnerships.id, partnershipId))
  return row
}

/** What was proposed to whom, and when: what limits how often somebody is asked. */
export type RecentProposal = Pick<Partnership, 'agencyId' | 'partnerId' | 'email' | 'proposedAt'>

/** What an organization has proposed since a moment, and its person for whichever organization; in whatever state. */
export async function recentProposals(
  { orm, tables: { partnerships } }: Database,
  { organizationId, by }: { organizationId: string; by: string },
  since: Date,
): Promise<RecentProposal[]> {
  const { agencyId, partnerId, email, proposedAs, proposedAt, proposedBy } = partnerships
  return orm
    .select({ agencyId, partnerId, email, proposedAt })
    .from(partnerships)
    .where(
      and(
        gte(proposedAt, since),
        or(
          eq(proposedBy, by),
          and(eq(proposedAs, 'agency'), eq(agencyId, organizationId)),
          and(eq(proposedAs, 'partner'), eq(partnerId, organizationId)),
        ),
      ),
    )
}
