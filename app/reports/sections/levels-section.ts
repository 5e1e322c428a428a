import { counted } from '../../format.ts'
import type { LevelsOverTime } from '../levels-over-time.ts'
import type { Part } from '../parts.ts'

/** Every item with its level in each round, a table for each domain. */
export function levelsSection({ rounds, groups, key, leftOut }: LevelsOverTime): Part[] {
  const earlier =
    leftOut > 0 ? [`${counted(leftOut, 'earlier round is', 'earlier rounds are')} left out.`] : []
  const marks = `${key.map(({ mark, words }) => `${mark} ${words}`).join(' · ')}.`
  return [
    { kind: 'heading', level: 2, text: 'Every item, round by round' },
    { kind: 'paragraph', words: [marks, ...earlier].join(' '), look: 'small', keepWithNext: true },
    ...groups.flatMap(({ title, rows }): Part[] => [
      { kind: 'heading', level: 3, text: title },
      {
        kind: 'table',
        summary: `Levels of ${title} in each round`,
        columns: [
          { title: 'Item', share: 40 },
          ...rounds.map((round) => ({ title: round, share: 6, align: 'right' as const })),
          ...(rounds.length > 1 ? [{ title: 'Since the last', share: 11 }] : []),
        ],
        rows: rows.map(({ question, cells, change }) => ({
          cells: [
            question,
            ...cells.map(({ mark }) => mark),
            ...(rounds.length > 1 ? [change.replace(/^[▲▼] /, '')] : []),
          ],
        })),
      },
    ]),
  ]
}
