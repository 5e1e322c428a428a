import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvFile } from '#app/exporting/csv-file.ts'
import type { FileContent } from '#app/exporting/file-content.ts'
import { jsonFile, ndjsonFile } from '#app/exporting/json-file.ts'
import { exportWorkbook } from '#app/exporting/xlsx/export-workbook.server.ts'
import { readImport } from '#app/importing/read-import.server.ts'
import { exportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import type { Exportable } from '#assessments/exporting/exportable.ts'
import { responseColumns, responseRows } from '#assessments/exporting/response-rows.ts'
import { arbitraryAnswers, everyAnswer, everyKind, exportable } from '#tests/support/exportables.ts'

const formats: Record<string, (of: Exportable) => FileContent> = {
  CSV: (of) => csvFile({ columns: responseColumns, rows: responseRows(of) }),
  XLSX: (of) => {
    const rows = [...responseRows(of)]
    return exportWorkbook({
      about: [['Made', 'today']],
      tables: { responses: { rows, rowCount: rows.length } },
    })
  },
  JSON: (of) => jsonFile([exportedAssessment(of)]),
  NDJSON: (of) => ndjsonFile([exportedAssessment(of)]),
}

describe.each(Object.entries(formats))('a file exported as %s', (name, make) => {
  test('sets, for each side, the responses that it was made of', async () => {
    const both = fc.tuple(arbitraryAnswers, arbitraryAnswers, arbitraryAnswers)
    await fc.assert(
      fc.asyncProperty(both, async ([agency, partner, agreed]) => {
        fc.pre(Object.keys(agency).length > 0 && Object.keys(partner).length > 0)
        const source = exportable({ agency, partner, agreed })
        for (const [side, responses] of [
          ['agency', agency],
          ['partner', partner],
        ] as const) {
          const reading = await readImport({ questionnaire: everyKind, side }, make(source))
          expect(reading).toMatchObject({ status: 'valid' })
          expect(reading.status === 'valid' && reading.responses).toEqual(responses)
        }
      }),
      { numRuns: name === 'XLSX' ? 60 : 150 },
    )
  })

  test('sets an answer of every kind', async () => {
    const reading = await readImport({ questionnaire: everyKind, side: 'agency' }, make(exportable()))
    expect(reading).toEqual({ status: 'valid', responses: everyAnswer, passedOver: 0 })
  })
})
