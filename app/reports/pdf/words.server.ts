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
export function setWords(words: Words): { runs: { text: string; strong: boolean }[]; actual?: string } {
  const set = runsOf(words).map(({ text, strong }) => ({ ...printable(text), strong: strong ?? false }))
  const runs = set.map(({ text, strong }) => ({ text, strong }))
  return set.every(({ whole }) => whole) ? { runs } : { runs, actual: plainWords(words) }
}

const known = new WeakMap<Sheet, Map<string, number>>()

/** How high words stand in a box of this width. */
export function heightOfWords(sheet: Sheet, words: Words, width: number, type: Type): number {
  const heights = known.get(sheet) ?? new Map<string, number>()
  known.set(sheet, heights)
  const runs = runsOf(words)
  const bold = type.bold === true || runs.some((run) => run.strong)
  const text = runs.map((run) => run.text).join('')
  const key = [width, type.size, type.gap ?? 0, bold, text].join(' ')
  const height = heights.get(key) ?? measured(sheet, text, width, { ...type, bold })
  heights.set(key, height)
  return height
}

function measured({ doc }: Sheet, text: string, width: number, { size, gap = 0, bold }: Type): number {
  doc.font(bold ? 'bold' : 'regular').fontSize(size)
  return doc.heightOfString(printable(text).text || ' ', { width, lineGap: gap })
}

/** Writes words into a box; what doesn't fit goes on over the page. */
export function writeWords({ doc }: Sheet, words: Words, { x, width, y = doc.y }: Box, type: Type): void {
  const runs = setWords(words).runs.filter(({ text }) => text !== '')
  const options = { width, lineGap: type.gap ?? 0, align: type.align ?? 'left' } as const
  doc.fontSize(type.size).fillColor(type.color ?? colors.ink)
  for (const [index, { text, strong }] of runs.entries()) {
    doc.font(strong || type.bold ? 'bold' : 'regular')
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
