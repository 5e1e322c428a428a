import { changeEntries, type ChangeName } from './change-entries.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'

/** Which items of one version an item of another goes back to, and what was done to it on the way. */
export interface Origin {
  /** Ids of the other version's items; none where it has no such item. */
  from: string[]
  /** Of all that was done on the way, what does most to an answer. */
  change: ChangeName
}

type Relation = ReadonlyMap<string, Origin>

/** What does less to an answer comes first. */
const weight: Record<ChangeName, number> = {
  same: 0,
  reworded: 1,
  renamed: 2,
  changed: 3,
  merged: 4,
  split: 5,
  retired: 6,
  added: 7,
}

/** The way between two versions over what they revise. */
export interface VersionPath {
  /** Version `to` and those that it goes back to, the nearest first, down to the one in common, that one not. */
  down: Questionnaire[]
  /** The same of version `from`. */
  up: Questionnaire[]
}

/** The way from one version to another over the nearest that both go back to; null where there is none. */
export function pathBetween(lineage: readonly Questionnaire[], from: string, to: string): VersionPath | null {
  const [down, up] = [ancestry(lineage, to), ancestry(lineage, from)]
  const common = down.find(({ version }) => up.some((ancestor) => ancestor.version === version))
  if (!common) return null
  const before = (chain: readonly Questionnaire[]) => chain.slice(0, chain.indexOf(common))
  return { down: before(down), up: before(up) }
}

/**
 * Where each item of version `to` comes from in version `from`, by id, whichever of the two is the newer. Both
 * are followed through what they revise to the nearest version that they have in common. Read backwards, a
 * split is a merging, and an item that was retired is one that was added. Null where they have no version in
 * common.
 *
 * @param lineage all known versions of one questionnaire, in any order
 */
export function originsBetween(
  lineage: readonly Questionnaire[],
  from: string,
  to: string,
): Map<string, Origin> | null {
  const path = pathBetween(lineage, from, to)
  const start = lineage.find(({ version }) => version === to)
  if (!path || !start) return null
  const relations = [...path.down.map(backward), ...path.up.toReversed().map(forward)]
  const own = itemsOf(start).map(({ id }): [string, Origin] => [id, { from: [id], change: 'same' }])
  return new Map(own.map(([id, origin]) => [id, relations.reduce(followed, origin)]))
}

/** A version and those that it goes back to, the nearest first. */
function ancestry(lineage: readonly Questionnaire[], version: string): Questionnaire[] {
  const chain: Questionnaire[] = []
  let current = lineage.find((known) => known.version === version)
  while (current && !chain.includes(current)) {
    chain.push(current)
    const { revises } = current
    current = revises && lineage.find((known) => known.version === revises.version)
  }
  return chain
}

function followed(origin: Origin, relation: Relation): Origin {
  // Of items that were merged, some may go back further than others.
  const steps = origin.from.flatMap((id) => relation.get(id) ?? []).filter(({ from }) => from.length > 0)
  if (steps.length === 0) return { from: [], change: 'added' }
  const from = [...new Set(steps.flatMap((step) => step.from))]
  return { from, change: [origin.change, ...steps.map(({ change }) => change)].reduce(heavier) }
}

function heavier(one: ChangeName, other: ChangeName): ChangeName {
  return weight[other] > weight[one] ? other : one
}

/** From a version's items to those of the one that it revises. */
function backward({ revises }: Questionnaire): Relation {
  const entries = revises ? changeEntries(revises) : []
  return new Map(entries.flatMap(({ change, from, to }) => to.map((id) => [id, { from, change }] as const)))
}

const reversed: Partial<Record<ChangeName, ChangeName>> = {
  split: 'merged',
  merged: 'split',
  retired: 'added',
}

/** From the items of the version that this one revises to its own. */
function forward({ revises }: Questionnaire): Relation {
  const entries = revises ? changeEntries(revises) : []
  return new Map(
    entries.flatMap(({ change, from, to }) =>
      from.map((id) => [id, { from: to, change: reversed[change] ?? change }] as const),
    ),
  )
}
