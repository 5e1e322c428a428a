import { createHash } from 'node:crypto'
import type { Composed } from '../composed.ts'
import { fitted } from '../drawings/pen.ts'
import type { Heading, Part } from '../parts.ts'
import { drawFigure } from './figure.server.ts'
import { heightOf, leastHeightOf } from './heights.server.ts'
import { printable } from './printable.server.ts'
import {
  artifact,
  colors,
  isAtTop,
  makeRoom,
  openSheet,
  page,
  roomOn,
  textWidth,
  type Sheet,
} from './sheet.server.ts'
import { drawTable } from './table.server.ts'
import {
  drawBigNumber,
  drawCallout,
  drawHeading,
  drawLinks,
  drawList,
  drawParagraph,
} from './text-parts.server.ts'

/** Sets a report on pages, as a tagged PDF. The same report gives the same bytes. */
export async function makePdf(report: Composed): Promise<Buffer> {
  const sheet = openSheet({ ...report, fingerprint: fingerprintOf(report) })
  const { doc } = sheet
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  const bookmarks = new Bookmarks(sheet)
  drawAll(sheet, firstThatFits(sheet, report.firstPage), bookmarks)
  drawAll(sheet, report.parts, bookmarks)
  sheet.root.end()
  drawFooters(sheet, report.footer)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

function fingerprintOf(report: Composed): string {
  return createHash('sha256').update(JSON.stringify(report), 'utf8').digest('hex')
}

function firstThatFits(sheet: Sheet, lengths: readonly (readonly Part[])[]): readonly Part[] {
  const room = roomOn(sheet)
  const fits = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + heightOf(sheet, part), 0) <= room
  return lengths.find(fits) ?? lengths.at(-1) ?? []
}

function drawAll(sheet: Sheet, parts: readonly Part[], bookmarks: Bookmarks): void {
  for (const [index, part] of parts.entries()) {
    makeRoom(sheet, neededFrom(sheet, parts, index))
    if (part.kind === 'heading') bookmarks.add(part)
    drawPart(sheet, part, part.kind)
  }
}

/** A heading, and a paragraph that leads to what follows, is never left alone at the foot of a page. */
function neededFrom(sheet: Sheet, parts: readonly Part[], index: number): number {
  const part = parts[index]
  if (!part) return 0
  const leads =
    part.kind === 'heading' || ((part.kind === 'paragraph' || part.kind === 'figure') && part.keepWithNext)
  if (!leads) return leastHeightOf(sheet, part)
  return heightOf(sheet, part) + neededFrom(sheet, parts, index + 1)
}

const drawers: { [Kind in Part['kind']]: (sheet: Sheet, part: Extract<Part, { kind: Kind }>) => void } = {
  'new-page': (sheet) => {
    if (!isAtTop(sheet)) sheet.doc.addPage()
  },
  heading: drawHeading,
  paragraph: drawParagraph,
  list: drawList,
  callout: drawCallout,
  links: drawLinks,
  table: drawTable,
  figure: drawFigure,
  'big-number': drawBigNumber,
}

function drawPart<Kind extends Part['kind']>(
  sheet: Sheet,
  part: Extract<Part, { kind: Kind }>,
  kind: Kind,
): void {
  drawers[kind](sheet, part)
}

/** The document's outline: headings down to the third level. */
class Bookmarks {
  private readonly open: { level: number; item: PDFKit.PDFOutline }[] = []

  constructor(private readonly sheet: Sheet) {}

  add({ level, text }: Heading): void {
    if (level > 3) return
    while ((this.open.at(-1)?.level ?? 0) >= level) this.open.pop()
    const parent = this.open.at(-1)?.item ?? this.sheet.doc.outline
    const item = parent.addItem(printable(text).text, {
      expanded: level < 2,
      top: this.sheet.doc.y,
      left: page.width,
    })
    this.open.push({ level, item })
  }
}

function drawFooters(sheet: Sheet, footer: Composed['footer']): void {
  const { doc } = sheet
  const { start, count } = doc.bufferedPageRange()
  const type = { size: 8 }
  const widthOf = (text: string) => doc.font('regular').fontSize(type.size).widthOfString(text)
  const lines = [footer.name, footer.below].map((text) =>
    fitted({ widthOf }, printable(text).text.replaceAll('\n', ' '), textWidth - 80),
  )
  const top = page.height - 50
  const write = (index: number) => {
    const number = `Page ${index + 1} of ${count}`
    doc.moveTo(page.left, top - 8).lineTo(page.width - page.right, top - 8)
    doc.lineWidth(0.5).strokeColor(colors.line).stroke()
    doc.font('regular').fontSize(type.size).fillColor(colors.quiet)
    for (const [line, text] of lines.entries())
      doc.text(text, page.left, top + line * 11, { lineBreak: false })
    doc.text(number, page.width - page.right - widthOf(number), top, { lineBreak: false })
  }
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index)
    artifact(sheet, () => write(index), 'Pagination')
  }
}
