import type { Cell } from '../exporting/cell.ts'
import { unguardText } from '../exporting/formula-guard.ts'
import { responseColumns } from '../exporting/response-rows.ts'
import { tableFault, type ImportFault, type ImportReading } from './import-fault.ts'

/** A cell as it is read; `unreadable` says why it can't be, such as that it holds a formula. */
export type ImportCell = Cell | { unreadable: string }

/** A row as it is read, numbered as spreadsheets do. */
export interface ImportRow {
  row: number
  cells: readonly ImportCell[]
}

const known = new Set(responseColumns.map(({ name }) => name))
const needed = ['questionnaire', 'questionnaire_version', 'item', 'value']

/** The places of the columns that an exported file has; every unknown, repeated and missing one is a fault. */
export function readHeader({
  row,
  cells,
}: ImportRow): ImportReading<{ columns: ReadonlyMap<string, number> }> {
  const columns = new Map<string, number>()
  const faults: ImportFault[] = []
  cells.forEach((cell, index) => {
    const name = typeof cell === 'string' ? unguardText(cell).trim() : cell === null ? '' : 'not text'
    if (name === '') return
    if (!known.has(name)) {
      faults.push(tableFault('is not a column of an exported file', row, name.slice(0, 80)))
    } else if (columns.has(name)) {
      faults.push(tableFault('is there twice', row, name))
    } else {
      columns.set(name, index)
    }
  })
  for (const name of needed) {
    if (!columns.has(name)) faults.push(tableFault('is missing from the first row', row, name))
  }
  return faults.length > 0 ? { status: 'invalid', faults } : { status: 'valid', columns }
}
