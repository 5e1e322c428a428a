import type { Column, Row } from '#assessments/exporting/cell.ts'
import {
  dictionaryColumns,
  dictionaryRows,
  exportedTables,
  type ExportedTable,
} from '#assessments/exporting/data-dictionary.ts'
import type { FileContent } from '../file-content.ts'
import { xlsxFile, type Sheet } from './xlsx-file.server.ts'

const titles: Record<ExportedTable, string> = { responses: 'Responses', scores: 'Scores' }

const aboutColumns: readonly Column[] = [
  { name: 'about', type: 'text', description: 'What is told.', width: 28 },
  { name: 'this_file', type: 'text', description: 'How it is here.', width: 100 },
]

/** What holds of every workbook, for whoever opens one without having asked for it. */
const standing: readonly (readonly [name: string, text: string])[] = [
  [
    'How to read it',
    'Each row of "Responses" is one side’s response to one item, each row of "Scores" one score. The sheet "Data dictionary" says what each column holds.',
  ],
  [
    'Versions',
    'All versions of a questionnaire stand together, each row with its own. An item keeps its id from version to version; scores of different versions are not comparable as they stand.',
  ],
  ['Not co-reviewed', 'Where co_reviewed is false, no partner took part in what is scored.'],
  ['Validation', 'This self-assessment has not been validated as a measuring instrument.'],
  [
    'Apostrophes',
    'Text that begins like a formula, with =, +, - or @, has an apostrophe before it, so that no spreadsheet runs it. Importing takes it off again.',
  ],
]

/** What a workbook is made of; `rowCount` is counted before. A table that is left out has no sheet. */
export interface WorkbookParts {
  /** What the file says of itself: pairs such as `['Made', 'March 1, 2026']`. */
  about: readonly (readonly [name: string, text: string])[]
  tables: Partial<Record<ExportedTable, { rows: AsyncIterable<Row> | Iterable<Row>; rowCount: number }>>
}

/** The workbook of an export: a sheet about it, one for each table, and the data dictionary. */
export function exportWorkbook({ about, tables }: WorkbookParts): FileContent {
  const present = (['responses', 'scores'] as const).filter((name) => tables[name])
  const dictionary = dictionaryRows(present)
  const explaining = (name: string, columns: readonly Column[], rows: readonly Row[]): Sheet => ({
    name,
    table: { columns, rows },
    rowCount: rows.length,
    isData: false,
  })
  return xlsxFile([
    explaining('About', aboutColumns, [...about, ...standing]),
    ...present.map((name) => ({
      name: titles[name],
      table: { columns: exportedTables[name], rows: tables[name]?.rows ?? [] },
      rowCount: tables[name]?.rowCount ?? 0,
      isData: true,
    })),
    explaining('Data dictionary', dictionaryColumns, dictionary),
  ])
}
