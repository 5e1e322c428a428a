import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { latestCopies } from '#db/queries/frozen-copies.server.ts'
import { dayOf } from '#app/calendar.ts'
import { allow, notFound } from '#app/context.server.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { firstSlug } from '#app/portfolio/portfolio.server.ts'
import { agencyPdf } from '#app/reports/make-report.server.ts'
import { editionOf, sendReport } from '#app/reports/pdf-download.server.ts'
import { readReported } from '#app/reports/read-reported.server.ts'

const slugSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,100}$/)
  .nullable()
  .catch(null)

/** No page: the progress report of an agency over all its rounds of a questionnaire, as a PDF. */
export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'progress.read')
  const { person } = await allow(args, 'exports.make', { organizationId: organization.id })
  const { context, request } = args
  const { id, name, timeZone } = organization
  const asked = slugSchema.parse(new URL(request.url).searchParams.get('questionnaire'))
  const slug = asked ?? firstSlug(context.catalog)
  const rows = await latestCopies(context.database, id, slug)
  const read = await Promise.all(rows.map(({ assessment }) => readReported(context, assessment.id)))
  const rounds = read.flatMap((one) => one ?? [])
  const latest = rounds.at(-1)
  if (!latest) throw notFound()
  const madeOn = dayOf(context.now(), timeZone)
  const pdf = await agencyPdf({
    ...{ edition: editionOf(request), madeOn, agency: name, partner: latest.partnerName },
    ...{ rounds: rounds.map(({ reported }) => reported), lineage: context.catalog.lineage(slug) },
  })
  return sendReport(args, { organizationId: id, personId: person.id, named: [name, madeOn] }, pdf)
}
