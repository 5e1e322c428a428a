import { can, type Actor } from '#assessments/access.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import { listEnrollmentsOfAgency, type AgencyEnrollment } from '#db/queries/enrollments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { listPossibleConsents } from '#db/queries/partner-consents.server.ts'

/** With which programs an agency shares what; or what a partner lets programs see. */
export async function loadSharing(
  context: RequestContext,
  organization: Organization,
  actor: NonNullable<Actor>,
) {
  const { id, kind } = organization
  const manages = can(actor, 'sharing.manage', { organizationId: id })
  return {
    agency: kind === 'agency' ? await loadAgencySharing(context, organization, manages) : null,
    partner: kind === 'partner' ? await loadConsents(context, organization, manages) : null,
  }
}

async function loadAgencySharing({ database }: RequestContext, organization: Organization, manages: boolean) {
  const { id, name, timeZone } = organization
  const all = await listEnrollmentsOfAgency(database, id)
  const day = (moment: Date) => formatDate(dayOf(moment, timeZone))
  const rows = (wanted: AgencyEnrollment['status']) => all.filter(({ status }) => status === wanted)
  return {
    organization: { id, name },
    manages,
    waiting: rows('invited').map((row) => toListed(row, day)),
    active: rows('active').map((row) => toListed(row, day)),
    past: all
      .filter(({ status }) => status !== 'invited' && status !== 'active')
      .map((row) => ({ ...toListed(row, day), outcome: outcomeOf(row, day) })),
  }
}

export type AgencySharing = Awaited<ReturnType<typeof loadAgencySharing>>
export type ListedProgram = AgencySharing['active'][number]

type Day = (moment: Date) => string

function toListed(row: AgencyEnrollment, day: Day) {
  const { id, program, invitedAt, invitedByName, decidedAt, shares, sharesNotes } = row
  return {
    id,
    programId: program.id,
    name: program.name,
    place: placeOf(program),
    invited: day(invitedAt),
    invitedBy: invitedByName,
    since: decidedAt && day(decidedAt),
    choice: { step: shares, notes: sharesNotes },
  }
}

function outcomeOf({ status, decidedAt, endedAt }: AgencyEnrollment, day: Day): string {
  const when = endedAt ?? decidedAt
  const on = when ? ` ${day(when)}` : ''
  if (status === 'ended') return `enrolled until${on}`
  return status === 'withdrawn' ? `invitation withdrawn${on}` : `declined by you${on}`
}

async function loadConsents({ database }: RequestContext, organization: Organization, manages: boolean) {
  const { id, name, timeZone } = organization
  const possible = await listPossibleConsents(database, id)
  return {
    organization: { id, name },
    manages,
    consents: possible.map(({ partnershipId, partnership, agency, program, answersShared, givenAt }) => ({
      partnershipId,
      programId: program.id,
      agency: agency.name,
      program: program.name,
      ended: partnership === 'ended',
      answersShared,
      given: givenAt && formatDate(dayOf(givenAt, timeZone)),
    })),
  }
}

export type Consents = Awaited<ReturnType<typeof loadConsents>>
