import { agencyWithTeam, finishOne, startOne, type Agency } from './agency.ts'
import { enroll } from './enrollment-builders.ts'
import { readyExport } from './export-world.ts'
import { addPartnership, addPartnerSide } from './partner-side.ts'
import { addMember, addOrganization, addPerson } from './program.ts'

/** Who asks for a screen. */
export const roles = [
  'nobody',
  'stranger',
  'outsider',
  'administrator',
  'viewer',
  'contributor',
  'coordinator',
  'partner viewer',
  'partner contributor',
  'partner coordinator',
  'other partner',
  'both',
  'program viewer',
  'program contributor',
  'program coordinator',
  'other program',
] as const
export type Role = (typeof roles)[number]

/**
 * An agency with a final assessment, which a partner rates too, and an open one, that shares its scores with a
 * program; and somebody in each role.
 */
export interface World {
  agency: Agency
  partnerId: string
  programId: string
  params: Record<string, string>
  people: Record<Role, string | null>
}

export async function makeWorld(): Promise<World> {
  const agency = await agencyWithTeam()
  const { coordinator, contributor, viewer, outsider, agencyId, program } = agency
  const stranger = await addPerson(program)
  const administrator = await addPerson(program, { administrator: true })
  const assessmentId = await finishOne(agency, '2026-06-01')
  await startOne(agency, '2026-11-01')
  const params = {
    organizationId: agencyId,
    assessmentId,
    domainId: 'training',
    itemId: 'training.basic',
    number: '1',
    revision: '1',
    slug: 'sample',
    version: '1.0.0',
    secret: 'a-secret-that-nobody-was-given',
    token: 'a-token-that-nobody-was-given',
    exportId: await readyExport(program, agencyId, coordinator),
    file: 'responses.csv',
  }
  const partner = await addOrganization(program, { kind: 'partner', name: 'Riverside Care' })
  const other = await addOrganization(program, { kind: 'partner', name: 'Hillside Care' })
  const { database } = program
  const parties = { agencyId, partnerId: partner.id, proposedBy: coordinator }
  await addPartnerSide(database, assessmentId, await addPartnership(database, parties))
  await addPartnership(database, { ...parties, partnerId: other.id })
  await database.orm.insert(database.tables.reconciliationSteps).values({
    ...{ assessmentId, revision: 1, stepId: 'a-comment', kind: 'commented', side: 'agency' },
    ...{
      personId: contributor,
      at: program.now(),
      itemId: 'training.basic',
      text: 'We trained them in May.',
    },
  })
  const following = await addOrganization(program, { kind: 'program', name: 'State Office' })
  const otherProgram = await addOrganization(program, { kind: 'program', name: 'Another Office' })
  const between = { programId: following.id, agencyId, at: program.now() }
  await enroll(
    database,
    { ...between, by: { program: following.coordinator, agency: coordinator } },
    'scores',
  )
  Object.assign(params, { programId: following.id, agencyId })
  const both = await addMember(program, agencyId, 'viewer')
  await addMember(program, partner.id, 'coordinator', both)
  const people = {
    ...{ nobody: null, stranger, outsider, administrator, viewer, contributor, coordinator, both },
    'partner viewer': await addMember(program, partner.id, 'viewer'),
    'partner contributor': await addMember(program, partner.id, 'contributor'),
    'partner coordinator': partner.coordinator,
    'other partner': other.coordinator,
    'program viewer': await addMember(program, following.id, 'viewer'),
    'program contributor': await addMember(program, following.id, 'contributor'),
    'program coordinator': following.coordinator,
    'other program': otherProgram.coordinator,
  }
  return { agency, partnerId: partner.id, programId: following.id, params, people }
}
