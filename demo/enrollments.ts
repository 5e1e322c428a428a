import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { SharingStep } from '#assessments/sharing.ts'
import type { Database } from '#db/database.server.ts'
import { acceptEnrollment } from '#db/queries/decide-enrollment.server.ts'
import { inviteAgency, inviteByMail } from '#db/queries/invite-agency.server.ts'
import { giveConsent } from '#db/queries/partner-consents.server.ts'
import { activePartners } from '#db/queries/partnerships.server.ts'
import { larkmoor } from './agencies.ts'
import type { SeededPartner } from './organizations.ts'
import { workingHours, type SeededAgency } from './rounds.ts'

interface DemoEnrollment {
  agency: string
  invited: string
  /** Null where the agency hasn't answered yet. */
  shares: SharingStep | null
  notes?: boolean
}

/** Which agencies the program invited, and what each shares with it. */
const enrollments: readonly DemoEnrollment[] = [
  { agency: 'Port Ellery Police Department', invited: '2024-01-15', shares: 'answers', notes: true },
  { agency: 'Vandermeer County Sheriff’s Office', invited: '2024-05-13', shares: 'answers' },
  { agency: 'Ashgrove University Police', invited: '2024-09-16', shares: 'scores' },
  { agency: 'Dunmere Police Department', invited: '2024-10-14', shares: 'scores' },
  { agency: 'Larkmoor Police Department', invited: '2024-11-18', shares: 'answers' },
  { agency: 'Winnemac State Patrol, Northern Region', invited: '2025-01-13', shares: 'scores' },
  { agency: 'Hollis Creek Police Department', invited: '2025-03-10', shares: 'answers', notes: true },
  { agency: 'Kestrel Lake Tribal Police Department', invited: '2025-11-10', shares: 'scores' },
  { agency: 'Marrowbone Constable’s Office, Precinct 2', invited: '2026-02-16', shares: 'profile' },
  { agency: 'Saint Orrin Township Police', invited: '2026-06-15', shares: 'scores' },
  { agency: 'Greywater County Sheriff’s Office', invited: '2026-11-16', shares: null },
]

/** Invited by mail, and not here yet. */
const mailed = { email: 'chief@alderpoint.example', name: 'Alder Point Police Department', at: '2026-11-17' }

/** Enrolls agencies with the program, at every step of sharing; one invitation waits, and one partner consents. */
export async function addEnrollments(
  database: Database,
  agencies: readonly SeededAgency[],
  partners: readonly SeededPartner[],
): Promise<void> {
  const program = await findProgram(database)
  for (const enrollment of enrollments) {
    const seeded = agencies.find(({ agency }) => agency.name === enrollment.agency)
    if (!seeded) throw new Error(`There is no ${enrollment.agency}.`)
    await enroll(database, program, seeded, enrollment)
    if (seeded.agency === larkmoor) await consent(database, program.id, seeded, partners)
  }
  const at = workingHours(mailed.at)
  const outcome = await inviteByMail(
    database,
    { programId: program.id, by: program.coordinator, at },
    {
      email: mailed.email,
      agencyName: mailed.name,
      tokenHash: createHash('sha256').update('an invitation of the demonstration').digest('base64url'),
      expiresAt: workingHours(mailed.at, 30),
    },
  )
  if (outcome.status !== 'invited') throw new Error(`could not invite by mail: ${outcome.status}`)
}

interface SeededProgram {
  id: string
  coordinator: string
}

async function findProgram({ orm, tables: { organizations } }: Database): Promise<SeededProgram> {
  const { id, createdBy } = organizations
  const [row] = await orm
    .select({ id, coordinator: createdBy })
    .from(organizations)
    .where(eq(organizations.kind, 'program'))
  if (!row) throw new Error('There is no program.')
  return row
}

async function enroll(
  database: Database,
  program: SeededProgram,
  { id: agencyId, coordinator }: SeededAgency,
  { agency, invited, shares, notes = false }: DemoEnrollment,
): Promise<void> {
  const inviting = { programId: program.id, by: program.coordinator, at: workingHours(invited) }
  const outcome = await inviteAgency(database, inviting, agencyId)
  if (outcome.status !== 'invited') throw new Error(`${agency} could not be invited: ${outcome.status}`)
  if (shares === null) return
  const at = workingHours(invited, 4)
  const decision = { enrollmentId: outcome.id, organizationId: agencyId, by: coordinator, at }
  const accepted = await acceptEnrollment(database, decision, { step: shares, notes })
  if (accepted !== 'done') throw new Error(`${agency} could not accept: ${accepted}`)
}

/** The partner of an agency lets the program see its own answers. */
async function consent(
  database: Database,
  programId: string,
  { id }: SeededAgency,
  partners: readonly SeededPartner[],
): Promise<void> {
  for (const { id: partnerId, partnershipId } of await activePartners(database, id)) {
    const by = partners.find((partner) => partner.id === partnerId)?.coordinator ?? ''
    const at = workingHours('2024-12-02')
    const outcome = await giveConsent(database, { partnerId, partnershipId, programId, by, at })
    if (outcome !== 'done') throw new Error('the partner could not consent')
  }
}
