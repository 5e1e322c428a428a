import type { Count, Movement } from '../program-figures.ts'
import { fitted, type Drawing, type Pen } from './pen.ts'

const rowHeight = 22
const top = 16
const labelWidth = 170
const ink = '#1b1b1b'
const label = { size: 8.5 } as const

/** Told apart by how dark they are, and by the number in each. */
const looks = {
  improved: { fill: '#0d4f97', text: '#ffffff' },
  same: { fill: '#dfe1e2', text: ink },
  declined: { fill: '#ffffff', text: ink },
} as const
const kinds = ['improved', 'same', 'declined'] as const

export interface MovementRow {
  title: string
  movement: Movement
}

/** How high a chart of so many rows is, with its key. */
export const heightOfMovements = (count: number) => top + count * rowHeight + 4

/** For each row a bar of all agencies that can be compared, in three parts. */
export function movements(rows: readonly MovementRow[]): Drawing {
  return (pen, width) => {
    drawKey(pen)
    for (const [index, { title, movement }] of rows.entries()) {
      const y = top + index * rowHeight
      pen.text(0, y + 11, fitted(pen, title, labelWidth - 12, label), label)
      drawBar(pen, movement, y, width - labelWidth)
    }
  }
}

function drawBar(pen: Pen, movement: Movement, y: number, width: number): void {
  const parts = kinds.map((kind) => ({ kind, count: movement[kind] }))
  const all = parts.reduce((sum, { count }) => sum + (count ?? 0), 0)
  if (parts.some(({ count }) => count === null) || all === 0) {
    const words = all === 0 && parts.every(({ count }) => count === 0) ? 'none to compare' : 'not told'
    pen.text(labelWidth + 4, y + 11, words, { size: 7.5, color: '#565c65' })
    return
  }
  let x = labelWidth
  for (const { kind, count } of parts) {
    const wide = (width * (count ?? 0)) / all
    if (wide === 0) continue
    pen.rectangle(x, y, wide, 16, { fill: looks[kind].fill, color: ink, width: 0.6 })
    if (wide > 16) numberIn(pen, count, x + wide / 2, y + 11, looks[kind].text)
    x += wide
  }
}

function numberIn(pen: Pen, count: Count, x: number, y: number, color: string): void {
  pen.text(x, y, String(count), { size: 8.5, bold: true, align: 'center', color })
}

function drawKey(pen: Pen): void {
  let x = labelWidth
  for (const kind of kinds) {
    pen.rectangle(x, 0, 12, 8, { fill: looks[kind].fill, color: ink, width: 0.6 })
    pen.text(x + 16, 7, kind, { size: 7.5 })
    x += 70
  }
}
