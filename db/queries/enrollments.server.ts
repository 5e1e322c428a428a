import { and, count, desc, eq, gte, inArray, like, lt, or, sql } from 'drizzle-orm'
import type { SharingStep } from '../../assessments/sharing.ts'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'
import type { EnrollmentStatus } from '../words.ts'
import { endOf, type OtherEnd } from './partnerships.server.ts'

export type Enrollment = Tables['enrollments']['$inferSelect']

/** An enrollment as one of its two organizations sees it; never with what a link's secret hashes to. */
type Listed = Pick<
  Enrollment,
  'id' | 'status' | 'shares' | 'sharesNotes' | 'invitedAt' | 'expiresAt' | 'decidedAt' | 'endedAt'
>

const listedColumns = ({ enrollments }: Tables) => ({
  id: enrollments.id,
  status: enrollments.status,
  shares: enrollments.shares,
  sharesNotes: enrollments.sharesNotes,
  invitedAt: enrollments.invitedAt,
  expiresAt: enrollments.expiresAt,
  decidedAt: enrollments.decidedAt,
  endedAt: enrollments.endedAt,
})

/** An enrollment, or an invitation to one, on the list of its agency. */
export interface AgencyEnrollment extends Listed {
  program: OtherEnd
  invitedByName: string
}

/** All enrollments of an agency and invitations to it, in whatever state, the latest invitation first. */
export async function listEnrollmentsOfAgency(
  { orm, tables }: Database,
  agencyId: string,
): Promise<AgencyEnrollment[]> {
  const { enrollments, organizations, people } = tables
  return orm
    .select({ ...listedColumns(tables), program: endOf(organizations), invitedByName: people.name })
    .from(enrollments)
    .innerJoin(organizations, eq(organizations.id, enrollments.programId))
    .innerJoin(people, eq(people.id, enrollments.invitedBy))
    .where(eq(enrollments.agencyId, agencyId))
    .orderBy(desc(enrollments.invitedAt), desc(enrollments.id))
}

/** An enrollment, or an invitation to one, on the list of its program. */
export interface ProgramEnrollment extends Listed {
  /** Null where somebody was invited by mail and nobody has accepted yet. */
  agency: OtherEnd | null
  /** Where an invitation was mailed to, and what the program called whom it invited. */
  email: string | null
  agencyName: string | null
}

/** Which of a program's enrollments, and where to go on. */
export interface EnrollmentPage {
  statuses: readonly EnrollmentStatus[]
  /** Each is somewhere in the name, the county or the address, in lower case. */
  words?: readonly string[]
  /** An entry of the page before. */
  after?: Pick<Enrollment, 'invitedAt' | 'id'> | undefined
  limit: number
}

/** A program's enrollments and invitations, the latest invitation first, a page at a time. */
export async function listEnrollments(
  { orm, tables }: Database,
  programId: string,
  { statuses, words = [], after, limit }: EnrollmentPage,
): Promise<ProgramEnrollment[]> {
  const { enrollments, organizations } = tables
  const { invitedAt, id, email, agencyName } = enrollments
  const { name, county, state } = organizations
  const text = sql<string>`lower(coalesce(${name}, ${agencyName}, '') || ' ' || coalesce(${county}, '') || ' ' || coalesce(${state}, '') || ' ' || coalesce(${email}, ''))`
  return orm
    .select({ ...listedColumns(tables), agency: endOf(organizations), email, agencyName })
    .from(enrollments)
    .leftJoin(organizations, eq(organizations.id, enrollments.agencyId))
    .where(
      and(
        eq(enrollments.programId, programId),
        inArray(enrollments.status, [...statuses]),
        ...words.map((word) => like(text, `%${word.replaceAll(/[%_\\]/g, '')}%`)),
        after && or(lt(invitedAt, after.invitedAt), and(eq(invitedAt, after.invitedAt), lt(id, after.id))),
      ),
    )
    .orderBy(desc(invitedAt), desc(id))
    .limit(limit)
}

/** How many of a program's enrollments are in each state; the active ones by what they share too. */
export interface EnrollmentCounts {
  statuses: Record<EnrollmentStatus, number>
  steps: Record<SharingStep, number>
}

export async function countEnrollments(
  { orm, tables: { enrollments } }: Database,
  programId: string,
): Promise<EnrollmentCounts> {
  const rows = await orm
    .select({ status: enrollments.status, shares: enrollments.shares, rows: count() })
    .from(enrollments)
    .where(eq(enrollments.programId, programId))
    .groupBy(enrollments.status, enrollments.shares)
  const statuses = { invited: 0, active: 0, declined: 0, withdrawn: 0, ended: 0 }
  const steps = { profile: 0, scores: 0, answers: 0 }
  for (const row of rows) {
    statuses[row.status] += row.rows
    if (row.status === 'active') steps[row.shares] += row.rows
  }
  return { statuses, steps }
}

/** An enrollment by id. */
export async function findEnrollment(
  { orm, tables: { enrollments } }: Database,
  enrollmentId: string,
): Promise<Enrollment | undefined> {
  const [row] = await orm.select().from(enrollments).where(eq(enrollments.id, enrollmentId))
  return row
}

/** A mailed invitation, in whatever state, with who made it. */
export interface MailedInvitation extends Enrollment {
  program: OtherEnd
  timeZone: string
  invitedByName: string
}

/** The invitation that a mailed link means. */
export async function findEnrollmentByTokenHash(
  { orm, tables: { enrollments, organizations, people } }: Database,
  tokenHash: string,
): Promise<MailedInvitation | undefined> {
  const { timeZone } = organizations
  const [row] = await orm
    .select({ enrollment: enrollments, program: endOf(organizations), timeZone, name: people.name })
    .from(enrollments)
    .innerJoin(organizations, eq(organizations.id, enrollments.programId))
    .innerJoin(people, eq(people.id, enrollments.invitedBy))
    .where(eq(enrollments.tokenHash, tokenHash))
  return row && { ...row.enrollment, program: row.program, timeZone: row.timeZone, invitedByName: row.name }
}

/** Who was invited, and when: what limits how often somebody is. */
export type RecentInvitation = Pick<Enrollment, 'agencyId' | 'email' | 'invitedAt'>

/** Whom a program has invited since a moment, and its person for whichever program; in whatever state. */
export async function recentInvitations(
  { orm, tables: { enrollments } }: Database,
  { programId, by }: { programId: string; by: string },
  since: Date,
): Promise<RecentInvitation[]> {
  const { agencyId, email, invitedAt, invitedBy } = enrollments
  return orm
    .select({ agencyId, email, invitedAt })
    .from(enrollments)
    .where(and(gte(invitedAt, since), or(eq(invitedBy, by), eq(enrollments.programId, programId))))
}

/** An invitation that waits for an answer, or an enrollment: whom a program needn't invite again. */
export type OpenEnrollment = Pick<Enrollment, 'agencyId' | 'email' | 'status'>

/** All that are open with a program at a moment; a mailed one that has expired is not. */
export async function openEnrollments(
  { orm, tables: { enrollments } }: Database,
  programId: string,
  at: Date,
): Promise<OpenEnrollment[]> {
  const { agencyId, email, status, expiresAt } = enrollments
  const rows = await orm
    .select({ agencyId, email, status, expiresAt })
    .from(enrollments)
    .where(and(eq(enrollments.programId, programId), inArray(status, ['invited', 'active'])))
  return rows.filter((row) => row.status === 'active' || row.expiresAt === null || row.expiresAt > at)
}
