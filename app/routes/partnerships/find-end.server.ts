import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Side } from '#assessments/access.ts'
import { notFound, type RequestContext, type SignedInPerson } from '#app/context.server.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** Somebody who acts for one end of partnerships. */
export interface Acting {
  context: RequestContext
  organization: Organization
  side: Side
  person: SignedInPerson
  form: FormData
}

/** The agency or partner that a URL names, for whoever may do `action` to it; a program has no partnerships. */
export async function findAllowedEnd(
  args: LoaderFunctionArgs,
  action: 'organization.read' | 'partnerships.manage',
) {
  const found = await findAllowedOrganization(args, action)
  const { kind } = found.organization
  if (kind === 'program') throw notFound()
  return { ...found, side: kind }
}
