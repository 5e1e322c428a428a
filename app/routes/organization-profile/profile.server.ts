import { parseWithZod } from '@conform-to/zod/v4'
import { invalid } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import type { ProfileValues } from '#app/accounts/organization-form.tsx'
import { profileSchema } from '#app/accounts/organization-profile.ts'
import { agencyTypeWords, kindWords, sizeBandWords } from '#app/accounts/organization-words.ts'
import { stateName, timeZones } from '#app/accounts/states.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { counted } from '#app/format.ts'
import { editOrganization, type Organization } from '#db/queries/organizations.server.ts'

/** A profile as its form holds it. */
export function valuesOf(organization: Organization): ProfileValues {
  const { name, state, county, timeZone, agencyType, ori, sizeBand, reassessMonths, retentionYears } =
    organization
  return {
    name,
    state,
    county,
    timeZone,
    agencyType: agencyType ?? '',
    ori: ori ?? '',
    sizeBand: sizeBand ?? '',
    reassessMonths: String(reassessMonths),
    retentionYears: retentionYears === null ? '' : String(retentionYears),
  }
}

/** A profile as a list to read. */
export function factsOf(organization: Organization): { term: string; value: string }[] {
  const { kind, name, state, county, timeZone, agencyType, ori, sizeBand, reassessMonths, retentionYears } =
    organization
  const facts = [
    { term: 'Name', value: name },
    { term: 'Kind', value: agencyType ? agencyTypeWords[agencyType] : kindWords[kind].label },
    { term: 'State or territory', value: stateName(state) },
    { term: 'County', value: county },
    { term: 'Full-time sworn officers', value: sizeBand ? sizeBandWords[sizeBand] : '' },
    { term: 'ORI', value: ori ?? '' },
    { term: 'Assesses again', value: kind === 'agency' ? `After ${reassessMonths} months` : '' },
    { term: 'Assessments expire', value: retentionYears ? `After ${counted(retentionYears, 'year')}` : '' },
    { term: 'Time zone', value: timeZones.find(({ id }) => id === timeZone)?.label ?? timeZone },
  ]
  return facts.filter(({ value }) => value !== '')
}

/** Keeps what a coordinator changed. */
export async function saveProfile(
  { database, now }: RequestContext,
  person: SignedInPerson,
  organization: Organization,
  form: FormData,
) {
  const submission = parseWithZod(form, { schema: profileSchema(organization.kind, organization) })
  if (submission.status !== 'success') return invalid('profile', submission)
  await editOrganization(database, organization.id, submission.value, { by: person.id, at: now() })
  throw goTo(withNotice(`/organizations/${organization.id}/profile`, 'profile-saved'))
}
