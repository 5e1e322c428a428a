import type { LoaderFunctionArgs } from '@remix-run/node'
import { allow } from '#app/context.server.ts'
import { sendDownload } from '#app/exporting/send-download.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { homeOf } from '#app/own-side.ts'
import { makeFile } from './make-file.server.ts'

/** No page: the latest results and answers of one assessment as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { assessment, side } = await findAllowedAssessment(args, 'results.read')
  const organizationId = homeOf(assessment, side).id
  const { person } = await allow(args, 'exports.make', { organizationId })
  return sendDownload(
    args.request,
    await makeFile(args, assessment.id, { organizationId, personId: person.id }),
  )
}
