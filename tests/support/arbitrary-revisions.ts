import fc from 'fast-check'
import type { ItemChange } from '#assessments/declared-changes.ts'
import type { Item } from '#assessments/item.ts'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import { anchorsFor, levelItem, questionnaire, type Json } from './questionnaires.ts'

const fates = ['same', 'reworded', 'renamed', 'changed', 'split', 'retired'] as const
type Fate = (typeof fates)[number]

const why = 'The field asked for it.'
const weights = fc.constantFrom(0.5, 1, 1, 2, 0.333)

/** What became of one item, and how it is declared. */
function revised(item: Item, fate: Fate, weight: number): { items: Json[]; change: ItemChange | null } {
  const kept: Json = { ...item, ...(item.kind === 'level' && { weight }) }
  const { id } = item
  const named = (suffix: string) => `${id}-${suffix}`
  switch (fate) {
    case 'same':
      return { items: [kept], change: null }
    case 'reworded':
    case 'changed':
      return {
        items: [{ ...kept, question: `In other words: ${id}?` }],
        change: { change: fate, item: id, why },
      }
    case 'renamed':
      return {
        items: [{ ...kept, id: named('renamed') }],
        change: { change: fate, from: id, to: named('renamed'), why },
      }
    case 'split': {
      const to = [named('one'), named('other')]
      return { items: to.map((half) => ({ ...kept, id: half })), change: { change: fate, from: id, to, why } }
    }
    case 'retired':
      return { items: [], change: { change: fate, item: id, why } }
  }
}

/**
 * Any next version of a questionnaire without conditions: every item has one of these fates and, in a minor
 * version, maybe another weight; each domain gets a new item.
 */
export function arbitraryRevision(
  older: Questionnaire,
  possible: readonly Fate[] = fates,
): fc.Arbitrary<Questionnaire> {
  const items = itemsOf(older)
  const wordsOnly = possible.every((fate) => fate === 'same' || fate === 'reworded')
  const one = fc.record({ fate: fc.constantFrom(...possible), weight: weights })
  return fc
    .array(one, { minLength: items.length, maxLength: items.length })
    .map((choices) => revision(older, choices, wordsOnly))
}

function revision(
  older: Questionnaire,
  choices: readonly { fate: Fate; weight: number }[],
  wordsOnly: boolean,
): Questionnaire {
  const became = new Map(
    itemsOf(older).map((item, i) => {
      const { fate = 'same', weight = 1 } = choices[i] ?? {}
      return [item.id, revised(item, fate, wordsOnly && item.kind === 'level' ? item.weight : weight)]
    }),
  )
  const anchors = anchorsFor(older.levels.map(({ value }) => value))
  const added = wordsOnly ? [] : older.domains.map(({ id }) => levelItem(`any.new-in-${id}`, { anchors }))
  const next: Json = {
    ...older,
    version: wordsOnly ? '1.0.1' : '1.1.0',
    domains: older.domains.map((domain, d) => ({
      ...domain,
      items: [
        ...domain.items.flatMap(({ id }) => became.get(id)?.items ?? []),
        ...(wordsOnly ? [] : [added[d]]),
      ],
    })),
    revises: {
      version: older.version,
      same: [...became].filter(([, { change }]) => change === null).map(([id]) => id),
      changes: [
        ...[...became.values()].flatMap(({ change }) => (change ? [change] : [])),
        ...added.map(({ id }) => ({ change: 'added', item: id, why })),
      ],
    },
  }
  return questionnaire(JSON.parse(JSON.stringify(next)) as Json)
}
