import type { LoaderFunctionArgs } from '@remix-run/node'
import { allow, notFound } from '#app/context.server.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { recordId } from '#app/record-id.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { findShared, sharingOf } from '#db/queries/sharing.server.ts'

/**
 * The agency that a program's URL names, with what it shares, for whoever may see it; one that shares nothing is
 * not found, as one that does not exist.
 */
export async function findAllowedFollowed(args: LoaderFunctionArgs) {
  const { organization: program, actor } = await findAllowedOrganization(args, 'portfolio.read')
  const { context, params } = args
  const agencyId = recordId.safeParse(params['agencyId']).data
  const shared = agencyId === undefined ? null : await findShared(context.database, program.id, agencyId)
  const sharing = shared && sharingOf(shared, null)
  await allow(args, 'followed.read', { programId: program.id, sharing })
  const agency = shared && (await findOrganization(context.database, shared.agencyId))
  if (!agency) throw notFound()
  return { program, agency, shared, actor }
}
