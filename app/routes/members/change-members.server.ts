import { data } from '@remix-run/node'
import { z } from 'zod'
import { recordId } from '#app/record-id.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice, type NoticeName } from '#app/accounts/notices.ts'
import { notFound, type RequestContext, type SignedInPerson } from '#app/context.server.ts'
import { changeRole, leave, removeMember, type MemberOutcome } from '#db/queries/members.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** A form that a coordinator sent about an organization. */
export interface Asked {
  context: RequestContext
  organization: Organization
  person: SignedInPerson
  form: FormData
}

const roleSchema = z.object({
  personId: recordId,
  role: z.enum(['viewer', 'contributor', 'coordinator']),
})
const removeSchema = z.object({ personId: recordId })

function readFields<T>(schema: z.ZodType<T>, form: FormData): T {
  const parsed = schema.safeParse(Object.fromEntries(form))
  if (!parsed.success) throw new Response('Something is missing in the form.', { status: 400 })
  return parsed.data
}

/** Gives a member another role. */
export async function setRole({ context, organization, person, form }: Asked) {
  const { personId, role } = readFields(roleSchema, form)
  const change = { organizationId: organization.id, personId, role, by: person.id, at: context.now() }
  return answer(organization, await changeRole(context.database, change), 'role-changed')
}

/** Ends a member's membership. */
export async function removeFrom({ context, organization, person, form }: Asked) {
  const { personId } = readFields(removeSchema, form)
  const change = { organizationId: organization.id, personId, by: person.id, at: context.now() }
  return answer(organization, await removeMember(context.database, change), 'member-removed')
}

/** Ends one's own membership. */
export async function leaveOrganization(
  context: RequestContext,
  organization: Organization,
  person: SignedInPerson,
) {
  const change = { organizationId: organization.id, personId: person.id, at: context.now() }
  const outcome = await leave(context.database, change)
  if (outcome === 'done') throw goTo(withNotice('/', 'left'))
  return answer(organization, outcome, 'left')
}

function answer(organization: Organization, outcome: MemberOutcome, notice: NoticeName) {
  if (outcome === 'done') throw goTo(withNotice(`/organizations/${organization.id}/members`, notice))
  if (outcome === 'unknown') throw notFound()
  const fault = `${organization.name} needs at least one coordinator, and this is the last one. Make another member a coordinator first.`
  return data({ faults: [fault] }, { status: 409 })
}
