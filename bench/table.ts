import type { Spread } from './statistics.ts'

/** One line of the table: a measurement, and what it can't be better than, measured in the same run. */
export interface Row {
  what: string
  unit: string
  figure: Spread
  floor?: { what: string; figure: Spread }
  /** What was aimed for, such as "≤ 20". */
  aim?: string
}

const headings = ['what', 'unit', 'median', 'spread', 'floor', 'its median', 'its spread', 'ratio', 'aim']

/** The rows as a Markdown table, which README can hold as it is. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, unit, figure, floor, aim }) => [
    what,
    unit,
    number(figure.median),
    range(figure),
    floor?.what ?? '',
    floor ? number(floor.figure.median) : '',
    floor ? range(floor.figure) : '',
    floor ? number(figure.median / floor.figure.median) : '',
    aim ?? '',
  ])
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}

function range({ least, most }: Spread): string {
  return least === most ? '' : `${number(least)}–${number(most)}`
}

/** Three significant digits are more than a run on a shared machine is worth. */
function number(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
}
