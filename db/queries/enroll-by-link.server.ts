import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import {
  logForEnrolled,
  sharesOf,
  type EnrollmentDecision,
  type SharingChoice,
} from './decide-enrollment.server.ts'
import type { DeadLink } from './decide-partnership.server.ts'
import { findEnrollmentByTokenHash, type MailedInvitation } from './enrollments.server.ts'
import { movingPortfolio, namingInPortfolios } from './latest-result.server.ts'
import { ifConfirmed } from './propose-partnership.server.ts'

type ByLink = Omit<EnrollmentDecision, 'enrollmentId'>

export type EnrollByLinkOutcome =
  | { status: 'accepted'; id: string }
  | { status: DeadLink }
  /** The organization is no agency, or isn't confirmed. */
  | { status: 'not-possible' }
  /** The program has invited this agency in another way, or it is enrolled. */
  | { status: 'one-is-open' }

/** Accepts a mailed invitation for an agency, once, and says what it shares. */
export async function enrollByLink(
  database: Database,
  tokenHash: string,
  { organizationId: agencyId, by, at }: ByLink,
  choice: SharingChoice,
): Promise<EnrollByLinkOutcome> {
  const found = await findEnrollmentByTokenHash(database, tokenHash)
  const dead = deadInvitation(found, at)
  if (dead || !found) return { status: dead ?? 'unknown' }
  const { id, programId } = found
  const { enrollments } = database.tables
  const set = { ...sharesOf(choice), agencyId, status: 'active', decidedAt: at, decidedBy: by } as const
  const done = { personId: by, action: 'enrollment.accepted', subject: id, at } as const
  try {
    const outcome = await writeAll(database, [
      guarded((orm) =>
        orm
          .update(enrollments)
          .set(set)
          .where(openLink(database, id, at)),
      ),
      ifConfirmed(database, agencyId, 'agency'),
      namingInPortfolios(database, agencyId),
      movingPortfolio(database, programId),
      ...logForEnrolled(database, { programId, agencyId }, done),
    ])
    if (outcome.status === 'written') return { status: 'accepted', id }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return { status: 'one-is-open' }
  }
  return {
    status: deadInvitation(await findEnrollmentByTokenHash(database, tokenHash), at) ?? 'not-possible',
  }
}

/** Declines a mailed invitation; no agency need be there for it. */
export async function declineEnrollmentByLink(
  database: Database,
  tokenHash: string,
  { by, at }: Omit<ByLink, 'organizationId'>,
): Promise<{ status: 'declined-now'; id: string } | { status: DeadLink }> {
  const found = await findEnrollmentByTokenHash(database, tokenHash)
  const dead = deadInvitation(found, at)
  if (dead || !found) return { status: dead ?? 'unknown' }
  const { enrollments } = database.tables
  const { id } = found
  const set = { status: 'declined', decidedAt: at, decidedBy: by } as const
  const outcome = await writeAll(database, [
    guarded((orm) =>
      orm
        .update(enrollments)
        .set(set)
        .where(openLink(database, id, at)),
    ),
    ...logForEnrolled(database, found, { personId: by, action: 'enrollment.declined', subject: id, at }),
  ])
  if (outcome.status === 'written') return { status: 'declined-now', id }
  return { status: deadInvitation(await findEnrollmentByTokenHash(database, tokenHash), at) ?? 'used' }
}

function openLink({ tables: { enrollments } }: Database, id: string, at: Date) {
  return and(
    eq(enrollments.id, id),
    eq(enrollments.status, 'invited'),
    gt(enrollments.expiresAt, at),
    isNull(enrollments.agencyId),
  )
}

/** Why a link can't be used at this moment; null where it can. */
export function deadInvitation(invitation: MailedInvitation | undefined, at: Date): DeadLink | null {
  switch (invitation?.status) {
    case undefined:
      return 'unknown'
    case 'active':
    case 'ended':
      return 'used'
    case 'invited':
      return invitation.expiresAt && invitation.expiresAt <= at ? 'expired' : null
    default:
      return invitation?.status ?? 'unknown'
  }
}
