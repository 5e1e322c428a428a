import { parseWithZod } from '@conform-to/zod/v4'
import { invalid } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withReturn } from '#app/accounts/local-path.ts'
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

/**
 * Creates an organization with this person as its coordinator, and tells administrators if it must wait. Then
 * it goes on where the address says, or to the organization's home.
 */
export async function createNew(
  context: RequestContext,
  person: SignedInPerson,
  form: FormData,
  returnTo: string,
) {
  const kind = kindOf(form.get('kind'))
  if (!kind) throw goTo(withReturn('/organizations/new', returnTo))
  const submission = parseWithZod(form, { schema: profileSchema(kind) })
  if (submission.status !== 'success') return invalid('profile', submission)
  const { database, environment } = context
  const status = environment.signUp === 'open' ? 'confirmed' : 'waiting'
  const creation = { createdBy: person.id, status, at: context.now() } as const
  const { id } = await createOrganization(database, submission.value, creation)
  if (status === 'waiting') await tellAdministrators(context, submission.value.name)
  throw goTo(returnTo === '/' ? `/organizations/${id}` : returnTo)
}

async function tellAdministrators({ database, environment, mailer }: RequestContext, name: string) {
  for (const { email } of await listAdministrators(database)) {
    await mailer.send(organizationWaitsMail(environment.origin, email, name))
  }
}
