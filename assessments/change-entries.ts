import type { DeclaredChanges, ItemChange } from './declared-changes.ts'

/** What a version did to items of the one that it revises. */
export type ChangeName = 'same' | ItemChange['change']

/** A declared change of any kind in one form: which old items became which new ones. */
export interface ChangeEntry {
  change: ChangeName
  /** Ids of the older version's items: none for one that was added. */
  from: string[]
  /** Ids of the newer version's items: none for one that was retired. */
  to: string[]
  /** The sentence that says why; null for items that stay the same. */
  why: string | null
  /** Where it stands in the newer version's file. */
  path: string
}

/** Every declaration of a version, in the order of its file. */
export function changeEntries({ same, changes }: DeclaredChanges): ChangeEntry[] {
  return [
    ...same.map((id, i) => ({
      change: 'same' as const,
      from: [id],
      to: [id],
      why: null,
      path: `revises.same[${i}]`,
    })),
    ...changes.map((change, i) => ({
      change: change.change,
      ...sidesOf(change),
      why: change.why,
      path: `revises.changes[${i}]`,
    })),
  ]
}

function sidesOf(change: ItemChange): { from: string[]; to: string[] } {
  switch (change.change) {
    case 'reworded':
    case 'changed':
      return { from: [change.item], to: [change.item] }
    case 'renamed':
      return { from: [change.from], to: [change.to] }
    case 'split':
      return { from: [change.from], to: change.to }
    case 'merged':
      return { from: change.from, to: [change.to] }
    case 'added':
      return { from: [], to: [change.item] }
    case 'retired':
      return { from: [change.item], to: [] }
  }
}

/** Whether answers before and after a change can be compared: the same question is asked. */
export function isComparable(change: ChangeName): change is 'same' | 'reworded' | 'renamed' {
  return change === 'same' || change === 'reworded' || change === 'renamed'
}
