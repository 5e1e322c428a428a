import type { SharingStep } from '#assessments/sharing.ts'
import type { Database } from '#db/database.server.ts'
import { acceptEnrollment } from '#db/queries/decide-enrollment.server.ts'
import { inviteAgency } from '#db/queries/invite-agency.server.ts'
import { addOrganization, addPerson, minute } from './database-builders.ts'
import type { Engine } from './engines.ts'

const at = minute(10)

interface Between {
  programId: string
  agencyId: string
  /** Who invites and who accepts: their ids. */
  by: { program: string; agency: string }
  at: Date
}

/** An enrollment that the program asked for and the agency accepted; answers its id. */
export async function enroll(
  database: Database,
  { programId, agencyId, by, at }: Between,
  step: SharingStep = 'profile',
  notes = false,
): Promise<string> {
  const invited = await inviteAgency(database, { programId, by: by.program, at }, agencyId)
  if (invited.status !== 'invited') throw new Error(invited.status)
  const decision = { enrollmentId: invited.id, organizationId: agencyId, by: by.agency, at }
  const accepted = await acceptEnrollment(database, decision, { step, notes })
  if (accepted !== 'done') throw new Error(accepted)
  return invited.id
}

/** Pat's program and Ann's agency. */
export async function addBoth({ database }: Pick<Engine, 'database'>) {
  const pat = await addPerson(database, 'Pat')
  const ann = await addPerson(database, 'Ann')
  const programId = await addOrganization(database, pat, { kind: 'program', name: 'State Office' })
  const agencyId = await addOrganization(database, ann)
  const program = { organizationId: programId, by: pat, at }
  const agency = { organizationId: agencyId, by: ann, at }
  const inviting = { programId, by: pat, at }
  const between = { programId, agencyId, by: { program: pat, agency: ann }, at }
  return { database, pat, ann, programId, agencyId, program, agency, inviting, between }
}

/** The id of what an invitation made. */
export async function invited(outcome: ReturnType<typeof inviteAgency>): Promise<string> {
  const result = await outcome
  if (result.status !== 'invited') throw new Error(result.status)
  return result.id
}
