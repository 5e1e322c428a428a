import type { OneScore, ReviewView, ThreeScores } from '../../results/review-view.ts'
import { dumbbells, heightOfDumbbells } from '../drawings/dumbbells.ts'
import type { Cell, Part } from '../parts.ts'

/** The scores of both sides beside the agreed one, and how well the sides agreed before they talked. */
export function bothSidesSection(review: ReviewView): Part[] {
  const { agreement, finding, domains, overall, rows } = review
  return [
    { kind: 'heading', level: 2, text: 'What each side said' },
    { kind: 'paragraph', words: `${agreement.same} ${agreement.direction}`, keepWithNext: true },
    { kind: 'paragraph', words: [{ text: `${finding}.`, strong: true }], keepWithNext: true },
    {
      ...{ kind: 'figure', alt: altOf(review), keepWithNext: true },
      ...{ height: heightOfDumbbells(rows.length), draw: dumbbells(rows) },
    },
    {
      kind: 'table',
      summary: 'Scores of both sides and the agreed one, from 0 to 100',
      columns: [
        { title: 'Domain', share: 5 },
        ...['Agency', 'Partner', 'Agreed'].map((title) => ({ title, share: 2, align: 'right' as const })),
      ],
      rows: [...domains.map(scoreRow), { ...scoreRow(overall), total: true }],
    },
    {
      kind: 'paragraph',
      look: 'small',
      words:
        'Each score is on the items that the side rated: the partner isn’t asked all of them, and may leave some out. The agreed score is the one that counts.',
    },
    ...agreementParts(review),
  ]
}

function altOf({ finding, domains }: ReviewView): string {
  const rows = domains.map(
    ({ title, agency, partner, agreed }) =>
      `${title}: agency ${numberOf(agency)}, partner ${numberOf(partner)}, agreed ${numberOf(agreed)}`,
  )
  return `Chart of the scores of both sides, from 0 to 100. ${finding}. ${rows.join('; ')}.`
}

const numberOf = ({ displayed }: OneScore) => (displayed === null ? 'no score' : String(displayed))

function scoreRow({ title, agency, partner, agreed }: ThreeScores): { cells: Cell[] } {
  const cell = (score: OneScore): Cell => ({ words: numberOf(score), small: score.basis })
  return { cells: [title, cell(agency), cell(partner), cell(agreed)] }
}

function agreementParts({ agreement: { domains, overall } }: ReviewView): Part[] {
  return [
    { kind: 'heading', level: 3, text: 'How well the two sides agreed' },
    {
      kind: 'paragraph',
      words: 'Before they settled their differences, on the items that both rated with a level.',
      keepWithNext: true,
    },
    {
      kind: 'table',
      summary: 'How well the two sides’ own answers agreed, by domain',
      columns: [
        { title: 'Domain', share: 4 },
        { title: 'Same level on', share: 2.4 },
        { title: 'On average', share: 3 },
        { title: 'Weighted kappa', share: 3.4 },
      ],
      rows: [...domains, overall].map(({ title, same, difference, kappa }) => ({
        cells: [title, same, difference, kappa],
        total: title === overall.title,
      })),
    },
    {
      kind: 'paragraph',
      look: 'small',
      words:
        'Quadratic-weighted kappa (Cohen 1968, Fleiss and Cohen 1973): 1 is perfect agreement, 0 what chance alone would give. It depends on how spread out the levels are, so don’t compare it between agencies.',
    },
  ]
}
