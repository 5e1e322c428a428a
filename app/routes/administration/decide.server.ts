import { data } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import { agencyTypeWords, kindWords, sizeBandWords } from '#app/accounts/organization-words.ts'
import { stateName } from '#app/accounts/states.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { organizationDecidedMail } from '#app/mail/organization-mails.ts'
import { decideOrganization, listOrganizationsWaiting } from '#db/queries/organizations.server.ts'

/** Organizations that wait to be confirmed, as the page lists them. */
export async function waiting({ database }: RequestContext) {
  const organizations = await listOrganizationsWaiting(database)
  return organizations.map((organization) => ({
    id: organization.id,
    name: organization.name,
    kind: organization.agencyType
      ? agencyTypeWords[organization.agencyType]
      : kindWords[organization.kind].label,
    place: `${organization.county}, ${stateName(organization.state)}`,
    size: organization.sizeBand ? `${sizeBandWords[organization.sizeBand]} sworn officers` : '',
    ori: organization.ori ?? '',
    entered: formatDate(dayOf(organization.createdAt, organization.timeZone)),
    by: `${organization.createdByName} (${organization.createdByEmail})`,
  }))
}

/** Confirms or declines an organization, and tells who entered it. */
export async function decide(
  context: RequestContext,
  person: SignedInPerson,
  form: FormData,
  status: 'confirmed' | 'declined',
) {
  const { database, environment, mailer } = context
  const id = form.get('organizationId')
  const organization = (await listOrganizationsWaiting(database)).find((waits) => waits.id === id)
  const decision = { by: person.id, at: context.now() }
  if (!organization || !(await decideOrganization(database, organization.id, status, decision))) {
    return data({ fault: 'That organization does not wait any more.' }, { status: 409 })
  }
  const { name, createdByEmail: to } = organization
  const told = { to, id: organization.id, name, confirmed: status === 'confirmed' }
  await mailer.send(organizationDecidedMail(environment.origin, told))
  const notice = status === 'confirmed' ? 'organization-confirmed' : 'organization-declined'
  throw goTo(withNotice('/administration', notice))
}
