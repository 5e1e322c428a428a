import { wrapWords } from './wrap-words.ts'

/** One domain or item with what the agency, its partner and both together say of it. */
export interface DumbbellRow {
  id: string
  label: string
  /** Numbers as pages show them; null where a side gave none. */
  agency: number | null
  partner: number | null
  agreed: number | null
  /** The number that counts wasn't agreed on: it is the lower. */
  notAgreed: boolean
  /** What stands in place of a number that isn't there: "partner: not applicable". */
  aside: string | null
}

/** From where to where the rows run, and where the axis has numbers. */
export interface DumbbellScale {
  from: number
  to: number
  ticks: readonly number[]
}

/** A row with its place in the plot. */
export interface PlacedRow {
  row: DumbbellRow
  lines: string[]
  /** Of the first line of the label, and of the marks, from the top. */
  top: number
  middle: number
}

const charactersInLine = 50
export const lineHeight = 16
/** From the last line of the label to the marks: room for the label of the agreed one. */
const toMarks = 32
const belowMarks = 22

/** Places rows below each other, each with as many lines as its label takes. */
export function placeRows(rows: readonly DumbbellRow[]): { placed: PlacedRow[]; height: number } {
  let height = 6
  const placed = rows.map((row) => {
    const lines = [...wrapWords(row.label, charactersInLine), ...(row.aside === null ? [] : [row.aside])]
    const top = height + lineHeight
    const middle = height + lines.length * lineHeight + toMarks
    height = middle + belowMarks
    return { row, lines, top, middle }
  })
  return { placed, height }
}

/** Width of the plot, and room on both sides for a mark's name and number. */
const plotWidth = 360
export const sideRoom = 74
/** Below the rows, for the axis. */
export const axisHeight = 24

/** The size of a plot of these rows, the same on the server and in the browser. */
export function plotSize(rows: readonly DumbbellRow[]): { width: number; height: number } {
  return { width: plotWidth, height: placeRows(rows).height + axisHeight }
}
