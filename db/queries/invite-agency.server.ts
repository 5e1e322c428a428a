import { and, eq, gt, notExists, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import type { Orm } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { ifConfirmed, type MailedTo } from './propose-partnership.server.ts'

/** Which program invites, by whom, and when. */
export interface Inviting {
  programId: string
  by: string
  at: Date
}

export type InviteOutcome =
  | { status: 'invited'; id: string }
  /** The agency is enrolled, or invited and hasn't answered. */
  | { status: 'one-is-open' }
  /** The program isn't confirmed, or what is invited is no confirmed agency. */
  | { status: 'not-possible' }

/** Invites an agency that is here. The program sees nothing more of it by that. */
export async function inviteAgency(
  database: Database,
  { programId, by, at }: Inviting,
  agencyId: string,
): Promise<InviteOutcome> {
  const { enrollments } = database.tables
  const id = crypto.randomUUID()
  const done = { personId: by, action: 'enrollment.invited', subject: id, at } as const
  const row = { id, programId, agencyId, status: 'invited', invitedAt: at, invitedBy: by } as const
  try {
    const outcome = await writeAll(database, [
      ifConfirmed(database, programId, 'program'),
      ifConfirmed(database, agencyId, 'agency'),
      (orm) => orm.insert(enrollments).values(row),
      logActivity(database, { ...done, organizationId: programId }),
      logActivity(database, { ...done, organizationId: agencyId }),
    ])
    return outcome.status === 'written' ? { status: 'invited', id } : { status: 'not-possible' }
  } catch (error) {
    if (isUniqueViolation(error)) return { status: 'one-is-open' }
    throw error
  }
}

/** An invitation to whoever reads an address, for an agency that isn't here yet. */
export interface MailedAgency extends MailedTo {
  /** What the program calls the agency. */
  agencyName: string | null
}

/**
 * Keeps an invitation to an address; the caller sends its link. The address is kept in lower case. One that the
 * same program sent to the same address must have expired or been answered.
 */
export async function inviteByMail(
  database: Database,
  { programId, by, at }: Inviting,
  { email, tokenHash, expiresAt, agencyName }: MailedAgency,
): Promise<InviteOutcome> {
  const { enrollments } = database.tables
  const id = crypto.randomUUID()
  const address = email.toLowerCase()
  const row = { id, programId, email: address, agencyName, tokenHash, expiresAt } as const
  const outcome = await writeAll(database, [
    ifConfirmed(database, programId, 'program'),
    unlessInvited(database, programId, address, at),
    (orm) => orm.insert(enrollments).values({ ...row, status: 'invited', invitedAt: at, invitedBy: by }),
    logActivity(database, {
      ...{ organizationId: programId, personId: by, action: 'enrollment.invited', subject: id, at },
    }),
  ])
  if (outcome.status === 'written') return { status: 'invited', id }
  return { status: outcome.at === 0 ? 'not-possible' : 'one-is-open' }
}

/**
 * A guard of `writeAll`: no open invitation of the program goes to this address. It comes after the program's row
 * was locked, so that of two at the same moment the second sees the first.
 */
function unlessInvited({ tables }: Database, programId: string, email: string, at: Date) {
  const { organizations, enrollments } = tables
  return guarded((orm: Orm) =>
    orm
      .update(organizations)
      .set({ name: sql`${organizations.name}` })
      .where(
        and(
          eq(organizations.id, programId),
          notExists(
            orm
              .select({ id: enrollments.id })
              .from(enrollments)
              .where(
                and(
                  eq(enrollments.programId, programId),
                  eq(enrollments.email, email),
                  eq(enrollments.status, 'invited'),
                  gt(enrollments.expiresAt, at),
                ),
              ),
          ),
        ),
      ),
  )
}
