import type { ChangesView, OutcomeGroup } from '../../results/changes-view.ts'
import type { Part } from '../parts.ts'

/** Outcomes that are worth naming item by item; the rest are counted. */
const named: ReadonlySet<OutcomeGroup['outcome']> = new Set([
  ...(['improved', 'declined', 'newly-applicable', 'no-longer-applicable'] as const),
  ...(['newly-answered', 'no-longer-answered', 'new', 'not-comparable', 'retired'] as const),
])

/** What changed between two rounds, item by item, like for like. */
export function changesSection(changes: ChangesView, title = `What changed since ${changes.since}`): Part[] {
  const groups = changes.groups.filter(({ outcome }) => named.has(outcome))
  const counted = changes.groups.filter(({ outcome }) => !named.has(outcome))
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'paragraph', words: changes.basis, keepWithNext: true },
    {
      kind: 'table',
      summary: `Change of each score since ${changes.since}, like for like`,
      columns: [
        { title: 'Domain', share: 4 },
        { title: 'Change', share: 2, align: 'right' },
        { title: 'What it stands on', share: 5 },
      ],
      rows: [
        ...changes.domains.map(({ title: domain, change, basis }) => ({ cells: [domain, change, basis] })),
        { cells: [changes.overall.title, changes.overall.change, changes.overall.basis], total: true },
      ],
    },
    ...groups.flatMap(groupParts),
    ...(counted.length > 0
      ? [
          {
            kind: 'paragraph',
            words: `Besides: ${counted.map(({ title: words }) => words).join(', ')}.`,
          } as const,
        ]
      : []),
  ]
}

function groupParts({ title, items }: OutcomeGroup): Part[] {
  return [
    { kind: 'heading', level: 3, text: title },
    {
      kind: 'table',
      summary: title,
      columns: [
        { title: 'Item', share: 6 },
        { title: 'Domain', share: 3 },
        { title: 'Level', share: 2.4 },
      ],
      rows: items.map(({ question, domain, levels }) => ({ cells: [question, domain, levels || '–'] })),
    },
  ]
}
