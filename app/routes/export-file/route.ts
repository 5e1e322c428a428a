import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendDownload } from '#app/exporting/send-download.server.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { findFile } from './find-file.server.ts'

/** No page: a file of an export, or its manifest. */
export async function loader(args: LoaderFunctionArgs) {
  const { organization, person } = await findAllowedOrganization(args, 'exports.make')
  return sendDownload(args.request, await findFile(args, organization, person.id))
}
