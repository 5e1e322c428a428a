import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { shares, type Sharing, type SharingStep } from '../../assessments/sharing.ts'
import type { Database } from '../database.server.ts'

/** An agency that is enrolled with a program, and what it shares. */
export interface Shared {
  enrollmentId: string
  agencyId: string
  step: SharingStep
  notes: boolean
  /** The partnerships whose partner lets the program see its own answers. */
  consents: ReadonlySet<string>
  /** When the agency accepted. */
  since: Date | null
}

/**
 * What a program may have of an agency: null unless the agency is confirmed, accepted, and hasn't ended it. Of an
 * assessment that was rated with a partner it depends on that partner too, so name its partnership.
 */
export async function findSharing(
  database: Database,
  programId: string,
  agencyId: string,
  partnershipId: string | null = null,
): Promise<Sharing | null> {
  const shared = await findShared(database, programId, agencyId)
  return shared && sharingOf(shared, partnershipId)
}

/** What is shared of an assessment that was rated in this partnership, or in none. */
export function sharingOf({ step, notes, consents }: Shared, partnershipId: string | null): Sharing {
  const answers = shares({ step }, 'answers')
  return {
    step,
    notes: answers && notes,
    partner: answers && partnershipId !== null && consents.has(partnershipId),
  }
}

/** As findSharing, for all of the agency's assessments at once. */
export async function findShared(
  database: Database,
  programId: string,
  agencyId: string,
): Promise<Shared | null> {
  const [shared] = await readShared(database, programId, { agencies: [agencyId] }, 1)
  return shared ?? null
}

/** The agencies that share with a program, by id, so many after the one that is named. */
export function listShared(
  database: Database,
  programId: string,
  after: string | undefined,
  limit: number,
): Promise<Shared[]> {
  return readShared(database, programId, { after }, limit)
}

/** What these agencies share with a program; those that share nothing are left out. */
export function findSharedOf(
  database: Database,
  programId: string,
  agencies: readonly string[],
): Promise<Shared[]> {
  return readShared(database, programId, { agencies }, agencies.length)
}

async function readShared(
  database: Database,
  programId: string,
  which: { agencies?: readonly string[]; after?: string | undefined },
  limit: number,
): Promise<Shared[]> {
  const { enrollments, organizations } = database.tables
  const rows = await database.orm
    .select({
      enrollmentId: enrollments.id,
      agencyId: organizations.id,
      step: enrollments.shares,
      notes: enrollments.sharesNotes,
      since: enrollments.decidedAt,
    })
    .from(enrollments)
    .innerJoin(organizations, eq(organizations.id, enrollments.agencyId))
    .where(
      and(
        eq(enrollments.programId, programId),
        eq(enrollments.status, 'active'),
        eq(organizations.kind, 'agency'),
        eq(organizations.status, 'confirmed'),
        which.agencies && inArray(enrollments.agencyId, [...which.agencies]),
        which.after === undefined ? undefined : gt(enrollments.agencyId, which.after),
      ),
    )
    .orderBy(asc(enrollments.agencyId))
    .limit(limit)
  const agencies = rows.map(({ agencyId }) => agencyId)
  const consents = await consentsOf(database, programId, agencies)
  return rows.map((row) => ({ ...row, consents: consents.get(row.agencyId) ?? new Set<string>() }))
}

/** By agency, the partnerships whose partner consents. */
async function consentsOf(
  { orm, tables: { partnerConsents, partnerships } }: Database,
  programId: string,
  agencies: readonly string[],
): Promise<Map<string | null, Set<string>>> {
  if (agencies.length === 0) return new Map()
  const rows = await orm
    .select({ agencyId: partnerships.agencyId, partnershipId: partnerships.id })
    .from(partnerConsents)
    .innerJoin(partnerships, eq(partnerships.id, partnerConsents.partnershipId))
    .where(
      and(
        eq(partnerConsents.programId, programId),
        isNull(partnerConsents.withdrawnAt),
        inArray(partnerships.agencyId, [...agencies]),
      ),
    )
  const byAgency = new Map<string | null, Set<string>>()
  for (const { agencyId, partnershipId } of rows) {
    byAgency.set(agencyId, (byAgency.get(agencyId) ?? new Set()).add(partnershipId))
  }
  return byAgency
}
