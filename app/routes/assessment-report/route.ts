import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar.ts'
import { allow, notFound } from '#app/context.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { homeOf } from '#app/own-side.ts'
import { assessmentPdf } from '#app/reports/make-report.server.ts'
import { editionOf, sendReport } from '#app/reports/pdf-download.server.ts'
import { readReported } from '#app/reports/read-reported.server.ts'
import { readRoundBefore } from '#app/results/read-rounds.server.ts'

/** No page: the progress report of one assessment, as a PDF. */
export async function loader(args: LoaderFunctionArgs) {
  const { assessment, side, actor } = await findAllowedAssessment(args, 'results.read')
  const organizationId = homeOf(assessment, side).id
  const { person } = await allow(args, 'exports.make', { organizationId })
  const { context } = args
  const { id, slug, agencyName, timeZone, asOf } = assessment
  const read = await readReported(context, id)
  if (!read) throw notFound()
  const before = await readRoundBefore(context, assessment, actor)
  const pdf = await assessmentPdf({
    ...{ edition: editionOf(args.request), madeOn: dayOf(context.now(), timeZone), agency: agencyName },
    ...{ partner: read.partnerName, round: read.reported, lineage: context.catalog.lineage(slug) },
    before: before && ((await readReported(context, before.assessmentId))?.reported ?? null),
  })
  const by = { organizationId, personId: person.id, assessmentId: id, named: [agencyName, asOf] }
  return sendReport(args, by, pdf)
}
