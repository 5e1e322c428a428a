import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Table } from '#assessments/exporting/cell.ts'
import { piecesOf, type FileContent } from '../file-content.ts'
import { sheetXml } from './sheet-xml.ts'
import { sheetPath, workbookParts } from './workbook-parts.ts'

/** One sheet of a workbook. `rowCount` is counted before anything is written, from the database where it is long. */
export interface Sheet {
  name: string
  table: Table
  rowCount: number
  /** Whether its rows are counted as the file's: those of data are, those that explain them aren't. */
  isData: boolean
}

/** Rows that a sheet holds below its header. */
export const mostRows = 1_048_575

/** Why these sheets can't be written, in words with the way out; null where they can. */
export function tooManyRows(sheets: readonly Pick<Sheet, 'name' | 'rowCount'>[]): string | null {
  const long = sheets.find(({ rowCount }) => rowCount > mostRows)
  if (!long) return null
  const number = (count: number) => count.toLocaleString('en-US')
  return (
    `"${long.name}" has ${number(long.rowCount)} rows, and a sheet of XLSX holds ${number(mostRows)} below its header. ` +
    'Export it as CSV, which has no limit, or narrow the filter.'
  )
}

/** Thrown before the first byte where a sheet would not hold its rows. */
export class TooManyRows extends Error {}

/**
 * A workbook as XLSX, its sheets written one after the other as their rows come. The same rows give the same bytes:
 * no time and no name of a machine is in it. Throws `TooManyRows` before anything is written.
 */
export function xlsxFile(sheets: readonly Sheet[]): FileContent {
  const refusal = tooManyRows(sheets)
  if (refusal !== null) throw new TooManyRows(refusal)
  return zipped(sheets)
}

/** yazl writes local time: made here, it is the same in every time zone. Nothing tells when the file was made. */
const entryOptions = () =>
  ({ mtime: new Date(2000, 0, 1), forceDosTimestamp: true, mode: 0o100644, compressionLevel: 4 }) as const

async function* zipped(sheets: readonly Sheet[]): FileContent {
  const zip = new ZipFile()
  const output = new PassThrough()
  const entry = entryOptions()
  const opened: Readable[] = []
  const rows: number[] = []
  const fail = (error: Error) => output.destroy(error)
  zip.on('error', fail)
  for (const [path, xml] of workbookParts(sheets.map(({ name }) => name))) {
    zip.addBuffer(Buffer.from(xml, 'utf8'), path, entry)
  }
  sheets.forEach((sheet, index) => {
    zip.addReadStreamLazy(sheetPath(index), entry, (begin) => {
      const stream = Readable.from(piecesOf(counted(sheet, (count) => rows.push(count))))
      stream.on('error', fail)
      opened.push(stream)
      begin(null, stream)
    })
  })
  zip.end()
  zip.outputStream.pipe(output)
  try {
    for await (const piece of output) yield piece as Buffer
    return rows.reduce((sum, count) => sum + count, 0)
  } finally {
    for (const stream of opened) stream.destroy()
  }
}

async function* counted(
  { table, name, isData }: Sheet,
  done: (rows: number) => void,
): AsyncGenerator<string, number, void> {
  const rows = yield* sheetXml({ ...table, rows: atMost(table.rows, name) })
  if (isData) done(rows)
  return rows
}

/** More may have come since they were counted; a sheet that no program opens is worse than none. */
async function* atMost(rows: Table['rows'], name: string) {
  let rowCount = 0
  for await (const row of rows) {
    rowCount += 1
    if (rowCount > mostRows) throw new TooManyRows(tooManyRows([{ name, rowCount }]) ?? '')
    yield row
  }
}
