import { plainWords, runsOf, type Words } from '../parts.ts'
import { printable } from './printable.server.ts'
import { colors, type Sheet } from './sheet.server.ts'

/** How text is set. */
export interface Type {
  size: number
  /** From one line to the next, beyond the font's own. */
  gap?: number
  bold?: boolean
  color?: string
  align?: 'left' | 'right'
}

interface Box {
  x: number
  width: number
  /** Where it is now, if left out. */
  y?: number
}

/** The words as the font can print them; `actual` is what they are where it can't. */
export function setWords(words: Words): { runs: { text: string; bold: boolean }[]; actual?: string } {
  const set = runsOf(words).map(({ text, bold }) => ({ ...printable(text), bold: bold ?? false }))
  const runs = set.map(({ text, bold }) => ({ text, bold }))
  return set.every(({ whole }) => whole) ? { runs } : { runs, actual: plainWords(words) }
}

/** How high words stand in a box of this width. */
export function heightOfWords({ doc }: Sheet, words: Words, width: number, type: Type): number {
  const { runs } = setWords(words)
  const bold = type.bold === true || runs.some((run) => run.bold)
  doc.font(bold ? 'bold' : 'regular').fontSize(type.size)
  return doc.heightOfString(runs.map(({ text }) => text).join('') || ' ', { width, lineGap: type.gap ?? 0 })
}

/** Writes words into a box; what doesn't fit goes on over the page. */
export function writeWords({ doc }: Sheet, words: Words, { x, width, y = doc.y }: Box, type: Type): void {
  const runs = setWords(words).runs.filter(({ text }) => text !== '')
  const options = { width, lineGap: type.gap ?? 0, align: type.align ?? 'left' } as const
  doc.fontSize(type.size).fillColor(type.color ?? colors.ink)
  for (const [index, { text, bold }] of runs.entries()) {
    doc.font(bold || type.bold ? 'bold' : 'regular')
    const continued = index < runs.length - 1
    if (index === 0) doc.text(text, x, y, { ...options, continued })
    else doc.text(text, { ...options, continued })
  }
}

/** The same as a structure element of its own below another. */
export function tellWords(
  sheet: Sheet,
  parent: PDFKit.PDFStructureElement,
  told: { tag: string; words: Words; box: Box; type: Type; scope?: 'Row' | 'Column' },
): void {
  const { tag, words, box, type, scope } = told
  const { actual } = setWords(words)
  const options = { ...(actual !== undefined && { actual }), ...(scope && { scope }) }
  parent.add(sheet.doc.struct(tag, options, () => writeWords(sheet, words, box, type)))
}
