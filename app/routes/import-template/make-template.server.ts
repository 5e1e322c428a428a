import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.ts'
import { templateColumns, templateRows } from '#assessments/exporting/template-rows.ts'
import { isAsked } from '#assessments/progress.ts'
import { findItem } from '#assessments/questionnaire.ts'
import type { RequestContext } from '#app/context.server.ts'
import { csvFile } from '#app/exporting/csv-file.ts'
import type { Download } from '#app/exporting/send-download.server.ts'
import { xlsxFile } from '#app/exporting/xlsx/xlsx-file.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'

interface Of {
  assessment: Assessment
  side: Side
  version: CatalogVersion
}

/** A row for each item that the side is asked, with what it answered so far. */
export async function makeTemplate(
  { request, context }: Pick<LoaderFunctionArgs, 'request'> & { context: RequestContext },
  { assessment, side, version: { questionnaire } }: Of,
): Promise<Download> {
  const stored = await readResponses(context.database, assessment.id, side)
  const responses = Object.fromEntries([...stored].map(([id, { response }]) => [id, response]))
  const place = templateColumns.findIndex(({ name }) => name === 'item')
  const rows = [...templateRows(questionnaire, responses)].filter((row) => {
    const id = row[place]
    const item = typeof id === 'string' ? findItem(questionnaire, id) : undefined
    return item !== undefined && isAsked(item, side)
  })
  const table = { columns: templateColumns, rows }
  const isSheet = new URL(request.url).searchParams.get('format') === 'xlsx'
  const content = isSheet
    ? xlsxFile([{ name: 'Responses', table, rowCount: rows.length, isData: true }])
    : csvFile(table)
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  return {
    name: `answers-${assessment.asOf}.${isSheet ? 'xlsx' : 'csv'}`,
    ...{ bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
    read: (start, end) => bytes.subarray(start, end + 1),
  }
}
