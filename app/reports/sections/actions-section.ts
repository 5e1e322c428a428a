import { formatDate } from '../../format.ts'
import type { Part } from '../parts.ts'
import type { ActionItem } from '../report-input.ts'

/** What the agency set out to do; nothing where it hasn't said. */
export function actionsSection(actions: readonly ActionItem[]): Part[] {
  if (actions.length === 0) return []
  const owned = actions.some(({ owner }) => owner !== null)
  return [
    { kind: 'heading', level: 2, text: 'Action items' },
    {
      kind: 'table',
      summary: 'What the agency set out to do',
      columns: [
        { title: 'Action', share: 6 },
        ...(owned ? [{ title: 'Who', share: 3 }] : []),
        { title: 'Due', share: 2.4 },
        { title: 'Status', share: 2 },
      ],
      rows: actions.map(({ title, owner, due, status }) => ({
        cells: [title, ...(owned ? [owner ?? '–'] : []), due === null ? '–' : formatDate(due), status],
      })),
    },
  ]
}
