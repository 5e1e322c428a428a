import type { DriftView } from '../../results/drift-view.ts'
import type { Part } from '../parts.ts'

/** How the two sides' views came together or apart. */
export function driftSection({ finding, rounds, overall, domains }: DriftView): Part[] {
  return [
    { kind: 'heading', level: 2, text: 'How the two sides’ views compare' },
    { kind: 'paragraph', words: `${finding}.`, keepWithNext: true },
    {
      kind: 'table',
      summary: 'How far the two sides’ own ratings were apart in each co-reviewed round',
      columns: [
        { title: 'Domain', share: 20 },
        ...rounds.slice(-4).map((round) => ({ title: round, share: 20 })),
      ],
      rows: [...domains, overall].map(({ title, cells }) => ({
        cells: [title, ...cells.slice(-4)],
        total: title === overall.title,
      })),
    },
  ]
}
