import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'

type Arguments = Pick<LoaderFunctionArgs, 'request' | 'params'> & { context: RequestContext }

/** The agency or program whose exports a URL names. A partner has none of its own: what it rates is an agency's. */
export async function findExporting(args: Arguments) {
  const found = await findAllowedOrganization(args, 'exports.make')
  if (found.organization.kind === 'partner') throw notFound()
  return found
}
