import { notValidated } from '../how-computed.ts'
import type { Part, Row, Words } from '../parts.ts'
import type { Count, ScopeFigures } from '../program-figures.ts'
import type { ProgramReport } from '../program-report.ts'
import { topParts, type Top } from './first-page.ts'
import {
  agencies,
  changeWords,
  countWords,
  lowestDomain,
  movementSentence,
  scoreWords,
} from './program-words.ts'

/** The first page of a program's report, in several lengths. It stands alone for whoever reads only that. */
export function programFirstPages(top: Top, report: ProgramReport): Part[][] {
  return [6, 5, 4, 3, 2, 1].map((weakest) => [
    ...topParts(top),
    { kind: 'paragraph', words: reviewWords(report) },
    ...standingParts(report),
    ...weakestParts(report, weakest),
    ...nextParts(report),
    { kind: 'callout', paragraphs: [[{ text: 'Not validated. ', strong: true }, { text: notValidated }]] },
  ])
}

function reviewWords({ agencies: { final, coReviewed } }: ProgramReport): Words {
  return [
    { text: 'Co-reviewed or not. ', strong: true },
    {
      text: `A partner rated it too and both agreed in ${countWords(coReviewed)} of ${agencies(final)} with a final assessment; the others rated themselves and are not co-reviewed.`,
    },
  ]
}

function standingParts({ overall, domains, agencies: all, comparedDay }: ProgramReport): Part[] {
  const { now, movement } = overall
  const compared = comparedDay !== null
  return [
    { kind: 'heading', level: 2, text: 'Where the agencies stand' },
    {
      kind: 'big-number',
      number: now.median === null ? '–' : String(now.median),
      of: 'middle score overall, of 100',
      lines: [
        `Of ${agencies(now.n)} that share their scores. ${countWords(all.enrolled)} are enrolled, ${countWords(all.sharing)} share their scores.`,
        ...(movement && compared
          ? [`Since ${comparedDay}, like for like: ${movementSentence(movement)}`]
          : []),
      ],
    },
    {
      kind: 'table',
      summary: 'Middle score of each domain, with the number of agencies, and what moved',
      columns: [
        { title: 'Domain', share: 32 },
        { title: 'Middle score', share: 26 },
        { title: 'Agencies', share: 13, align: 'right' },
        ...(compared
          ? ['Before', 'Improved', 'Declined'].map((title) => ({ title, share: 13, align: 'right' as const }))
          : []),
      ],
      rows: domains.map((domain) => scopeRow(domain, compared)),
    },
  ]
}

function scopeRow({ title, now, before, movement }: ScopeFigures, compared: boolean): Row {
  const of = (count: Count) =>
    movement && count !== null ? `${count} of ${countWords(movement.n)}` : countWords(count)
  return {
    cells: [
      title,
      { words: scoreWords(now.median), bar: { value: now.median, bounds: [] } },
      countWords(now.n),
      ...(compared
        ? [
            before ? scoreWords(before.median) : '–',
            movement ? of(movement.improved) : '–',
            movement ? of(movement.declined) : '–',
          ]
        : []),
    ],
  }
}

function weakestParts({ weakest }: ProgramReport, count: number): Part[] {
  const items = weakest
    .slice(0, count)
    .map(({ question, domain, low, n }): Words => [
      { text: question, strong: true },
      { text: ` ${domain}: ${countWords(low)} of ${agencies(n)} at one of the two lowest levels.` },
    ])
  return [
    { kind: 'heading', level: 2, text: 'What holds most back' },
    items.length === 0
      ? { kind: 'paragraph', words: 'Too few agencies share their answers to tell it item by item.' }
      : { kind: 'list', items },
  ]
}

function nextParts({ domains, weakest, overall }: ProgramReport): Part[] {
  const lowest = lowestDomain(domains)
  const [first] = weakest
  const change = overall.movement?.medianChange ?? null
  const items = [
    ...(lowest
      ? [`Offer help first with ${lowest.title}: its middle score is the lowest, ${lowest.median}.`]
      : []),
    ...(first ? [`Begin with the item that holds most back: ${first.question}`] : []),
    `Ask the agencies that declined what happened${change === null ? '' : `, and those that rose by more than the middle change of ${changeWords(change)} what helped`}.`,
  ]
  return [
    { kind: 'heading', level: 2, text: 'Next steps' },
    { kind: 'list', numbered: true, items },
  ]
}
