import type { Cell, Row, Table } from '#assessments/exporting/cell.ts'
import { guardText } from '#assessments/exporting/formula-guard.ts'
import { piecesOf, type FileContent } from './file-content.ts'

/**
 * Without it Excel reads UTF-8 as the machine's own code page, and "Doña Ana" is spoiled without a word. pandas,
 * readr, DuckDB and our own import pass over it.
 */
const byteOrderMark = '\uFEFF'

/**
 * A table as CSV: RFC 4180, UTF-8 with a byte-order mark, a header row. Text that a spreadsheet could take for a
 * formula is guarded, in the header too; numbers, true, false and dates stay as they are. The quoting is done here
 * because it is one line, and goes many times faster than a library that handles every dialect.
 */
export function csvFile(table: Table): FileContent {
  return piecesOf(linesOf(table))
}

async function* linesOf({ columns, rows }: Table): AsyncGenerator<string, number, void> {
  yield byteOrderMark + csvLine(columns.map(({ name }) => name))
  let count = 0
  for await (const row of rows) {
    count += 1
    yield csvLine(row)
  }
  return count
}

function csvLine(row: Row): string {
  return `${row.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(guardText(cell))
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.moment
  return String(cell)
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
