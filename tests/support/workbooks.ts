import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { workbookParts } from '#app/exporting/xlsx/workbook-parts.ts'

/** What a part of a workbook is made of: its text, or pieces where it is long. */
export type Part = string | (() => Iterable<Buffer>)

/** A zip of these parts. */
export async function zipOf(parts: Record<string, Part>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, part] of Object.entries(parts)) {
    if (typeof part === 'string') zip.addBuffer(Buffer.from(part), path)
    else zip.addReadStream(Readable.from(part()), path)
  }
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

export const sheetPath = 'xl/worksheets/sheet1.xml'

/** A workbook of one sheet with this XML in its data; `others` take the place of parts, or are added. */
export async function workbookOf(sheetData: Part, others: Record<string, Part> = {}): Promise<Buffer> {
  const [before, after] = ['<worksheet><sheetData>', '</sheetData></worksheet>']
  function* long(pieces: () => Iterable<Buffer>) {
    yield Buffer.from(before)
    yield* pieces()
    yield Buffer.from(after)
  }
  const sheet = typeof sheetData === 'string' ? `${before}${sheetData}${after}` : () => long(sheetData)
  return zipOf({ ...Object.fromEntries(workbookParts(['Responses'])), [sheetPath]: sheet, ...others })
}

/** A row of cells with text, as XML. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
  return `<row r="${row}">${cells.join('')}</row>`
}

/** The same piece again and again, up to about this many megabytes. */
export function* megabytesOf(megabytes: number, text: string): Generator<Buffer> {
  const piece = Buffer.from(text.repeat(Math.ceil(1_048_576 / text.length)))
  for (let count = 0; count < megabytes; count += 1) yield piece
}

/** A zip in which the directory says that every part is this large, whatever it is. */
export function withFalseSizes(zip: Buffer, size: number): Buffer {
  const copy = Buffer.from(zip)
  const mark = Buffer.from('PK\u0001\u0002', 'latin1')
  for (let at = copy.indexOf(mark); at !== -1; at = copy.indexOf(mark, at + 4))
    copy.writeUInt32LE(size, at + 24)
  return copy
}
