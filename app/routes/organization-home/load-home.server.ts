import { can, type Actor } from '#assessments/access.ts'
import type { RequestContext } from '#app/context.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { loadAgencyHome } from './load-agency-home.server.ts'
import { loadPartnerHome } from './load-partner-home.server.ts'
import { loadProgramHome } from './load-program-home.server.ts'

/** An organization's home, by its kind. */
export async function loadHome(
  context: RequestContext,
  organization: Organization,
  actor: NonNullable<Actor>,
  /** Whether all assessments are asked for, however many. */
  list: { all: boolean },
) {
  const { id, name, kind, status } = organization
  const subject = { organizationId: id }
  const confirmed = status === 'confirmed'
  return {
    organization: { id, name, kind, status },
    may: {
      start: can(actor, 'assessment.start', subject),
      edit: can(actor, 'organization.edit', subject),
      partner: can(actor, 'partnerships.manage', subject),
      manage: can(actor, 'members.manage', subject),
      readLog: can(actor, 'log.read', subject),
      export: can(actor, 'records.export', subject),
      manageTokens: can(actor, 'tokens.manage', subject),
    },
    partner: kind === 'partner' && confirmed ? await loadPartnerHome(context, organization, actor) : null,
    program: kind === 'program' && confirmed ? await loadProgramHome(context, organization, actor) : null,
    agency: kind === 'agency' && confirmed ? await loadAgencyHome(context, organization, actor, list) : null,
  }
}

export type HomeData = Awaited<ReturnType<typeof loadHome>>
