import type { DumbbellRow } from '../../charts/dumbbell-row.ts'
import { fitted, type Drawing, type Pen } from './pen.ts'

const rowHeight = 30
const axis = 18
const label = { size: 8.5 } as const
const labelWidth = 190
const ink = '#1b1b1b'
const grid = '#c6cace'

/** How high a chart of so many rows is, with its key. */
export const heightOfDumbbells = (count: number) => 16 + count * rowHeight + axis

/**
 * Each row with the agency as a filled circle, the partner as an open one and the agreed score as a bar across:
 * told apart by shape, not by color.
 */
export function dumbbells(rows: readonly DumbbellRow[]): Drawing {
  return (pen, width) => {
    const at = (value: number) => labelWidth + ((width - labelWidth - 14) * value) / 100
    drawKey(pen, labelWidth)
    const bottom = 16 + rows.length * rowHeight
    for (const tick of [0, 25, 50, 75, 100]) {
      pen.line(
        [
          [at(tick), 16],
          [at(tick), bottom],
        ],
        { color: grid, width: 0.5 },
      )
      pen.text(at(tick), bottom + 11, String(tick), { size: 7.5, align: 'center' })
    }
    for (const [index, row] of rows.entries()) drawRow(pen, row, 16 + index * rowHeight + rowHeight / 2, at)
  }
}

function drawRow(pen: Pen, row: DumbbellRow, y: number, at: (value: number) => number): void {
  const { agency, partner, agreed } = row
  pen.text(0, y + 3, fitted(pen, row.label, labelWidth - 12, label), label)
  if (row.aside !== null) pen.text(0, y + 12, row.aside, { size: 7 })
  if (agency !== null && partner !== null) {
    pen.line(
      [
        [at(agency), y],
        [at(partner), y],
      ],
      { color: ink, width: 1 },
    )
  }
  if (agreed !== null)
    pen.line(
      [
        [at(agreed), y - 8],
        [at(agreed), y + 8],
      ],
      { color: ink, width: 2.5 },
    )
  if (agency !== null) pen.circle(at(agency), y, 4, { fill: '#0d4f97' })
  if (partner !== null) pen.circle(at(partner), y, 4, { fill: '#ffffff', color: ink, width: 1.3 })
}

function drawKey(pen: Pen, left: number): void {
  const size = { size: 7.5 } as const
  pen.circle(left + 4, 4, 3.5, { fill: '#0d4f97' })
  pen.text(left + 11, 7, 'Agency', size)
  pen.circle(left + 62, 4, 3.5, { fill: '#ffffff', color: ink, width: 1.3 })
  pen.text(left + 69, 7, 'Partner', size)
  pen.line(
    [
      [left + 120, 0],
      [left + 120, 9],
    ],
    { color: ink, width: 2.5 },
  )
  pen.text(left + 127, 7, 'Agreed', size)
}
