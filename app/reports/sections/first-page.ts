import type { FirstPage } from '../assessment-report.ts'
import { notValidated } from '../how-computed.ts'
import type { Part, Row, Words } from '../parts.ts'
import type { ScoreRow, Standing } from '../score-rows.ts'
import { counted } from '../../format.ts'

/** What stands at the top of the first page. */
export interface Top {
  /** "Progress report, March 2026" */
  kind: string
  name: string
  facts: string
  /** What the reader isn't given, and that it is being revised. */
  remarks: string[]
}

/** How much of the first page is said; the shorter ones are for when the longer don't fit. */
interface Length {
  obstacles: number
  next: number
  anchors: boolean
  meaning: boolean
  /** Questions longer than this are cut; they stand whole in their domain. */
  question: number
}

const lengths: readonly Length[] = [
  { obstacles: 6, next: 5, anchors: true, meaning: true, question: 300 },
  { obstacles: 4, next: 3, anchors: true, meaning: true, question: 300 },
  { obstacles: 3, next: 3, anchors: true, meaning: false, question: 300 },
  { obstacles: 3, next: 2, anchors: true, meaning: false, question: 300 },
  { obstacles: 2, next: 2, anchors: true, meaning: false, question: 300 },
  { obstacles: 2, next: 2, anchors: false, meaning: false, question: 300 },
  { obstacles: 2, next: 1, anchors: false, meaning: false, question: 120 },
  { obstacles: 1, next: 1, anchors: false, meaning: false, question: 60 },
]

/** The first page in several lengths, the fullest first. It stands alone for whoever reads only that. */
export function firstPages(top: Top, page: FirstPage, more: readonly Part[] = []): Part[][] {
  return lengths.map((length) => [
    ...topParts(top),
    { kind: 'paragraph', words: reviewWords(page.review) },
    ...standingParts(page, length),
    ...more,
    ...obstacleParts(page, length),
    ...nextParts(page, length),
    { kind: 'callout', paragraphs: [[{ text: 'Not validated. ', strong: true }, { text: notValidated }]] },
  ])
}

/** Of what it is, of whom, and when. */
export function topParts({ kind, name, facts, remarks }: Top): Part[] {
  return [
    { kind: 'paragraph', words: kind, look: 'small' },
    { kind: 'heading', level: 1, text: name },
    { kind: 'paragraph', words: facts, look: 'small' },
    ...remarks.map((words): Part => ({
      kind: 'paragraph',
      words: [{ text: words, strong: true }],
      look: 'small',
    })),
  ]
}

function reviewWords({ coReviewed, sentence }: FirstPage['review']): Words {
  return [{ text: coReviewed ? 'Co-reviewed. ' : 'Not co-reviewed. ', strong: true }, { text: sentence }]
}

function standingParts({ standing, change, bandMeaning }: FirstPage, length: Length): Part[] {
  const { overall } = standing
  const band: Words = [
    { text: `${overall.band}.`, strong: true },
    { text: ` It stands on ${overall.basis}.` },
    { text: bandMeaning !== null && length.meaning ? ` ${bandMeaning}` : '' },
  ]
  return [
    { kind: 'heading', level: 2, text: 'Where it stands' },
    {
      kind: 'big-number',
      number: overall.displayed === null ? 'No score' : String(overall.displayed),
      of: 'overall, of 100',
      lines: [band, ...(change === null ? [] : [change])],
    },
    scoreTable(standing),
  ]
}

/** The scores by domain, with what they stand on and what changed. */
export function scoreTable({ overall, domains, bounds }: Standing): Part {
  const changed = overall.change !== null
  const row = ({ title, displayed, basis, band, change }: ScoreRow): Row => ({
    cells: [
      title,
      { words: displayed === null ? '–' : String(displayed), bar: { value: displayed, bounds } },
      basis.replace(' applicable', ''),
      band,
      ...(changed ? [change ?? '–'] : []),
    ],
  })
  return {
    kind: 'table',
    summary: 'The score of each domain, from 0 to 100, with what it stands on',
    columns: [
      { title: 'Domain', share: 32 },
      { title: 'Score, from 0 to 100', share: 27 },
      { title: 'Stands on', share: 16 },
      { title: 'Band', share: 14 },
      ...(changed ? [{ title: 'Change', share: 15, align: 'right' as const }] : []),
    ],
    rows: domains.map(row),
  }
}

function obstacleParts({ obstacles, next }: FirstPage, length: Length): Part[] {
  const shown = obstacles.slice(0, length.obstacles)
  const more = obstacles.length - shown.length
  const where = next === null ? '' : ', told domain by domain below'
  return [
    { kind: 'heading', level: 2, text: 'What holds it back' },
    ...(shown.length === 0
      ? [nothing(next)]
      : [
          {
            kind: 'list',
            items: [
              ...shown.map(({ what, why }): Words => [
                { text: sentenceOf(cut(what, length.question)), strong: true },
                { text: ` ${cut(why, 2 * length.question)}` },
              ]),
              ...(more > 0 ? [`And ${counted(more, 'more', 'more')}${where}.`] : []),
            ],
          } satisfies Part,
        ]),
  ]
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`
}

function nothing(next: FirstPage['next']): Part {
  const words =
    next === null
      ? 'Every domain with a score has a band. Which items hold a score down is in the answers, which are not shared.'
      : 'Nothing does: every band is given, and every must-have is at its level or above.'
  return { kind: 'paragraph', words }
}

const sentenceOf = (what: string) => (/[.?!…]$/.test(what) ? what : `${what}.`)

function nextParts({ next }: FirstPage, { next: count, anchors, question: most }: Length): Part[] {
  const heading: Part = { kind: 'heading', level: 2, text: 'Next steps' }
  if (next === null) {
    const words =
      'The agency sees which items would raise its score most. Its answers are not shared, so they are not told here.'
    return [heading, { kind: 'paragraph', words }]
  }
  if (next.length === 0) {
    const words = 'No answered item is below the highest level. Keep checking that it stays so.'
    return [heading, { kind: 'paragraph', words }]
  }
  const items = next
    .slice(0, count)
    .map(({ question, domain, now, next: step, caps }): Words => [
      { text: cut(question, most), strong: true },
      { text: ` ${domain}, now ${now}${caps ? ', a must-have below the level that passes' : ''}.` },
      { text: step && anchors ? ` Next, ${step.label}: ${step.anchor}` : '' },
    ])
  const words = 'These items would raise the overall score most, must-haves first.'
  const lead: Part[] = anchors ? [{ kind: 'paragraph', words, keepWithNext: true }] : []
  return [heading, ...lead, { kind: 'list', numbered: true, items }]
}
