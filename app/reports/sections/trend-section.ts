import type { LineView } from '../../results/trend-view.ts'
import type { Lines } from '../plain-trend.ts'
import { trendLine } from '../drawings/trend-line.ts'
import type { Cell, Figure, Part } from '../parts.ts'

/** The lines over the rounds, overall and by domain, each with its numbers. */
export function trendSection(lines: Lines): Part[] {
  const { overall, domains, versions } = lines
  return [
    { kind: 'heading', level: 2, text: 'Scores over time, like for like' },
    {
      kind: 'paragraph',
      words:
        'Each line ends at the latest score and runs backwards by the changes between neighboring rounds, each taken only on items that both share. So a change of the questionnaire moves no line. Each round’s own score stands in the table.',
    },
    ...(versions.length > 0
      ? [{ kind: 'paragraph', words: versions.join(' '), look: 'small' } as const]
      : []),
    ...[overall, ...domains].flatMap((line) => lineParts(line, lines)),
  ]
}

/** A line as a chart, with its numbers as its alternative text. */
export function lineFigure({ finding, points, breaks }: LineView, { days }: Lines, height: number): Figure {
  const numbers = points.map(({ month, shown }) => `${month} ${shown ?? 'no score'}`)
  return {
    kind: 'figure',
    alt: [`Line over the rounds, from 0 to 100. ${finding}.`, `${numbers.join(', ')}.`, ...breaks].join(' '),
    height,
    draw: trendLine(points, days, height),
  }
}

function lineParts(line: LineView, lines: Lines): Part[] {
  const { title, finding, rows, breaks } = line
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'paragraph', words: [{ text: `${finding}.`, strong: true }], keepWithNext: true },
    ...(line.points.length > 1 ? [{ ...lineFigure(line, lines, 110), keepWithNext: true }] : []),
    ...breaks.map((words): Part => ({ kind: 'paragraph', words, look: 'small', keepWithNext: true })),
    {
      kind: 'table',
      summary: `${title}, round by round`,
      columns: [
        { title: 'Round', share: 24 },
        { title: 'Version', share: 12 },
        { title: 'Its own score', share: 25 },
        { title: 'Line', share: 8, align: 'right' },
        { title: 'Change', share: 15, align: 'right' },
        { title: 'Items in common', share: 34 },
      ],
      rows: rows.map(({ round, version, score, line: where, change, comparable }) => ({
        cells: [roundCell(round), version, score.replace(' applicable', ''), where, change, comparable],
      })),
    },
  ]
}

/** The round, and below it whether it was co-reviewed. */
function roundCell(round: string): Cell {
  const [words = '', small = ''] = round.split(/, (?=(?:not )?co-reviewed$)/)
  return { words, small }
}
