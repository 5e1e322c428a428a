import type { BigNumber, Callout, Heading, Links, List, Look, Paragraph } from '../parts.ts'
import { artifact, colors, makeRoom, page, space, textWidth, type Sheet } from './sheet.server.ts'
import { heightOfWords, tellWords, type Type } from './words.server.ts'

/** How each part is set, with the room before and after it. */
const headings: Record<Heading['level'], Type & { before: number; after: number }> = {
  1: { size: 22, bold: true, before: 0, after: 4 },
  2: { size: 14, bold: true, before: 12, after: 4, color: colors.accent },
  3: { size: 11.5, bold: true, before: 13, after: 3 },
  4: { size: 10, bold: true, before: 10, after: 3, color: colors.quiet },
}
export const looks: Record<Look, Type & { indent: number; before: number; after: number }> = {
  body: { size: 10, gap: 2.5, indent: 0, before: 0, after: 6 },
  small: { size: 8.5, gap: 2, indent: 0, before: 0, after: 5, color: colors.quiet },
  question: { size: 9.5, gap: 2, bold: true, indent: 0, before: 6, after: 1 },
  typed: { size: 9.5, gap: 2.5, indent: 14, before: 0, after: 2 },
}
export const listIndent = 15
const calloutInset = 8

/** How a heading is set: a long name is smaller. */
export function headingType({ level, text }: Heading): Type & { before: number; after: number } {
  return level === 1 && text.length > 70 ? { ...headings[1], size: 14 } : headings[level]
}

/** Draws a heading; whoever calls has made room for it and for what follows. */
export function drawHeading(sheet: Sheet, heading: Heading): void {
  const { level, text } = heading
  const { before, after, ...type } = headingType(heading)
  space(sheet, before)
  tellWords(sheet, sheet.root, {
    ...{ tag: `H${level}`, words: text, type },
    box: { x: page.left, width: textWidth },
  })
  space(sheet, after)
}

export function drawParagraph(sheet: Sheet, { words, look = 'body' }: Paragraph): void {
  const { indent, before, after, ...type } = looks[look]
  space(sheet, before)
  const box = { x: page.left + indent, width: textWidth - indent }
  makeRoom(sheet, leastOf(heightOfWords(sheet, words, box.width, type), type))
  tellWords(sheet, sheet.root, { tag: 'P', words, type, box })
  space(sheet, after)
}

/** At least two lines stay together, or all there are. */
export function leastOf(height: number, { size, gap = 0 }: Type): number {
  return Math.min(height, 2 * (size * 1.2 + gap))
}

/** An item of a list isn't broken unless it is longer than this. */
const mostKept = 90

export function drawList(sheet: Sheet, { items, numbered }: List): void {
  const { doc, root } = sheet
  const list = doc.struct('L')
  root.add(list)
  const { after, ...type } = looks.body
  const box = { x: page.left + listIndent, width: textWidth - listIndent }
  for (const [index, words] of items.entries()) {
    makeRoom(sheet, Math.min(heightOfWords(sheet, words, box.width, type), mostKept))
    const item = doc.struct('LI')
    list.add(item)
    const { y } = doc
    const label = numbered ? `${index + 1}.` : '•'
    tellWords(sheet, item, {
      ...{ tag: 'Lbl', words: label, type },
      box: { x: page.left + (numbered ? 0 : 4), width: listIndent },
    })
    doc.y = y
    tellWords(sheet, item, { tag: 'LBody', words, type, box })
    item.end()
    space(sheet, 3)
  }
  list.end()
  space(sheet, after - 3)
}

export function heightOfCallout(sheet: Sheet, { paragraphs }: Callout): number {
  const { after, ...type } = looks.body
  const width = textWidth - 2 * calloutInset
  const heights = paragraphs.map((words) => heightOfWords(sheet, words, width, type))
  return heights.reduce((sum, height) => sum + height + after, 2 * calloutInset - after)
}

export function drawCallout(sheet: Sheet, callout: Callout): void {
  const { doc, root } = sheet
  space(sheet, 4)
  const height = heightOfCallout(sheet, callout)
  makeRoom(sheet, height)
  const { after, ...type } = looks.body
  const top = doc.y
  artifact(sheet, () => {
    doc.rect(page.left, top, textWidth, height).fill(colors.wash)
    doc.rect(page.left, top, 3, height).fill(colors.accent)
  })
  doc.y = top + calloutInset
  for (const words of callout.paragraphs) {
    const box = { x: page.left + calloutInset, width: textWidth - 2 * calloutInset }
    tellWords(sheet, root, { tag: 'P', words, type, box })
    doc.y += after
  }
  doc.y = top + height
  space(sheet, 6)
}

export function drawLinks(sheet: Sheet, { label, urls }: Links): void {
  const { doc, root } = sheet
  const { indent, after, ...type } = looks.typed
  const box = { x: page.left + indent, width: textWidth - indent }
  makeRoom(sheet, 30)
  tellWords(sheet, root, { tag: 'P', words: label, type: { ...type, bold: true }, box })
  for (const url of urls) {
    makeRoom(sheet, leastOf(heightOfWords(sheet, url, box.width, type), type))
    const paragraph = doc.struct('P')
    root.add(paragraph)
    const linked = /^https:\/\//i.test(url)
    const colored = linked ? { ...type, color: colors.accent } : type
    if (linked) addLink(sheet, paragraph, url, box)
    else tellWords(sheet, paragraph, { tag: 'Span', words: url, type: colored, box })
    paragraph.end()
  }
  space(sheet, after)
}

function addLink(
  { doc }: Sheet,
  parent: PDFKit.PDFStructureElement,
  url: string,
  { x, width }: { x: number; width: number },
): void {
  const { size, gap } = looks.typed
  parent.add(
    doc.struct('Link', { alt: url }, () => {
      doc.font('regular').fontSize(size).fillColor(colors.accent)
      doc.text(url, x, doc.y, { width, lineGap: gap ?? 0, link: url, underline: true })
      doc.text('', { link: null, underline: false })
    }),
  )
}

const numberType = { size: 42, bold: true, color: colors.accent }
const besideNumber = 150

export function heightOfBigNumber(sheet: Sheet, { lines }: BigNumber): number {
  const { after, ...type } = looks.body
  const heights = lines.map((words) => heightOfWords(sheet, words, textWidth - besideNumber, type))
  return Math.max(
    60,
    heights.reduce((sum, height) => sum + height + after, 0),
  )
}

export function drawBigNumber(sheet: Sheet, part: BigNumber): void {
  const { doc, root } = sheet
  const height = heightOfBigNumber(sheet, part)
  makeRoom(sheet, height)
  const { after, ...type } = looks.body
  const top = doc.y
  tellWords(sheet, root, {
    ...{
      tag: 'P',
      words: part.number,
      type: { ...numberType, size: part.number.length > 3 ? 24 : numberType.size },
    },
    box: { x: page.left, width: besideNumber - 12, y: top },
  })
  const box = { x: page.left, width: besideNumber - 12, y: top + 50 }
  tellWords(sheet, root, { tag: 'P', words: part.of, type: { size: 9, color: colors.quiet }, box })
  doc.y = top
  for (const line of part.lines) {
    const beside = { x: page.left + besideNumber, width: textWidth - besideNumber }
    tellWords(sheet, root, { tag: 'P', words: line, type, box: beside })
    doc.y += after
  }
  doc.y = top + height
  space(sheet, 6)
}
