import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import type { Exportable } from '#assessments/exporting/exportable.ts'
import { exportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { csvFile } from '#app/exporting/csv-file.ts'
import type { FileContent } from '#app/exporting/file-content.ts'
import { jsonFile } from '#app/exporting/json-file.ts'
import { beginsDownload, type Download } from '#app/exporting/send-download.server.ts'
import { tableOf, workbook } from '#app/exporting/write-export.server.ts'
import { formatDate } from '#app/format.ts'
import { recordActivity } from '#db/queries/activities.server.ts'
import { findExportable } from '#db/queries/exportables.server.ts'

const formatSchema = z.enum(['csv', 'scores-csv', 'xlsx', 'json']).catch('csv')

type Asking = Pick<LoaderFunctionArgs, 'request'> & { context: RequestContext }

/** The file that is asked for: small enough to be made while one waits. That it was had is in the log. */
export async function makeFile(
  { request, context }: Asking,
  assessmentId: string,
  by: { organizationId: string; personId: string },
): Promise<Download> {
  const { database, now } = context
  const exportable = await findExportable(context, assessmentId)
  if (!exportable) throw notFound()
  const format = formatSchema.parse(new URL(request.url).searchParams.get('format'))
  const [extension, content] = await fileOf(format, exportable)
  if (beginsDownload(request)) {
    const at = now()
    await recordActivity(database, { ...by, action: 'export.downloaded', assessmentId, at })
  }
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  return {
    name: `${wordsOf(exportable)}-${extension}`,
    ...{ bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
    read: (start, end) => bytes.subarray(start, end + 1),
  }
}

/** The end of the file's name, and what is in it. The same assessment gives the same bytes. */
async function fileOf(
  format: z.infer<typeof formatSchema>,
  exportable: Exportable,
): Promise<[extension: string, content: FileContent]> {
  // eslint-disable-next-line @typescript-eslint/require-await -- as larger exports are read
  const read = async function* () {
    yield exportable
  }
  switch (format) {
    case 'csv':
      return ['responses.csv', csvFile(tableOf('responses', read))]
    case 'scores-csv':
      return ['scores.csv', csvFile(tableOf('scores', read))]
    case 'xlsx':
      return ['assessment.xlsx', await workbook(read, aboutOne(exportable))]
    case 'json':
      return ['assessment.json', jsonFile([exportedAssessment(exportable)])]
  }
}

function aboutOne({ agency, shared, copy }: Exportable): [string, string][] {
  return [
    ['For', agency.name ?? ''],
    ['Assessment', `As of ${formatDate(shared.asOf)}, copy ${copy}`],
  ]
}

function wordsOf({ agency, shared }: Exportable): string {
  const words = (agency.name ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return `${words.replace(/^-|-$/g, '') || 'agency'}-${shared.asOf}`
}
