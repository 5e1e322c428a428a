import type { ChangeEntry } from './change-entries.ts'
import type { Fault } from './faults.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'

/** Every item of both versions is accounted for exactly once, and on the side where it is. */
export function checkAccount(
  entries: readonly ChangeEntry[],
  older: Questionnaire,
  newer: Questionnaire,
): Fault[] {
  const oldIds = new Set(itemsOf(older).map(({ id }) => id))
  const newIds = new Set(itemsOf(newer).map(({ id }) => id))
  return [
    ...checkSide(entries, 'from', oldIds, older.version),
    ...checkSide(entries, 'to', newIds, newer.version),
    ...entries.flatMap((entry) => contradictions(entry, oldIds, newIds)),
  ]
}

function checkSide(
  entries: readonly ChangeEntry[],
  side: 'from' | 'to',
  ids: ReadonlySet<string>,
  version: string,
): Fault[] {
  const accounted = new Map<string, string>()
  const faults: Fault[] = []
  for (const entry of entries) {
    for (const id of entry[side]) {
      const earlier = accounted.get(id)
      if (!ids.has(id)) faults.push({ path: entry.path, reason: `"${id}" is not an item of ${version}` })
      else if (earlier !== undefined) {
        faults.push({
          path: entry.path,
          reason: `"${id}" of ${version} is accounted for by ${earlier} already`,
        })
      }
      accounted.set(id, entry.path)
    }
  }
  const left = [...ids].filter((id) => !accounted.has(id))
  const reason = (id: string) => `leaves "${id}" of ${version} unaccounted for`
  return [...faults, ...left.map((id) => ({ path: 'revises', reason: reason(id) }))]
}

/**
 * An id stands for one question for ever: it can't be given to another item, and an item that goes on
 * under another id, or not at all, is no longer there under the old one. A split or merged item may keep
 * an id of those that it came from.
 */
function contradictions(
  { change, from, to, path }: ChangeEntry,
  oldIds: ReadonlySet<string>,
  newIds: ReadonlySet<string>,
): Fault[] {
  const lingering = from.filter((id) => !to.includes(id) && newIds.has(id))
  const reused = to.filter((id) => !from.includes(id) && oldIds.has(id))
  const itself = change === 'renamed' && from[0] === to[0]
  return [
    ...lingering.map((id) => ({ path, reason: `"${id}" is declared "${change}", but is still there` })),
    ...reused.map((id) => ({
      path,
      reason: `"${id}" is an older item’s id, which can't be given to another`,
    })),
    ...(itself ? [{ path, reason: `"${to.join()}" is renamed to itself` }] : []),
  ]
}
