import type { OrganizationKind, Role } from '#assessments/access.ts'
import type { Response } from '#assessments/response.ts'
import type { Database } from '#db/database.server.ts'
import { startAssessment } from '#db/queries/assessments.server.ts'
import { createOrganization } from '#db/queries/organizations.server.ts'
import { saveResponse, type SaveOutcome } from '#db/queries/save-response.server.ts'

/** A moment in the tests' day: so many minutes after noon (UTC) on 1 March 2025. */
export function minute(minutes: number): Date {
  return new Date(Date.UTC(2025, 2, 1, 12, minutes))
}

export async function addPerson(database: Database, name: string): Promise<string> {
  const id = name.toLowerCase()
  const at = minute(0)
  await database.orm
    .insert(database.tables.people)
    .values({ id, name, email: `${id}@example.org`, createdAt: at, updatedAt: at })
  return id
}

export const profile = {
  name: 'Fairview Police Department',
  state: 'OH',
  county: 'Adams',
  timeZone: 'America/New_York',
  agencyType: 'police',
  ori: null,
  sizeBand: '25-49',
  reassessMonths: 12,
} as const

/** An agency (or another kind), confirmed, with its coordinator. */
export async function addOrganization(
  database: Database,
  coordinator: string,
  options: { name?: string; kind?: OrganizationKind; county?: string; state?: string } = {},
): Promise<string> {
  const { id } = await createOrganization(
    database,
    { ...profile, kind: 'agency', ...options },
    { createdBy: coordinator, status: 'confirmed', at: minute(0) },
  )
  return id
}

/** A person who is a member of an organization. */
export async function addMember(
  database: Database,
  organizationId: string,
  name: string,
  role: Role,
): Promise<string> {
  const personId = await addPerson(database, name)
  await database.orm
    .insert(database.tables.members)
    .values({ organizationId, personId, role, createdAt: minute(0) })
  return personId
}

export const storedVersion = { json: '{"slug":"sketch"}', sha256: 'a'.repeat(64) }

/** An assessment that is being answered. */
export async function addAssessment(
  database: Database,
  agencyId: string,
  startedBy: string,
  asOf = '2025-03-01',
): Promise<string> {
  const started = await startAssessment(
    database,
    { agencyId, slug: 'sketch', version: '1.0.0', asOf, startedBy, contributors: [], partnershipId: null },
    storedVersion,
    minute(1),
  )
  if (started.status !== 'started') throw new Error(started.status)
  return started.id
}

/** An agency with a coordinator (`ann`), a contributor (`bob`), and an assessment that is being answered. */
export async function addAnswering(database: Database) {
  const ann = await addPerson(database, 'Ann')
  const agencyId = await addOrganization(database, ann)
  const bob = await addMember(database, agencyId, 'Bob', 'contributor')
  const assessmentId = await addAssessment(database, agencyId, ann)
  return { ann, bob, agencyId, assessmentId }
}

/** Saves a response of the agency's side; `base` is the revision that it was made from. */
export function save(
  database: Database,
  assessmentId: string,
  personId: string,
  change: { itemId: string; response: Response; base?: number; saveId?: string; at?: Date },
): Promise<SaveOutcome> {
  return saveResponse(database, {
    assessmentId,
    side: 'agency',
    itemId: change.itemId,
    response: change.response,
    baseRevision: change.base ?? 0,
    saveId: change.saveId ?? crypto.randomUUID(),
    personId,
    at: change.at ?? minute(2),
  })
}
