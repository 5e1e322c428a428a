import { cellParts, runsOf, type Bar, type Cell, type Column, type Row, type Table } from '../parts.ts'
import { artifact, colors, isAtTop, page, roomOn, space, textWidth, type Sheet } from './sheet.server.ts'
import { heightOfWords, setWords, writeWords, type Type } from './words.server.ts'

const type: Type = { size: 9, gap: 1.5 }
const smallType: Type = { size: 7.5, gap: 1, color: colors.quiet }
const headType: Type = { size: 8, gap: 1, bold: true, color: colors.quiet }
const padding = { x: 5, y: 3.8 }
const besideBar = 30

/** A column with its place on the page. */
interface Placed extends Column {
  x: number
  width: number
  /** Without the padding. */
  inner: { x: number; width: number }
}

function placed(columns: readonly Column[]): Placed[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  let x: number = page.left
  return columns.map((column, index) => {
    const width = (textWidth * column.share) / all
    const afterNumbers = columns[index - 1]?.align === 'right' && column.align !== 'right'
    const left = index === 0 ? 0 : afterNumbers ? 3 * padding.x : padding.x
    const right = index === columns.length - 1 ? 0 : padding.x
    const place = { ...column, x, width, inner: { x: x + left, width: width - left - right } }
    x += width
    return place
  })
}

function heightOfCell(sheet: Sheet, cell: Cell, width: number, total: boolean): number {
  const { words, small } = cellParts(cell)
  const below = small === null ? 0 : heightOfWords(sheet, small, width, smallType) + 1
  return heightOfWords(sheet, words, width, total ? { ...type, bold: true } : type) + below
}

function heightOfRow(sheet: Sheet, { cells, total }: Row, columns: readonly Placed[]): number {
  const heights = columns.map(({ inner }, index) =>
    heightOfCell(sheet, cells[index] ?? '', inner.width, total ?? false),
  )
  return Math.max(...heights) + 2 * padding.y
}

function heightOfHead(sheet: Sheet, columns: readonly Placed[]): number {
  const heights = columns.map(({ title, inner }) => heightOfWords(sheet, title, inner.width, headType))
  return Math.max(...heights) + 2 * padding.y
}

/** A table that is no higher than this isn't broken. */
const keptWhole = 200

/** How high all of it is, and how high the head is with the first rows, which stay together. */
export function heightOfTable(sheet: Sheet, table: Table): { all: number; least: number } {
  const columns = placed(table.columns)
  const heights = [heightOfHead(sheet, columns), ...table.rows.map((row) => heightOfRow(sheet, row, columns))]
  const sum = (some: readonly number[]) => some.reduce((total, height) => total + height, 0)
  const all = sum(heights)
  return { all: all + 8, least: all <= keptWhole ? all : sum(heights.slice(0, 3)) }
}

/** Draws a table; its head is repeated on every page that it goes on to. */
export function drawTable(sheet: Sheet, table: Table): void {
  const { doc, root } = sheet
  const columns = placed(table.columns)
  const head = heightOfHead(sheet, columns)
  if (heightOfTable(sheet, table).least > roomOn(sheet) && !isAtTop(sheet)) doc.addPage()
  const element = doc.struct('Table', {
    title: setWords(table.summary)
      .runs.map(({ text }) => text)
      .join(''),
  })
  root.add(element)
  drawHead(sheet, element, columns, head)
  const body = doc.struct('TBody')
  element.add(body)
  const heights = table.rows.map((row) => heightOfRow(sheet, row, columns))
  for (const [index, row] of table.rows.entries()) {
    const height = heights[index] ?? 0
    // The last row is not left alone on a page.
    const last = index === table.rows.length - 2 ? (heights[index + 1] ?? 0) : 0
    if (height + last > roomOn(sheet)) {
      doc.addPage()
      artifact(sheet, () => writeHead(sheet, columns, doc.y), 'Pagination')
      underline(sheet, doc.y + head, 1)
      doc.y += head
    }
    drawRow(sheet, body, row, columns, height)
  }
  body.end()
  element.end()
  space(sheet, 8)
}

function writeHead(sheet: Sheet, columns: readonly Placed[], top: number): void {
  for (const { title, inner, align } of columns) {
    writeWords(sheet, title, { ...inner, y: top + padding.y }, { ...headType, align: align ?? 'left' })
  }
}

function drawHead(
  sheet: Sheet,
  parent: PDFKit.PDFStructureElement,
  columns: readonly Placed[],
  height: number,
): void {
  const { doc } = sheet
  const { y } = doc
  const row = doc.struct('TR')
  parent.add(doc.struct('THead').add(row))
  for (const { title, inner, align } of columns) {
    const write = () =>
      writeWords(sheet, title, { ...inner, y: y + padding.y }, { ...headType, align: align ?? 'left' })
    row.add(doc.struct('TH', { scope: 'Column' }, write))
  }
  row.end()
  underline(sheet, y + height, 1)
  doc.y = y + height
}

function drawRow(
  sheet: Sheet,
  body: PDFKit.PDFStructureElement,
  { cells, total = false }: Row,
  columns: readonly Placed[],
  height: number,
): void {
  const { doc } = sheet
  const { y } = doc
  const row = doc.struct('TR')
  body.add(row)
  for (const [index, { inner, align }] of columns.entries()) {
    const cell = cells[index] ?? ''
    const { words, small } = cellParts(cell)
    const { actual } = setWords(words)
    const options = {
      ...(actual !== undefined && { actual: [actual, small].filter((text) => text !== null).join(' ') }),
    }
    const write = () =>
      writeCell(sheet, cell, { ...inner, y: y + padding.y }, { align: align ?? 'left', total })
    row.add(
      index === 0 ? doc.struct('TH', { ...options, scope: 'Row' }, write) : doc.struct('TD', options, write),
    )
  }
  row.end()
  for (const [index, { inner }] of columns.entries()) {
    const { bar } = cellParts(cells[index] ?? '')
    if (bar) artifact(sheet, () => drawBar(sheet, bar, { ...inner, y: y + padding.y }))
  }
  underline(sheet, y + height, total ? 1 : 0.5)
  doc.y = y + height
}

function writeCell(
  sheet: Sheet,
  cell: Cell,
  box: { x: number; width: number; y: number },
  { align, total }: { align: 'left' | 'right'; total: boolean },
): void {
  const { words, small } = cellParts(cell)
  // With a space, so that a reader who hears it doesn’t hear one number.
  const spaced = small === null ? words : [...runsOf(words), { text: ' ' }]
  writeWords(sheet, spaced, box, { ...type, align, bold: total })
  if (small === null) return
  const y = box.y + heightOfWords(sheet, words, box.width, total ? { ...type, bold: true } : type) + 1
  writeWords(sheet, small, { ...box, y }, { ...smallType, align })
}

function drawBar(
  { doc }: Sheet,
  { value, bounds }: Bar,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const [left, long, top, high] = [x + besideBar, width - besideBar, y + 1.5, 7]
  doc.rect(left, top, long, high).fill(colors.faint)
  if (value !== null) doc.rect(left, top, (long * value) / 100, high).fill(colors.accent)
  for (const bound of bounds) {
    const at = left + (long * bound) / 100
    doc.rect(at - 0.5, top - 1.5, 1, high + 3).fill('#ffffff')
  }
}

function underline(sheet: Sheet, y: number, width: number): void {
  const { doc } = sheet
  artifact(sheet, () => {
    doc.moveTo(page.left, y).lineTo(page.left + textWidth, y)
    doc
      .lineWidth(width)
      .strokeColor(width < 1 ? colors.line : colors.ink)
      .stroke()
  })
}
