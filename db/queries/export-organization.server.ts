import { asc, eq, inArray, or } from 'drizzle-orm'
import { byName } from '../by-name.ts'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'
import { exportAssessment, type ExportedAssessment } from './export-assessment.server.ts'
import { listMembers } from './members.server.ts'
import { findOrganization } from './organizations.server.ts'
import { listPartnerships, type ListedPartnership } from './partnerships.server.ts'

type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect']

/** All of an organization's records: rows as the database holds them, people by id with their names beside. */
export interface OrganizationRecords {
  organization: Row<'organizations'>
  members: { personId: string; name: string; role: Row<'members'>['role']; since: Date }[]
  /** With whom it is or was a partner, and what was proposed; no secret of a link. */
  partnerships: ListedPartnership[]
  /** With which programs, or agencies, it is or was enrolled, and what is shared; no secret of a link. */
  enrollments: Omit<Row<'enrollments'>, 'tokenHash'>[]
  /** What partners let programs see of their own answers; a partner's own, and those about an agency. */
  consents: Row<'partnerConsents'>[]
  /** Everybody whom the records mention by id. */
  people: { id: string; name: string }[]
  /** Its own, and those that it rates as a partner. */
  assessments: ExportedAssessment[]
  log: Row<'activities'>[]
  /** The ids of assessments that are left out, with what the log says of them. */
  leftOut: string[]
}

/**
 * Reads all of an organization's records, but for some assessments; undefined if there is no such organization.
 */
export async function exportOrganization(
  database: Database,
  organizationId: string,
  except: ReadonlySet<string> = new Set(),
): Promise<OrganizationRecords | undefined> {
  const organization = await findOrganization(database, organizationId)
  if (!organization) return undefined
  const { orm, tables } = database
  const members = await listMembers(database, organizationId)
  const log = await orm
    .select()
    .from(tables.activities)
    .where(eq(tables.activities.organizationId, organizationId))
    .orderBy(asc(tables.activities.at), asc(tables.activities.id))
  const records = {
    organization,
    members: members.map(({ personId, name, role, since }) => ({ personId, name, role, since })),
    partnerships: await listPartnerships(database, organizationId),
    enrollments: await readEnrollments(database, organizationId),
    consents: await readConsents(database, organizationId),
    assessments: await exportAssessments(database, organizationId, except),
    log: log.filter(({ assessmentId }) => !except.has(assessmentId ?? '')),
    leftOut: [...except],
  }
  return { ...records, people: await namesIn(database, records) }
}

async function readEnrollments({ orm, tables: { enrollments } }: Database, organizationId: string) {
  const rows = await orm
    .select()
    .from(enrollments)
    .where(or(eq(enrollments.agencyId, organizationId), eq(enrollments.programId, organizationId)))
    .orderBy(asc(enrollments.invitedAt), asc(enrollments.id))
  return rows.map((row) => ({ ...row, tokenHash: undefined }))
}

async function readConsents(
  { orm, tables: { partnerConsents, partnerships } }: Database,
  organizationId: string,
) {
  const rows = await orm
    .select({ consent: partnerConsents })
    .from(partnerConsents)
    .innerJoin(partnerships, eq(partnerships.id, partnerConsents.partnershipId))
    .where(
      or(
        eq(partnerships.agencyId, organizationId),
        eq(partnerships.partnerId, organizationId),
        eq(partnerConsents.programId, organizationId),
      ),
    )
    .orderBy(asc(partnerConsents.givenAt), asc(partnerConsents.partnershipId))
  return rows.map(({ consent }) => consent)
}

async function exportAssessments(
  database: Database,
  organizationId: string,
  except: ReadonlySet<string>,
): Promise<ExportedAssessment[]> {
  const { assessments, partnerships } = database.tables
  const own = await database.orm
    .select()
    .from(assessments)
    .where(eq(assessments.agencyId, organizationId))
    .orderBy(asc(assessments.asOf), asc(assessments.id))
  const asPartner = await database.orm
    .select({ assessment: assessments })
    .from(assessments)
    .innerJoin(partnerships, eq(partnerships.id, assessments.partnershipId))
    .where(eq(partnerships.partnerId, organizationId))
    .orderBy(asc(assessments.asOf), asc(assessments.id))
  const exported = []
  for (const row of own) exported.push(await exportAssessment(database, row, 'agency'))
  for (const { assessment } of asPartner) {
    if (!except.has(assessment.id)) exported.push(await exportAssessment(database, assessment, 'partner'))
  }
  return exported
}

const keysOfPeople = new Set([
  'personId',
  'createdBy',
  'decidedBy',
  'startedBy',
  'submittedBy',
  'updatedBy',
  'savedBy',
  'finalizedBy',
  'reopenedBy',
  'redactedBy',
  'movedBy',
  'undoneBy',
  'invitedBy',
  'endedBy',
  'givenBy',
  // Who gave what was carried.
  'person',
])

async function namesIn(database: Database, records: object): Promise<{ id: string; name: string }[]> {
  const { people } = database.tables
  const ids = [...new Set(idsOfPeople(records))]
  const rows = await database.orm
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
  return rows.sort(byName)
}

function idsOfPeople(records: object): string[] {
  return Object.entries(records).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return keysOfPeople.has(key) ? [value] : []
    return typeof value === 'object' && value !== null ? idsOfPeople(value) : []
  })
}
