import { changeEntries, isComparable, type ChangeName } from './change-entries.ts'
import { differencesBetween, questionnaireFacts } from './facts.ts'
import { itemDifferences } from './item-differences.ts'
import { originsBetween, pathBetween, type VersionPath } from './origins.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'
import { diffVersions, type ItemDiff, type VersionDiff } from './version-diff.ts'

/**
 * What became of each item from one version to another, over all versions between them. Sentences that say
 * why follow each other. Where the two have no version in common it is inferred, as `diffVersions` does.
 *
 * @param lineage all known versions of one questionnaire, in any order
 */
export function changesBetween(
  lineage: readonly Questionnaire[],
  older: Questionnaire,
  newer: Questionnaire,
): VersionDiff {
  const path = pathBetween(lineage, older.version, newer.version)
  if (!path || newer.revises?.version === older.version) return diffVersions(older, newer)
  const origins = originsBetween(lineage, older.version, newer.version) ?? new Map<string, never>()
  const reached = new Set([...origins.values()].flatMap(({ from }) => from))
  const gone = itemsOf(older).filter(({ id }) => !reached.has(id))
  const entries = [
    ...together([...origins].map(([id, { from, change }]) => ({ change, from, to: [id] }))),
    ...gone.map(({ id }) => ({ change: 'retired' as const, from: [id], to: [] })),
  ]
  const why = ({ from, to }: Became) =>
    to.length > 0 ? reasonsBack(path.down, to).reverse() : reasonsForth(path, from)
  return {
    slug: newer.slug,
    from: older.version,
    to: newer.version,
    declared: true,
    differences: differencesBetween(questionnaireFacts(older), questionnaireFacts(newer)),
    items: entries.map((entry): ItemDiff => ({
      ...entry,
      comparable: isComparable(entry.change),
      why: [...new Set(why(entry))].join(' ') || null,
      differences: itemDifferences(older, entry.from[0] ?? '', newer, entry.to[0] ?? ''),
    })),
  }
}

interface Became {
  change: ChangeName
  from: string[]
  to: string[]
}

/** The items that one was split into, as one change. */
function together(entries: readonly Became[]): Became[] {
  const found = new Map<string, Became>()
  for (const entry of entries) {
    const key = entry.change === 'split' ? `split ${entry.from.join(' ')}` : entry.to.join()
    const other = found.get(key)
    found.set(key, other ? { ...other, to: [...other.to, ...entry.to] } : entry)
  }
  return [...found.values()]
}

/** Why each change was made on the way down from some items; what is undone on the way has no reason here. */
function reasonsBack(down: readonly Questionnaire[], ids: readonly string[]): string[] {
  let present = ids
  return down.flatMap((version) => {
    const entries = entriesOf(version).filter(({ to }) => to.some((id) => present.includes(id)))
    present = entries.flatMap(({ from }) => from)
    return entries.flatMap(({ why }) => why ?? [])
  })
}

/** Why some items of the older version are gone. */
function reasonsForth({ down, up }: VersionPath, ids: readonly string[]): string[] {
  let present = ids
  for (const version of up) {
    const entries = entriesOf(version).filter(({ to }) => to.some((id) => present.includes(id)))
    present = entries.flatMap(({ from }) => from)
  }
  return down.toReversed().flatMap((version) => {
    const entries = entriesOf(version).filter(({ from }) => from.some((id) => present.includes(id)))
    present = entries.flatMap(({ to }) => to)
    return entries.flatMap(({ why }) => why ?? [])
  })
}

const entriesOf = ({ revises }: Questionnaire) => (revises ? changeEntries(revises) : [])
