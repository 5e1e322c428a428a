import { asc, eq, inArray, type Column } from 'drizzle-orm'
import { byName } from '../by-name.ts'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'
import { listMembers } from './members.server.ts'
import { findOrganization } from './organizations.server.ts'

type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect']

/** All of an organization's records: rows as the database holds them, people by id with their names beside. */
export interface OrganizationRecords {
  organization: Row<'organizations'>
  members: { personId: string; name: string; role: Row<'members'>['role']; since: Date }[]
  /** Everybody whom the records mention by id. */
  people: { id: string; name: string }[]
  assessments: ExportedAssessment[]
  log: Row<'activities'>[]
}

export interface ExportedAssessment extends Row<'assessments'> {
  sides: Row<'sides'>[]
  contributors: Row<'contributors'>[]
  assignments: Row<'assignments'>[]
  responses: Row<'responses'>[]
  history: Row<'responseHistory'>[]
  frozenCopies: Row<'frozenCopies'>[]
  scores: Row<'scores'>[]
  changes: Row<'changes'>[]
  redactions: Row<'redactions'>[]
}

/** Reads all of an organization's records; undefined if there is no such organization. */
export async function exportOrganization(
  database: Database,
  organizationId: string,
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
    assessments: await exportAssessments(database, organizationId),
    log,
  }
  return { ...records, people: await namesIn(database, records) }
}

async function exportAssessments(database: Database, agencyId: string): Promise<ExportedAssessment[]> {
  const { assessments } = database.tables
  const rows = await database.orm
    .select()
    .from(assessments)
    .where(eq(assessments.agencyId, agencyId))
    .orderBy(asc(assessments.asOf), asc(assessments.id))
  const exported = []
  for (const row of rows) exported.push(await exportAssessment(database, row))
  return exported
}

async function exportAssessment(
  { orm, tables }: Database,
  assessment: Row<'assessments'>,
): Promise<ExportedAssessment> {
  const { sides, contributors, assignments, responses, frozenCopies, scores, changes, redactions } = tables
  const { responseHistory } = tables
  const isIts = (column: Column) => eq(column, assessment.id)
  return {
    ...assessment,
    sides: await orm.select().from(sides).where(isIts(sides.assessmentId)),
    contributors: await orm.select().from(contributors).where(isIts(contributors.assessmentId)),
    assignments: await orm.select().from(assignments).where(isIts(assignments.assessmentId)),
    responses: await orm.select().from(responses).where(isIts(responses.assessmentId)),
    history: await orm
      .select()
      .from(responseHistory)
      .where(isIts(responseHistory.assessmentId))
      .orderBy(asc(responseHistory.savedAt), asc(responseHistory.itemId), asc(responseHistory.revision)),
    frozenCopies: await orm
      .select()
      .from(frozenCopies)
      .where(isIts(frozenCopies.assessmentId))
      .orderBy(asc(frozenCopies.number)),
    scores: await orm.select().from(scores).where(isIts(scores.assessmentId)).orderBy(asc(scores.number)),
    changes: await orm.select().from(changes).where(isIts(changes.assessmentId)).orderBy(asc(changes.number)),
    redactions: await orm.select().from(redactions).where(isIts(redactions.assessmentId)),
  }
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
