import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row, Table } from '#assessments/exporting/cell.ts'
import { exportedTables, type ExportedTable } from '#assessments/exporting/data-dictionary.ts'
import type { Exportable } from '#assessments/exporting/exportable.ts'
import { exportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { manifestName, manifestText, type Manifest } from '#assessments/exporting/manifest.ts'
import { responseRows } from '#assessments/exporting/response-rows.ts'
import { scoreRows } from '#assessments/exporting/score-rows.ts'
import type { ExportFormat } from '#db/words.ts'
import { csvFile } from './csv-file.ts'
import type { ExportContents } from './export-contents.server.ts'
import { fhirFile } from './fhir-file.ts'
import type { FileContent } from './file-content.ts'
import { jsonFile, ndjsonFile } from './json-file.ts'
import { saveFile } from './save-file.server.ts'
import { exportWorkbook } from './xlsx/export-workbook.server.ts'
import { mostRows } from './xlsx/xlsx-file.server.ts'

const rowsOf: Record<ExportedTable, (exportable: Exportable) => Iterable<Row>> = {
  responses: responseRows,
  scores: scoreRows,
}

/** How often each format reads everything: a file or sheet each, and a workbook's rows are counted first. */
export const readings: Record<ExportFormat, number> = { csv: 2, xlsx: 3, json: 1, ndjson: 1, fhir: 1 }

type Read = ExportContents['read']

/** One table of an export, its rows made as they are asked for. */
export function tableOf(name: ExportedTable, read: Read): Table {
  return { columns: exportedTables[name], rows: rows(name, read) }
}

async function* rows(name: ExportedTable, read: Read): AsyncGenerator<Row> {
  for await (const exportable of read()) yield* rowsOf[name](exportable)
}

/** Each file of a format, by its name, its content made as it is asked for. */
export async function* filesOf(
  format: ExportFormat,
  read: Read,
  about: readonly (readonly [string, string])[],
): AsyncGenerator<[name: string, content: FileContent]> {
  switch (format) {
    case 'csv':
      yield ['responses.csv', csvFile(tableOf('responses', read))]
      yield ['scores.csv', csvFile(tableOf('scores', read))]
      return
    case 'xlsx':
      yield ['assessments.xlsx', await workbook(read, about)]
      return
    case 'json':
      yield ['assessments.json', jsonFile(inJson(read))]
      return
    case 'ndjson':
      yield ['assessments.ndjson', ndjsonFile(inJson(read))]
      return
    case 'fhir':
      yield ['questionnaire-responses.ndjson', fhirFile(read())]
  }
}

async function* inJson(read: Read) {
  for await (const exportable of read()) yield exportedAssessment(exportable)
}

/** The workbook, its rows counted first. */
export async function workbook(
  read: Read,
  about: readonly (readonly [string, string])[],
): Promise<FileContent> {
  const counts = await countRows(read)
  return exportWorkbook({
    about,
    tables: {
      responses: { rows: rows('responses', read), rowCount: counts.responses },
      scores: { rows: rows('scores', read), rowCount: counts.scores },
    },
  })
}

/** Up to where a sheet would overflow: more needn't be known. */
async function countRows(read: Read): Promise<Record<ExportedTable, number>> {
  const counts = { responses: 0, scores: 0 }
  for await (const exportable of read()) {
    for (const name of ['responses', 'scores'] as const) {
      for (const row of rowsOf[name](exportable)) if (row.length > 0) counts[name] += 1
    }
    if (Math.max(counts.responses, counts.scores) > mostRows) break
  }
  return counts
}

interface ToWrite {
  contents: ExportContents
  format: ExportFormat
  /** An empty folder; it is made if it isn't there. */
  folder: string
  madeAt: Date
  /** What the files say of themselves. */
  about: readonly (readonly [string, string])[]
  /** Of an anonymous export. */
  leftOut?: readonly string[] | undefined
}

/** Writes the files of an export and their manifest, on the disk when this resolves. */
export async function writeExport(toWrite: ToWrite): Promise<Manifest> {
  const { contents, format, folder, madeAt, about, leftOut } = toWrite
  await mkdir(folder, { recursive: true, mode: 0o700 })
  let assessments = 0
  const read = async function* () {
    let here = 0
    for await (const exportable of contents.read()) {
      here += 1
      assessments = Math.max(assessments, here)
      yield exportable
    }
  }
  const files: Manifest['files'] = []
  for await (const [name, content] of filesOf(format, read, about)) {
    files.push(await saveFile(join(folder, name), content))
  }
  const manifest: Manifest = {
    ...{ format: 'pmhc-export/1', madeAt: madeAt.toISOString(), assessments, files },
    ...(leftOut && { leftOut: [...leftOut] }),
  }
  await writeFile(join(folder, manifestName), manifestText(manifest), { flag: 'wx', flush: true })
  return manifest
}
