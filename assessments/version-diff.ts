import { changeEntries, isComparable, type ChangeEntry, type ChangeName } from './change-entries.ts'
import { differencesBetween, questionnaireFacts, type Difference } from './facts.ts'
import { itemDifferences } from './item-differences.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'

/** What became of one item, or of several at once. */
export interface ItemDiff {
  change: ChangeName
  from: string[]
  to: string[]
  /** Whether answers before and after can be compared. */
  comparable: boolean
  /** What the author says about it; null where nothing is declared. */
  why: string | null
  /** Fields that differ, of the first item on either side. */
  differences: Difference[]
}

/** What a newer version did to an older one. */
export interface VersionDiff {
  slug: string
  from: string
  to: string
  /** False where the newer version doesn't say that it revises the older one, so that this is only inferred. */
  declared: boolean
  /** Fields of the questionnaire itself that differ. */
  differences: Difference[]
  items: ItemDiff[]
}

/**
 * What a newer version did to each item of an older one. Where it doesn't revise that one, this is
 * inferred from ids and contents alone: an item that differs counts as changed, since nobody vouches
 * that it still asks the same.
 */
export function diffVersions(older: Questionnaire, newer: Questionnaire): VersionDiff {
  const declared =
    newer.slug === older.slug && newer.revises !== undefined && newer.revises.version === older.version
  const entries = declared && newer.revises ? changeEntries(newer.revises) : inferred(older, newer)
  return {
    slug: newer.slug,
    from: older.version,
    to: newer.version,
    declared,
    differences: differencesBetween(questionnaireFacts(older), questionnaireFacts(newer)),
    items: entries.map(({ change, from, to, why }) => ({
      change,
      from,
      to,
      comparable: isComparable(change),
      why,
      differences: itemDifferences(older, from[0] ?? '', newer, to[0] ?? ''),
    })),
  }
}

function inferred(older: Questionnaire, newer: Questionnaire): Omit<ChangeEntry, 'path'>[] {
  const oldIds = new Set(itemsOf(older).map(({ id }) => id))
  const newIds = new Set(itemsOf(newer).map(({ id }) => id))
  const scale = differencesBetween(questionnaireFacts(older), questionnaireFacts(newer)).some(
    ({ kind }) => kind === 'scale',
  )
  const kept = [...newIds].map((id) => {
    if (!oldIds.has(id)) return { change: 'added' as const, from: [], to: [id], why: null }
    const same = !scale && !itemDifferences(older, id, newer, id).some(matters)
    return { change: same ? ('same' as const) : ('changed' as const), from: [id], to: [id], why: null }
  })
  const gone = [...oldIds].filter((id) => !newIds.has(id))
  return [...kept, ...gone.map((id) => ({ change: 'retired' as const, from: [id], to: [], why: null }))]
}

function matters({ kind }: Difference): boolean {
  return kind === 'wording' || kind === 'measure'
}
