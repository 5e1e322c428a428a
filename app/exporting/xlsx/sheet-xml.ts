import type { Cell, Column, Row, Table } from '#assessments/exporting/cell.ts'
import { guardText } from '#assessments/exporting/formula-guard.ts'
import { serialOf } from './serial.ts'
import { cellXml } from './xml-text.ts'

/** Places in the list of cell formats that `styles` in workbook-parts.ts writes. */
export const cellStyles = { header: 1, date: 2, moment: 3 } as const

/** More characters a cell cannot hold. */
const longestText = 32_767

/** A sheet's XML, row by row: the header frozen, columns as wide as they say. Gives the number of rows at the end. */
export async function* sheetXml({ columns, rows }: Table): AsyncGenerator<string, number, void> {
  const letters = columns.map((_, index) => columnLetters(index))
  yield opening(columns)
  yield rowXml(
    columns.map(({ name }) => name),
    1,
    letters,
    cellStyles.header,
  )
  let count = 0
  for await (const row of rows) {
    count += 1
    yield rowXml(row, count + 1, letters)
  }
  yield '</sheetData></worksheet>'
  return count
}

function opening(columns: readonly Column[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData>`,
  ].join('')
}

function rowXml(row: Row, number: number, letters: readonly string[], style?: number): string {
  const cells = row.map((cell, index) => cellElement(cell, `${letters[index] ?? ''}${number}`, style))
  return `<row r="${number}">${cells.join('')}</row>`
}

function cellElement(cell: Cell, place: string, style?: number): string {
  switch (typeof cell) {
    case 'string':
      return textElement(guardText(cell), place, style)
    case 'number':
      if (!Number.isFinite(cell)) throw new RangeError(`cell ${place} would hold ${cell}`)
      return `<c r="${place}"><v>${cell}</v></c>`
    case 'boolean':
      return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
    default:
      if (cell === null) return ''
      return 'date' in cell
        ? `<c r="${place}" s="${cellStyles.date}"><v>${serialOf(cell.date)}</v></c>`
        : `<c r="${place}" s="${cellStyles.moment}"><v>${serialOf(cell.moment)}</v></c>`
  }
}

function textElement(text: string, place: string, style = 0): string {
  if (text.length > longestText) {
    throw new RangeError(
      `cell ${place} would hold ${text.length} characters, and a sheet's holds ${longestText}`,
    )
  }
  const styled = style === 0 ? '' : ` s="${style}"`
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
