import { createHash } from 'node:crypto'
import type { Database } from '#db/database.server.ts'
import type { Role } from '#assessments/access.ts'
import { acceptInvitation, invite } from '#db/queries/invitations.server.ts'
import { createOrganization } from '#db/queries/organizations.server.ts'
import { invitedAgency, larkmoor, partners, program, waitingAgency, type DemoAgency } from './agencies.ts'
import { addPerson, mailOf } from './people.ts'
import { workingHours, type SeededAgency } from './rounds.ts'

/** Two letters that are no state's. */
const state = 'WN'
const week = 7 * 24 * 60 * 60_000

/** Nobody does two things in the same moment, and the log lists them as they came. */
const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

interface Place {
  name: string
  county: string
  host: string
  coordinator: string
}

const noAgency = {
  agencyType: null,
  ori: null,
  sizeBand: null,
  reassessMonths: 12,
  timeZone: 'America/Chicago',
}

/** The partners, the program, the agency that was just invited and the one that waits to be confirmed. */
export async function addOtherOrganizations(database: Database, at: Date): Promise<SeededPartner[]> {
  await addPlain(database, program, 'program', at)
  const seeded = []
  for (const partner of partners) seeded.push(await addPartner(database, partner, at))
  const invited = await addNewAgency(database, invitedAgency, 'confirmed', workingHours('2026-11-18'))
  await inviteMember(
    database,
    invited,
    'Theodora Wick',
    invitedAgency.host,
    'contributor',
    workingHours('2026-11-19'),
  )
  await inviteMember(
    database,
    invited,
    'Ellis Vantongeren',
    invitedAgency.host,
    'viewer',
    workingHours('2026-11-19'),
  )
  await addNewAgency(database, waitingAgency, 'waiting', workingHours('2026-11-20'))
  return seeded
}

/** A partner organization as it is in the database. */
export interface SeededPartner {
  name: string
  id: string
  coordinator: string
  contributors: readonly string[]
}

/** A partner organization with its people. */
async function addPartner(
  database: Database,
  partner: Place & { contributors: readonly string[] },
  at: Date,
): Promise<SeededPartner> {
  const own = await addPlain(database, partner, 'partner', at)
  const contributors = []
  for (const [place, person] of partner.contributors.entries()) {
    const joined = minutesAfter(at, place + 5)
    contributors.push(await addMember(database, own, person, partner.host, 'contributor', joined))
  }
  return { name: partner.name, ...own, contributors }
}

async function addPlain(
  database: Database,
  place: Place,
  kind: 'partner' | 'program',
  at: Date,
): Promise<{ id: string; coordinator: string }> {
  const { name, county, host, coordinator } = place
  const createdBy = await addPerson(database, coordinator, host, at)
  const { id } = await createOrganization(
    database,
    { kind, name, county, state, ...noAgency },
    { createdBy, status: 'confirmed', at },
  )
  return { id, coordinator: createdBy }
}

async function addNewAgency(
  database: Database,
  agency: typeof invitedAgency | typeof waitingAgency,
  status: 'confirmed' | 'waiting',
  at: Date,
): Promise<{ id: string; coordinator: string }> {
  const { name, county, timeZone, type, size, host } = agency
  const coordinator = await addPerson(database, agency.coordinator, host, at)
  const { id } = await createOrganization(
    database,
    { ...noAgency, kind: 'agency', name, county, state, timeZone, agencyType: type, sizeBand: size },
    { createdBy: coordinator, status, at },
  )
  return { id, coordinator }
}

/** An agency with its people, a week before its first assessment. */
export async function addAgency(database: Database, agency: DemoAgency): Promise<SeededAgency> {
  const { name, county, timeZone, type, size, ori, reassessMonths, host } = agency
  const at = new Date(workingHours(agency.rounds[0] ?? '').getTime() - week)
  const coordinator = await addPerson(database, agency.coordinator, host, at)
  const { id } = await createOrganization(
    database,
    { kind: 'agency', name, county, state, timeZone, agencyType: type, sizeBand: size, ori, reassessMonths },
    { createdBy: coordinator, status: 'confirmed', at },
  )
  const own = { id, coordinator }
  const contributors = []
  for (const [place, person] of agency.contributors.entries()) {
    contributors.push(
      await addMember(database, own, person, host, 'contributor', minutesAfter(at, place + 5)),
    )
  }
  if (agency === larkmoor) {
    await addMember(database, own, 'Robin Castellane', host, 'viewer', minutesAfter(at, 12))
    const now = workingHours('2026-11-16')
    await inviteMember(database, own, 'Perpetua Nightingale-Holt', host, 'contributor', now)
  }
  return { agency, ...own, contributors }
}

/** Invites somebody; returns what the database keeps of the link's secret. */
async function inviteMember(
  database: Database,
  { id, coordinator }: { id: string; coordinator: string },
  name: string,
  host: string,
  role: Role,
  at: Date,
): Promise<string> {
  const email = mailOf(name, host)
  const tokenHash = createHash('sha256')
    .update(`an invitation of the demonstration: ${email}`)
    .digest('base64url')
  const expiresAt = new Date(at.getTime() + 2 * week)
  await invite(database, {
    organizationId: id,
    email,
    role,
    invitedBy: coordinator,
    tokenHash,
    expiresAt,
    at,
  })
  return tokenHash
}

/** Invites somebody who accepts the same day. */
async function addMember(
  database: Database,
  organization: { id: string; coordinator: string },
  name: string,
  host: string,
  role: Role,
  at: Date,
): Promise<string> {
  const tokenHash = await inviteMember(database, organization, name, host, role, at)
  const person = await addPerson(database, name, host, at)
  const outcome = await acceptInvitation(
    database,
    tokenHash,
    person,
    new Date(at.getTime() + 3 * 60 * 60_000),
  )
  if (outcome !== 'accepted') throw new Error(`${name} could not join: ${outcome}`)
  return person
}
