import { formatDate } from '../../format.ts'
import { reviewWords } from '../../review-words.ts'
import { heightOfMovements, movements, type MovementRow } from '../drawings/movements.ts'
import { heightOfSpreads, spreads } from '../drawings/spreads.ts'
import type { Column, Part } from '../parts.ts'
import type { CohortFigures, ScopeFigures, Spread } from '../program-figures.ts'
import type { ProgramReport } from '../program-report.ts'
import {
  agencies,
  changeWords,
  countWords,
  movementSentence,
  scoreWords,
  spreadWords,
} from './program-words.ts'

const numbers = (titles: readonly string[], share: number): Column[] =>
  titles.map((title) => ({ title, share, align: 'right' }))

/** How each domain's scores spread over agencies, now and before. */
export function spreadSection({ overall, domains, comparedDay, cutOffDay }: ProgramReport): Part[] {
  const all = [overall, ...domains]
  const moments =
    comparedDay === null ? [] : [{ when: comparedDay, of: (scope: ScopeFigures) => scope.before }]
  return [
    { kind: 'heading', level: 2, text: 'How scores spread' },
    {
      ...{ kind: 'figure', keepWithNext: true, alt: spreadAlt(all) },
      ...{ height: heightOfSpreads(all.length), draw: spreads(all) },
    },
    ...[{ when: cutOffDay, of: (scope: ScopeFigures): Spread | null => scope.now }, ...moments].flatMap(
      ({ when, of }): Part[] => [
        { kind: 'heading', level: 3, text: `On ${when}` },
        spreadTable(all, of, when),
        bandTable(all, of, when),
      ],
    ),
  ]
}

function spreadAlt(all: readonly ScopeFigures[]): string {
  const rows = all.map(
    ({ title, now, before }) =>
      `${title}: now ${spreadWords(now)}${before ? `; before ${spreadWords(before)}` : ''}`,
  )
  return `Chart of how scores from 0 to 100 spread over agencies. ${rows.join('. ')}.`
}

type Of = (scope: ScopeFigures) => Spread | null

function spreadTable(all: readonly ScopeFigures[], of: Of, when: string): Part {
  return {
    kind: 'table',
    summary: `Scores on ${when}, with the number of agencies`,
    columns: [
      { title: 'Domain', share: 34 },
      ...numbers(['Agencies', 'A quarter at most', 'Middle score', 'A quarter at least'], 15),
    ],
    rows: all.map((scope) => {
      const { n, lowerQuartile, median, upperQuartile } = of(scope) ?? emptySpread
      return {
        cells: [scope.title, countWords(n), ...[lowerQuartile, median, upperQuartile].map(scoreWords)],
      }
    }),
  }
}

function bandTable(all: readonly ScopeFigures[], of: Of, when: string): Part {
  const bands = all.flatMap((scope) => of(scope)?.bands ?? []).map(({ label }) => label)
  const titles = [...new Set(bands)]
  return {
    kind: 'table',
    summary: `How many agencies are in each band on ${when}`,
    columns: [{ title: 'Domain', share: 34 }, ...numbers(['Agencies', ...titles], 70 / (titles.length + 1))],
    rows: all.map((scope) => {
      const spread = of(scope) ?? emptySpread
      const counts = titles.map((title) => spread.bands.find(({ label }) => label === title)?.count ?? null)
      return { cells: [scope.title, countWords(spread.n), ...counts.map(countWords)] }
    }),
  }
}

const emptySpread: Spread = {
  ...{ n: 0, lowest: null, lowerQuartile: null, median: null, upperQuartile: null, highest: null },
  bands: [],
}
/** How many agencies improved, declined or stayed the same, like for like. */
export function movementSection({ overall, domains, comparedDay, agencies: all }: ProgramReport): Part[] {
  if (comparedDay === null) return []
  const rows = [overall, ...domains].flatMap(({ title, movement }): MovementRow[] =>
    movement ? [{ title, movement }] : [],
  )
  const alt = rows.map(({ title, movement }) => `${title}: ${movementSentence(movement)}`)
  return [
    { kind: 'heading', level: 2, text: `What moved since ${comparedDay}` },
    {
      kind: 'paragraph',
      words: `${agencies(all.inBoth)} have a final assessment in both moments. A change is taken like for like, only on items that both rounds of an agency share.`,
      keepWithNext: true,
    },
    {
      ...{
        kind: 'figure',
        keepWithNext: true,
        height: heightOfMovements(rows.length),
        draw: movements(rows),
      },
      alt: `Chart of how many agencies moved. ${alt.join(' ')}`,
    },
    {
      kind: 'table',
      summary: `How many agencies moved since ${comparedDay}, by domain`,
      columns: [
        { title: 'Domain', share: 26 },
        ...numbers(
          ['Compared', 'Improved', 'The same', 'Declined', 'Too little in common', 'Middle change'],
          12,
        ),
      ],
      rows: rows.map(({ title, movement: { n, improved, same, declined, notComparable, medianChange } }) => ({
        cells: [
          title,
          ...[n, improved, same, declined, notComparable].map(countWords),
          changeWords(medianChange),
        ],
      })),
    },
  ]
}

/** The items at which most agencies are low. */
export function weakestSection({ weakest }: ProgramReport): Part[] {
  if (weakest.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Where most agencies are weakest' },
    {
      kind: 'table',
      summary: 'The items at which most agencies are at one of the two lowest levels',
      columns: [
        { title: 'Item', share: 40 },
        { title: 'Domain', share: 22 },
        ...numbers(['At the two lowest levels', 'Of agencies', 'Middle level'], 13),
      ],
      rows: weakest.map(({ question, domain, low, n, median }) => ({
        cells: [question, domain, countWords(low), countWords(n), scoreWords(median)],
      })),
    },
  ]
}

/** How agencies that have something in common stand and moved. */
export function cohortSection({ cohorts, comparedDay }: ProgramReport): Part[] {
  if (cohorts.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Progress by cohort' },
    ...cohorts.flatMap((cohort) => cohortParts(cohort, comparedDay !== null)),
  ]
}

function cohortParts({ kind, groups }: CohortFigures, compared: boolean): Part[] {
  return [
    { kind: 'heading', level: 3, text: kind },
    {
      kind: 'table',
      summary: `${kind}: how the agencies of each group stand`,
      columns: [
        { title: kind, share: 26 },
        ...numbers(['Agencies', 'Middle score'], 12),
        ...(compared ? numbers(['Compared', 'Improved', 'Declined', 'Middle change'], 12) : []),
      ],
      rows: groups.map(({ label, n, median, movement }) => ({
        cells: [...[label, countWords(n), scoreWords(median)], ...(compared ? movementCells(movement) : [])],
      })),
    },
  ]
}

function movementCells(movement: CohortFigures['groups'][number]['movement']): string[] {
  if (!movement) return ['–', '–', '–', '–']
  const { n, improved, declined, medianChange } = movement
  return [...[n, improved, declined].map(countWords), changeWords(medianChange)]
}

/** Every agency by name; nothing in a public edition. */
export function agenciesSection({ lines }: ProgramReport): Part[] {
  if (lines.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'The agencies' },
    {
      kind: 'table',
      summary: 'The latest final assessment of each agency that shares its scores',
      columns: [
        { title: 'Agency', share: 33 },
        { title: 'As of', share: 20 },
        ...numbers(['Score', 'Change'], 10),
        { title: 'Band', share: 17 },
        { title: 'Rated', share: 18 },
      ],
      rows: lines.map(({ name, asOf, displayed, change, band, coReviewed }) => ({
        cells: [
          ...[name, formatDate(asOf), scoreWords(displayed), changeWords(change)],
          ...[band ?? 'No band yet', reviewWords(coReviewed)],
        ],
      })),
    },
  ]
}
