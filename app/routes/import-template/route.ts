import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendDownload } from '#app/exporting/send-download.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { makeTemplate } from './make-template.server.ts'

/** No page: a file to fill in elsewhere, with this side's own answers as they are. */
export async function loader(args: LoaderFunctionArgs) {
  const { assessment, side, version } = await findAllowedAssessment(args, 'assessment.answer')
  return sendDownload(args.request, await makeTemplate(args, { assessment, side, version }))
}
