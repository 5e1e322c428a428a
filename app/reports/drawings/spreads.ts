import type { ScopeFigures, Spread } from '../program-figures.ts'
import { fitted, type Drawing, type Pen } from './pen.ts'

const rowHeight = 34
const top = 16
const axis = 18
const labelWidth = 170
const ink = '#1b1b1b'
const grid = '#c6cace'
const label = { size: 8.5 } as const

/** How high a chart of so many rows is, with its key. */
export const heightOfSpreads = (count: number) => top + count * rowHeight + axis

/** For each row a box from quartile to quartile with the middle score: now filled, before open and dashed. */
export function spreads(rows: readonly ScopeFigures[]): Drawing {
  return (pen, width) => {
    const at = (value: number) => labelWidth + ((width - labelWidth - 14) * value) / 100
    const bottom = top + rows.length * rowHeight
    for (const tick of [0, 25, 50, 75, 100]) {
      pen.line(
        [
          [at(tick), top],
          [at(tick), bottom],
        ],
        { color: grid, width: 0.5 },
      )
      pen.text(at(tick), bottom + 11, String(tick), { size: 7.5, align: 'center' })
    }
    drawKey(pen)
    for (const [index, { title, now, before }] of rows.entries()) {
      const y = top + index * rowHeight + 4
      pen.text(0, y + 12, fitted(pen, title, labelWidth - 12, label), label)
      drawSpread(pen, now, y, at, 'now')
      if (before) drawSpread(pen, before, y + 14, at, 'before')
    }
  }
}

function drawSpread(
  pen: Pen,
  { lowest, lowerQuartile, median, upperQuartile, highest }: Spread,
  y: number,
  at: (value: number) => number,
  when: 'now' | 'before',
): void {
  if (lowerQuartile === null || median === null || upperQuartile === null) {
    pen.text(at(0) + 4, y + 8, 'not told', { size: 7.5, color: '#565c65' })
    return
  }
  const middle = y + 5.5
  if (lowest !== null)
    pen.line(
      [
        [at(lowest), middle],
        [at(lowerQuartile), middle],
      ],
      { color: ink, width: 0.8 },
    )
  if (highest !== null)
    pen.line(
      [
        [at(upperQuartile), middle],
        [at(highest), middle],
      ],
      { color: ink, width: 0.8 },
    )
  const look =
    when === 'now'
      ? { fill: '#b8cfe6', color: ink, width: 0.8 }
      : { fill: '#ffffff', color: ink, width: 0.8, dash: [2, 2] as const }
  pen.rectangle(at(lowerQuartile), y, at(upperQuartile) - at(lowerQuartile), 11, look)
  pen.line(
    [
      [at(median), y - 1],
      [at(median), y + 12],
    ],
    { color: ink, width: 2.2 },
  )
}

function drawKey(pen: Pen): void {
  const size = { size: 7.5 } as const
  pen.rectangle(labelWidth, 0, 16, 8, { fill: '#b8cfe6', color: ink, width: 0.8 })
  pen.text(labelWidth + 21, 7, 'now', size)
  pen.rectangle(labelWidth + 50, 0, 16, 8, { fill: '#ffffff', color: ink, width: 0.8, dash: [2, 2] })
  pen.text(labelWidth + 71, 7, 'before', size)
  pen.line(
    [
      [labelWidth + 114, -1],
      [labelWidth + 114, 9],
    ],
    { color: ink, width: 2.2 },
  )
  pen.text(labelWidth + 120, 7, 'middle score; the box holds half of the agencies', size)
}
