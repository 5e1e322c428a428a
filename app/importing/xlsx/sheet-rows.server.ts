import type { ImportCell, ImportRow } from '#assessments/importing/import-header.ts'
import { ImportRefused, importLimits } from '../import-limits.ts'
import { dayOfSerial } from '../../exporting/xlsx/serial.ts'
import { textOfCell } from '../../exporting/xlsx/xml-text.ts'
import { readXml, type XmlReader } from './read-xml.ts'
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.server.ts'
import { WorkbookZip } from './workbook-zip.server.ts'

/** The rows of a workbook's sheet "Responses", or of its first sheet. No formula is computed and no link followed. */
export async function xlsxRows(bytes: Buffer): Promise<ImportRow[]> {
  const zip = await WorkbookZip.open(bytes)
  const parts = await readWorkbookParts(zip)
  const sheet = new SheetReader(parts)
  await readXml(zip.read(parts.sheetPath), sheet)
  return sheet.rows
}

/** A cell while it is read. */
interface OpenCell {
  column: number
  type: string
  style: number
  text: string
  hasFormula: boolean
}

class SheetReader implements XmlReader {
  readonly rows: ImportRow[] = []
  readonly #parts: WorkbookParts
  #row = 0
  #cells: ImportCell[] = []
  #cell: OpenCell | null = null
  #isText = false
  #isPhonetic = false

  constructor(parts: WorkbookParts) {
    this.#parts = parts
  }

  open = (name: string, attributes: Record<string, string>): void => {
    if (name === 'row') this.#openRow(attributes['r'])
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'f' && this.#cell) this.#cell.hasFormula = true
    else if (name === 'rPh') this.#isPhonetic = true
    else if (name === 'v' || name === 't') this.#isText = true
  }

  text = (text: string): void => {
    if (!this.#cell || !this.#isText || this.#isPhonetic) return
    this.#cell.text += text
    if (this.#cell.text.length > importLimits.characters) {
      throw new ImportRefused(
        `has a cell of more than ${importLimits.characters} characters in row ${this.#row}`,
      )
    }
  }

  close = (name: string): void => {
    if (name === 'v' || name === 't') this.#isText = false
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 'c' && this.#cell) {
      this.#cells[this.#cell.column] = this.#valueOf(this.#cell)
      this.#cell = null
    } else if (name === 'row') this.#closeRow()
  }

  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number)
    if (!(Number.isInteger(row) && row > this.#row))
      throw new ImportRefused('is a workbook whose rows are out of order')
    this.#row = row
    this.#cells = []
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return
    if (this.rows.length >= importLimits.rows) {
      const most = importLimits.rows.toLocaleString('en-US')
      throw new ImportRefused(`has more than ${most} rows; send one assessment at a time`)
    }
    this.rows.push({ row: this.#row, cells: Array.from(this.#cells, (cell) => cell ?? null) })
  }

  #openCell({ r = '', t = 'n', s = '0' }: Record<string, string>): void {
    const column = r === '' ? this.#cells.length : columnOf(r)
    if (!(column < importLimits.columns)) {
      throw new ImportRefused(`has a cell beyond column ${importLimits.columns} in row ${this.#row}`)
    }
    this.#cell = { column, type: t, style: Number(s), text: '', hasFormula: false }
  }

  #valueOf({ type, style, text, hasFormula }: OpenCell): ImportCell {
    if (hasFormula) return { unreadable: 'holds a formula; put its value in its place' }
    switch (type) {
      case 's':
        return (
          this.#parts.sharedTexts[Number(text)] ?? { unreadable: 'holds a text that is not in the workbook' }
        )
      case 'inlineStr':
      case 'str':
        return textOfCell(text)
      case 'b':
        return text.trim() === '1'
      case 'd':
        return { date: text.trim().slice(0, 10) }
      case 'e':
        return { unreadable: `holds the error ${text.slice(0, 20)}` }
      default:
        return this.#numberOf(text.trim(), style)
    }
  }

  #numberOf(text: string, style: number): ImportCell {
    if (text === '') return null
    // spreadsheets count with fifteen digits, and write what is left of binary fractions behind them
    const number = Number(Number(text).toPrecision(15))
    if (!Number.isFinite(number)) return { unreadable: 'holds a number that cannot be read' }
    if (!this.#parts.dateStyles.has(style)) return number
    const date = dayOfSerial(number + (this.#parts.from1904 ? 1462 : 0))
    return date === null ? { unreadable: 'holds a date that there is not' } : { date }
  }
}

/** The number of the column in `AB12`, from 0; Infinity where it is none. */
function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1]
  if (letters === undefined) return Infinity
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
