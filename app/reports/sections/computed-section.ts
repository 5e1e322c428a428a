import type { HowComputed } from '../how-computed.ts'
import type { Part } from '../parts.ts'

/** How the figures came about, and what they can be checked by. */
export function computedSection({ rules, bands, sum, record, instrument }: HowComputed): Part[] {
  return [
    { kind: 'heading', level: 2, text: 'How it was computed' },
    { kind: 'list', items: rules },
    ...(sum ? sumParts(sum) : []),
    { kind: 'heading', level: 3, text: 'The bands' },
    {
      kind: 'table',
      summary: 'The bands, from the lowest up',
      columns: [
        { title: 'Band', share: 2.4 },
        { title: 'From', share: 1, align: 'right' },
        { title: 'What it means', share: 8 },
      ],
      rows: bands.map(({ label, from, meaning }) => ({ cells: [label, String(from), meaning] })),
    },
    { kind: 'heading', level: 3, text: 'The instrument' },
    { kind: 'paragraph', words: instrument },
    { kind: 'heading', level: 3, text: 'Record' },
    {
      kind: 'table',
      summary: 'What this report was made of',
      columns: [
        { title: 'What', share: 3 },
        { title: 'Value', share: 8 },
      ],
      rows: record.map((cells) => ({ cells })),
    },
  ]
}

function sumParts(sum: NonNullable<HowComputed['sum']>): Part[] {
  return [
    { kind: 'heading', level: 3, text: 'The sum of the overall score' },
    {
      kind: 'table',
      summary: 'How the overall score came about',
      columns: [
        { title: 'Domain', share: 5 },
        ...['Score, to four decimals', 'Weight', 'Product'].map((title) => ({
          title,
          share: 2,
          align: 'right' as const,
        })),
      ],
      rows: [
        ...sum.addends.map(({ label, points, weight, product }) => ({
          cells: [label, points, weight, product],
        })),
        { cells: ['Sum', '', sum.weights, sum.sum], total: true },
      ],
    },
    {
      kind: 'paragraph',
      words: [
        { text: `${sum.sum} ÷ ${sum.weights} = ${sum.mean}, shown as ` },
        { text: `${sum.displayed}.`, strong: true },
      ],
    },
  ]
}
