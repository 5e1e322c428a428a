import type { Figure } from '../parts.ts'
import type { Lettering, Pen } from '../drawings/pen.ts'
import { printable } from './printable.server.ts'
import { colors, makeRoom, page, space, textWidth, type Sheet } from './sheet.server.ts'

/** Draws a chart, with what it shows as its alternative text. */
export function drawFigure(sheet: Sheet, { alt, height, draw }: Figure): void {
  const { doc, root } = sheet
  space(sheet, 2)
  makeRoom(sheet, height)
  const { y } = doc
  const bbox: [number, number, number, number] = [page.left, y, page.left + textWidth, y + height]
  root.add(doc.struct('Figure', { alt, bbox }, () => draw(penAt(sheet, page.left, y), textWidth)))
  doc.x = page.left
  doc.y = y + height
  space(sheet, 8)
}

/** A pen whose places are counted from a corner on the page. */
function penAt({ doc }: Sheet, left: number, top: number): Pen {
  const set = ({ size = 8, bold = false }: Lettering = {}) =>
    doc.font(bold ? 'bold' : 'regular').fontSize(size)
  const widthOf: Pen['widthOf'] = (text, lettering) => set(lettering).widthOfString(printable(text).text)
  const paint = ({ fill, color, width = 1, dash }: Parameters<Pen['circle']>[3]) => {
    if (dash) doc.dash(dash[0], { space: dash[1] })
    doc.lineWidth(width)
    if (fill !== undefined && color !== undefined) doc.fillAndStroke(fill, color)
    else if (fill !== undefined) doc.fill(fill)
    else doc.stroke(color ?? colors.ink)
    if (dash) doc.undash()
  }
  return {
    widthOf,
    line: (points, stroke = {}) => {
      for (const [index, [x, y]] of points.entries()) {
        if (index === 0) doc.moveTo(left + x, top + y)
        else doc.lineTo(left + x, top + y)
      }
      paint({ color: colors.ink, ...stroke })
    },
    rectangle: (x, y, width, height, look) => {
      doc.rect(left + x, top + y, width, height)
      paint(look)
    },
    circle: (x, y, radius, look) => {
      doc.circle(left + x, top + y, radius)
      paint(look)
    },
    text: (x, y, text, lettering = {}) => {
      const shift = { left: 0, center: 0.5, right: 1 }[lettering.align ?? 'left'] * widthOf(text, lettering)
      set(lettering).fillColor(lettering.color ?? colors.ink)
      doc.text(printable(text).text, left + x - shift, top + y, { lineBreak: false, baseline: 'alphabetic' })
    },
  }
}
