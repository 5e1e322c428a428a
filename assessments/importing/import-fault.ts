import type { Fault, Reading } from '../faults.ts'

/** What is wrong with an imported file; of a table, at which row (the header is row 1) and column. */
export interface ImportFault extends Fault {
  row?: number
  column?: string
}

/** A fault of a table: `row 5, column "value": must be true or false`. */
export function tableFault(reason: string, row: number, column?: string): ImportFault {
  if (column === undefined) return { path: `row ${row}`, reason, row }
  return { path: `row ${row}, column "${column}"`, reason, row, column }
}

/** More faults than this nobody reads; the rest isn't looked for. */
export const mostFaults = 200

/** A fault of a whole file. */
export function fileFault(reason: string): { status: 'invalid'; faults: ImportFault[] } {
  return { status: 'invalid', faults: [{ path: '', reason }] }
}

/** What comes of reading something that is imported. */
export type ImportReading<T> =
  Exclude<Reading<T>, { status: 'invalid' }> | { status: 'invalid'; faults: ImportFault[] }
