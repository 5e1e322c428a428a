import type { Column, Row } from './cell.ts'
import { responseColumns } from './response-rows.ts'
import { scoreColumns } from './score-rows.ts'

/** The tables of an export, by the name that a file or sheet of each bears. */
export const exportedTables = { responses: responseColumns, scores: scoreColumns } as const
export type ExportedTable = keyof typeof exportedTables

/** The columns of the data dictionary itself. */
export const dictionaryColumns: readonly Column[] = [
  { name: 'table', type: 'text', description: 'The table that the column is in.', width: 12 },
  { name: 'column', type: 'text', description: 'The column’s name.', width: 24 },
  { name: 'type', type: 'text', description: 'What its cells hold.', width: 14 },
  { name: 'description', type: 'text', description: 'What it means.', width: 100 },
]

/** One row for each column of each table that is exported. */
export function dictionaryRows(tables: readonly ExportedTable[] = ['responses', 'scores']): Row[] {
  return tables.flatMap((table) =>
    exportedTables[table].map(({ name, type, description }) => [table, name, type, description]),
  )
}
