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
    explaining('About', aboutColumns, about),
    ...present.map((name) => ({
      name: titles[name],
      table: { columns: exportedTables[name], rows: tables[name]?.rows ?? [] },
      rowCount: tables[name]?.rowCount ?? 0,
      isData: true,
    })),
    explaining('Data dictionary', dictionaryColumns, dictionary),
  ])
}
