import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { recordsFile } from './records-file.server.ts'

/** No page: a file to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { organization, person, actor } = await findAllowedOrganization(args, 'records.export')
  return recordsFile(args.context, organization, { person, actor })
}
