import { parseWithZod } from '@conform-to/zod/v4'
import { invalid } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { organizationKinds } from '#app/accounts/organization-kinds.ts'
import { profileSchema } from '#app/accounts/organization-profile.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { organizationWaitsMail } from '#app/mail/organization-mails.ts'
import type { OrganizationKind } from '#assessments/access.ts'
import { createOrganization } from '#db/queries/organizations.server.ts'
import { listAdministrators } from '#db/queries/people.server.ts'

/** The kind that a word means, or null. */
export function kindOf(word: unknown): OrganizationKind | null {
  return organizationKinds.find((kind) => kind === word) ?? null
}

/** Creates an organization with this person as its coordinator, and tells administrators if it must wait. */
export async function createNew(context: RequestContext, person: SignedInPerson, form: FormData) {
  const kind = kindOf(form.get('kind'))
  if (!kind) throw goTo('/organizations/new')
  const submission = parseWithZod(form, { schema: profileSchema(kind) })
  if (submission.status !== 'success') return invalid('profile', submission)
  const { database, environment } = context
  const status = environment.signUp === 'open' ? 'confirmed' : 'waiting'
  const creation = { createdBy: person.id, status, at: context.now() } as const
  const { id } = await createOrganization(database, submission.value, creation)
  if (status === 'waiting') await tellAdministrators(context, submission.value.name)
  throw goTo(`/organizations/${id}`)
}

async function tellAdministrators({ database, environment, mailer }: RequestContext, name: string) {
  for (const { email } of await listAdministrators(database)) {
    await mailer.send(organizationWaitsMail(environment.origin, email, name))
  }
}
