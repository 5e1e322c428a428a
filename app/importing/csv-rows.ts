import { CsvError, parse } from 'csv-parse/sync'
import type { ImportRow } from '#assessments/importing/import-header.ts'
import { ImportRefused, importLimits } from './import-limits.ts'

/** The rows of CSV text, numbered as a spreadsheet shows them. */
export function csvRows(text: string): ImportRow[] {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  if (!header.includes(',') && /[;\t]/.test(header)) {
    throw new ImportRefused('is separated by semicolons or tabs; save it with commas between the cells')
  }
  const rows = parsed(text)
  if (rows.length > importLimits.rows) {
    throw new ImportRefused(
      `has more than ${importLimits.rows.toLocaleString('en-US')} rows; send one assessment at a time`,
    )
  }
  return rows.map((cells, index) => ({ row: index + 1, cells }))
}

function parsed(text: string): string[][] {
  try {
    return parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: importLimits.rows + 1,
      max_record_size: importLimits.characters * 5,
    })
  } catch (error) {
    if (error instanceof CsvError) throw new ImportRefused(inWords(error), { cause: error })
    throw error
  }
}

function inWords({ code, lines }: CsvError & { lines?: unknown }): string {
  const at = typeof lines === 'number' ? ` at line ${lines}` : ''
  switch (code) {
    case 'CSV_MAX_RECORD_SIZE':
      return `has a row that is too long${at}`
    case 'CSV_QUOTE_NOT_CLOSED':
      return `is not CSV: a quote is never closed`
    default:
      return `is not CSV${at}: a quote stands where none may`
  }
}
