import { changeEntries, isComparable } from './change-entries.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'

/**
 * Which item of an older version each comparable item of a newer one goes back to, by id. *Same*,
 * *reworded* and *renamed* items go on; all other changes break off. Both versions are followed through
 * what they revise to the nearest one that they have in common; where there is none, nothing corresponds.
 *
 * @param lineage all known versions of one questionnaire, in any order
 */
export function correspondence(
  lineage: readonly Questionnaire[],
  olderVersion: string,
  newerVersion: string,
): Map<string, string> {
  const older = tracedBack(lineage, olderVersion)
  const newer = tracedBack(lineage, newerVersion)
  for (const [version, origins] of newer) {
    const others = older.get(version)
    if (others) return joined(origins, others)
  }
  return new Map()
}

/** For a version and each one before it, the nearest first: which item each of the version's items was then. */
function tracedBack(lineage: readonly Questionnaire[], version: string): Map<string, Map<string, string>> {
  const byVersion = new Map(lineage.map((questionnaire) => [questionnaire.version, questionnaire]))
  const traces = new Map<string, Map<string, string>>()
  let current = byVersion.get(version)
  let origins = new Map(current ? itemsOf(current).map(({ id }) => [id, id]) : [])
  while (current && !traces.has(current.version)) {
    traces.set(current.version, origins)
    origins = chained(origins, comparableOrigins(current))
    current = current.revises && byVersion.get(current.revises.version)
  }
  return traces
}

function comparableOrigins({ revises }: Questionnaire): Map<string, string> {
  const entries = revises ? changeEntries(revises) : []
  return new Map(
    entries.flatMap(({ change, from: [from], to: [to] }) =>
      isComparable(change) && from !== undefined && to !== undefined ? [[to, from]] : [],
    ),
  )
}

function chained(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>) {
  return new Map(
    [...first].flatMap(([id, between]) => {
      const origin = second.get(between)
      return origin === undefined ? [] : [[id, origin]]
    }),
  )
}

function joined(newer: ReadonlyMap<string, string>, older: ReadonlyMap<string, string>): Map<string, string> {
  return chained(newer, new Map([...older].map(([id, origin]) => [origin, id])))
}
