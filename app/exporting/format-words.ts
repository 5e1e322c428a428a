import type { ExportFormat } from '#db/words.ts'

/** What each format is called, and whom it suits. */
export const formatWords: Record<ExportFormat, { label: string; hint: string }> = {
  csv: {
    label: 'CSV',
    hint: 'Two tables, one of responses and one of scores. Opens everywhere, and has no limit of rows.',
  },
  xlsx: {
    label: 'XLSX, for Excel and other spreadsheets',
    hint: 'One workbook with both tables and a data dictionary. Up to 1,048,575 rows in a table.',
  },
  json: { label: 'JSON', hint: 'Everything that is needed to compute each score again.' },
  ndjson: { label: 'JSON, one assessment a line', hint: 'The same for programs that read line by line.' },
  fhir: {
    label: 'FHIR R4',
    hint: 'A QuestionnaireResponse for each side whose answers are shared, for health record systems. Holds no scores.',
  },
}

/** "1.2 MB" of a number of bytes. */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const size = bytes / 1000 ** power
  return `${power === 0 ? size : size.toFixed(1)} ${units[power] ?? ''}`
}
