import { CsvError, parse } from 'csv-parse/sync'

/** What a list of agencies may hold at most. */
export const largestList = 256 * 1024
export const mostRows = 1_000

/** What is wrong, where: the row and column as a spreadsheet counts and names them. */
export interface ListFault {
  row: number | null
  column: string | null
  text: string
}

/** A row of the list as it was typed. */
export interface ListRow {
  row: number
  name: string
  email: string
  state: string
  county: string
  ori: string
}

export type ReadList =
  | { status: 'read'; rows: ListRow[]; /** Columns that mean nothing here. */ ignored: string[] }
  | { status: 'refused'; faults: ListFault[] }

const columns = {
  name: ['name', 'agency', 'agency name'],
  email: ['email', 'e-mail', 'mail', 'email address'],
  state: ['state'],
  county: ['county'],
  ori: ['ori'],
} as const
type Column = keyof typeof columns
const columnNames = Object.keys(columns) as Column[]

/** Reads the text of a list: rows of cells under a row that names the columns. */
export function readList(text: string): ReadList {
  const first = text.split(/\r\n|\r|\n/, 1)[0] ?? ''
  const cells = parseCells(text, delimiterOf(first))
  if (!Array.isArray(cells)) return { status: 'refused', faults: [cells] }
  const [header = [], ...rest] = cells
  const places = new Map(header.map((cell, place) => [columnOf(cell), place]))
  const missing = (['name', 'email'] as const).filter((name) => !places.has(name))
  if (missing.length > 0) return refuse(missingWords(missing))
  const repeated = columnNames.find((name) => header.filter((cell) => columnOf(cell) === name).length > 1)
  if (repeated) return refuse(`Two columns are called “${repeated}”.`)
  const rows = rest.flatMap((row, place) => {
    const cell = (name: Column) => row[places.get(name) ?? -1]?.trim() ?? ''
    const one = { name: cell('name'), email: cell('email'), state: cell('state'), county: cell('county') }
    const empty = row.every((text) => text.trim() === '')
    return empty ? [] : [{ row: place + 2, ...one, ori: cell('ori') }]
  })
  if (rows.length === 0) return refuse('There is no row below the one that names the columns.')
  if (rows.length > mostRows) {
    return refuse(
      `The list has ${rows.length.toLocaleString('en-US')} rows; at most ${mostRows.toLocaleString('en-US')} can be invited at once. Split it.`,
    )
  }
  const ignored = header.filter((cell) => cell.trim() !== '' && columnOf(cell) === null)
  return { status: 'read', rows, ignored: ignored.map((cell) => cell.trim().slice(0, 50)) }
}

function refuse(text: string): ReadList {
  return { status: 'refused', faults: [{ row: null, column: null, text }] }
}

function missingWords(missing: readonly string[]): string {
  const which = missing.map((name) => `“${name}”`).join(' and ')
  return `The first row must name the columns: name, email and, if you have them, state, county, ORI. ${which} ${missing.length === 1 ? 'is' : 'are'} missing.`
}

function columnOf(cell: string): Column | null {
  const called = cell.trim().toLowerCase()
  return columnNames.find((name) => columns[name].some((word) => word === called)) ?? null
}

/** What divides the cells: whichever of these is most often in the first row. */
function delimiterOf(line: string): string {
  const count = (character: string) => line.split(character).length
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
}

function parseCells(text: string, delimiter: string): string[][] | ListFault {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, max_record_size: 10_000 })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line: unknown = Reflect.get(error, 'lines')
    return { row: typeof line === 'number' ? line : null, column: null, text: csvWords(error.code) }
  }
}

function csvWords(code: string): string {
  if (code === 'CSV_MAX_RECORD_SIZE') return 'This row is longer than any row of agencies can be.'
  return 'This can’t be read as CSV: a quotation mark is opened and not closed, or stands in the middle of a cell.'
}

/** The text of a file, by what its first bytes say of its encoding; null where it is none that can be read. */
export function decodeList(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
