import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { agenciesOf, type Portfolio } from './portfolio.server.ts'

const week = 7 * 24 * 60 * 60_000

/** The moment since when nobody may have been reminded to be reminded now. */
export const aWeekBefore = (at: Date) => new Date(at.getTime() - week)

/** Those of some agencies that a program follows, with where they stand and when they were reminded last. */
export async function agenciesToRemind(
  database: Database,
  portfolio: Portfolio,
  agencyIds: readonly string[],
) {
  if (agencyIds.length === 0) return []
  const agencies = agenciesOf(database, portfolio)
  return database.orm
    .select()
    .from(agencies)
    .where(inArray(agencies.agencyId, [...agencyIds]))
    .orderBy(asc(agencies.name))
}

/**
 * Notes that a program reminds an agency now, in both logs; false, and nothing is noted, where it was reminded within
 * a week or isn't followed. Of several who try at once one succeeds: whoever does sends the mail.
 */
export async function claimReminder(
  database: Database,
  { programId, agencyId, by, at }: { programId: string; agencyId: string; by: string; at: Date },
): Promise<boolean> {
  const { enrollments } = database.tables
  const claiming = guarded((orm: Orm) =>
    orm
      .update(enrollments)
      .set({ remindedAt: at })
      .where(
        and(
          eq(enrollments.programId, programId),
          eq(enrollments.agencyId, agencyId),
          eq(enrollments.status, 'active'),
          or(isNull(enrollments.remindedAt), lte(enrollments.remindedAt, aWeekBefore(at))),
        ),
      ),
  )
  const done = { personId: by, action: 'enrollment.reminded', at } as const
  const outcome = await writeAll(database, [
    claiming,
    logActivity(database, { ...done, organizationId: programId, subject: agencyId }),
    logActivity(database, { ...done, organizationId: agencyId, subject: agencyId }),
  ])
  return outcome.status === 'written'
}
