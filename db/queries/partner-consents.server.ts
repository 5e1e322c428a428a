import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import type { PartnershipStatus } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import type { DecisionOutcome } from './decide-partnership.server.ts'
import { movingPortfolio } from './latest-result.server.ts'
import { endOf, findPartnership, type OtherEnd } from './partnerships.server.ts'

/** In which partnership a partner lets which program see its own answers, who says so, and when. */
export interface Consenting {
  partnerId: string
  partnershipId: string
  programId: string
  by: string
  at: Date
}

/** Together in force, or once together: what was rated stays. */
const joined = ['active', 'ended'] as const

/** Lets a program with which the agency is enrolled see the partner's own answers. */
export async function giveConsent(database: Database, consenting: Consenting): Promise<DecisionOutcome> {
  const { partnershipId, programId, by, at } = consenting
  const agencyId = await agencyOf(database, consenting)
  if (!agencyId) return 'unknown'
  const { partnerConsents } = database.tables
  const given = { givenAt: at, givenBy: by, withdrawnAt: null }
  const outcome = await writeAll(database, [
    ifJoined(database, consenting),
    ifEnrolled(database, programId, agencyId),
    guarded((orm: Orm) =>
      orm
        .insert(partnerConsents)
        .values({ partnershipId, programId, ...given })
        .onConflictDoUpdate({
          target: [partnerConsents.partnershipId, partnerConsents.programId],
          set: given,
          setWhere: isNotNull(partnerConsents.withdrawnAt),
        }),
    ),
    movingPortfolio(database, programId),
    ...logForThree(database, consenting, agencyId, 'consent.given'),
  ])
  return outcome.status === 'written' ? 'done' : 'unknown'
}

/** Takes that back: the program no longer sees them. */
export async function withdrawConsent(database: Database, consenting: Consenting): Promise<DecisionOutcome> {
  const { partnershipId, programId, at } = consenting
  const agencyId = await agencyOf(database, consenting)
  if (!agencyId) return 'unknown'
  const { partnerConsents } = database.tables
  const outcome = await writeAll(database, [
    guarded((orm: Orm) =>
      orm
        .update(partnerConsents)
        .set({ withdrawnAt: at })
        .where(
          and(
            eq(partnerConsents.partnershipId, partnershipId),
            eq(partnerConsents.programId, programId),
            isNull(partnerConsents.withdrawnAt),
          ),
        ),
    ),
    movingPortfolio(database, programId),
    ...logForThree(database, consenting, agencyId, 'consent.withdrawn'),
  ])
  return outcome.status === 'written' ? 'done' : 'unknown'
}

async function agencyOf(
  database: Database,
  { partnershipId, partnerId }: Consenting,
): Promise<string | null> {
  const found = await findPartnership(database, partnershipId)
  return found?.partnerId === partnerId ? found.agencyId : null
}

/** A guard of `writeAll`: the partnership is or was in force. Changes nothing. */
function ifJoined({ tables: { partnerships } }: Database, { partnershipId, partnerId }: Consenting) {
  return guarded((orm: Orm) =>
    orm
      .update(partnerships)
      .set({ status: sql`${partnerships.status}` })
      .where(
        and(
          eq(partnerships.id, partnershipId),
          eq(partnerships.partnerId, partnerId),
          inArray(partnerships.status, [...joined]),
        ),
      ),
  )
}

/** A guard of `writeAll`: the agency is enrolled with the program. Changes nothing. */
function ifEnrolled({ tables: { enrollments } }: Database, programId: string, agencyId: string) {
  return guarded((orm: Orm) =>
    orm
      .update(enrollments)
      .set({ status: sql`${enrollments.status}` })
      .where(
        and(
          eq(enrollments.programId, programId),
          eq(enrollments.agencyId, agencyId),
          eq(enrollments.status, 'active'),
        ),
      ),
  )
}

/** The logs of the partner, the agency and the program have it: what it is about is the program. */
function logForThree(
  database: Database,
  { partnerId, programId, by, at }: Consenting,
  agencyId: string,
  action: 'consent.given' | 'consent.withdrawn',
) {
  return [partnerId, agencyId, programId].map((organizationId) =>
    logActivity(database, { organizationId, personId: by, action, subject: programId, at }),
  )
}

/** A program that one of the partner's agencies is enrolled with. */
export interface PossibleConsent {
  partnershipId: string
  partnership: PartnershipStatus
  agency: OtherEnd
  program: OtherEnd
  /** Whether the agency shares answers at all: the partner's are seen only then. */
  answersShared: boolean
  /** Null where it isn't given. */
  givenAt: Date | null
}

/** For each agency that a partner works or worked with, the programs that it is enrolled with. */
export async function listPossibleConsents(
  { orm, tables }: Database,
  partnerId: string,
): Promise<PossibleConsent[]> {
  const { partnerships, enrollments, organizations, partnerConsents } = tables
  const agencies = alias(organizations, 'agencies')
  const programs = alias(organizations, 'programs')
  const rows = await orm
    .select({
      partnershipId: partnerships.id,
      partnership: partnerships.status,
      agency: endOf(agencies),
      program: endOf(programs),
      shares: enrollments.shares,
      givenAt: partnerConsents.givenAt,
      withdrawnAt: partnerConsents.withdrawnAt,
    })
    .from(partnerships)
    .innerJoin(enrollments, eq(enrollments.agencyId, partnerships.agencyId))
    .innerJoin(agencies, eq(agencies.id, partnerships.agencyId))
    .innerJoin(programs, eq(programs.id, enrollments.programId))
    .leftJoin(
      partnerConsents,
      and(
        eq(partnerConsents.partnershipId, partnerships.id),
        eq(partnerConsents.programId, enrollments.programId),
      ),
    )
    .where(
      and(
        eq(partnerships.partnerId, partnerId),
        or(...joined.map((status) => eq(partnerships.status, status))),
        eq(enrollments.status, 'active'),
      ),
    )
    .orderBy(asc(agencies.name), asc(programs.name), asc(partnerships.proposedAt))
  return rows.map(({ shares, givenAt, withdrawnAt, ...row }) => ({
    ...row,
    answersShared: shares === 'answers',
    givenAt: withdrawnAt === null ? givenAt : null,
  }))
}
