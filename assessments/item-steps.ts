import { changeEntries, type ChangeEntry, type ChangeName } from './change-entries.ts'
import type { Questionnaire } from './questionnaire.ts'

/** One thing that a version did to an item, or to several at once. */
export interface ItemStep {
  change: Exclude<ChangeName, 'same'>
  /** The version that declares it, and the one that it revises. */
  version: string
  revised: string
  from: string[]
  to: string[]
  /** The author's sentence. */
  why: string
}

/** What became of items between two versions. */
export interface ItemSteps {
  /** How an item of the newer version came about, the first step first; empty where it stayed the same. */
  ofNewer: (id: string) => ItemStep[]
  /** What became of an item of the older version. */
  ofOlder: (id: string) => ItemStep[]
}

/**
 * What versions did to items on the way from one to another, comparable or not. Both versions are followed
 * through what they revise to the nearest one that they have in common; where there is none, nothing is known.
 *
 * @param lineage all known versions of one questionnaire, in any order
 */
export function itemSteps(
  lineage: readonly Questionnaire[],
  olderVersion: string,
  newerVersion: string,
): ItemSteps {
  const [older, newer] = [chainOf(lineage, olderVersion), chainOf(lineage, newerVersion)]
  const common = newer.find((version) => older.includes(version))
  const since = (chain: readonly Questionnaire[]) => (common ? chain.slice(0, chain.indexOf(common)) : [])
  const between = (id: string, own: readonly Questionnaire[], others: readonly Questionnaire[]) => {
    const back = follow([id], own, 'to')
    const forth = follow(back.ids, others.toReversed(), 'from')
    return { back: back.steps.reverse(), forth: forth.steps }
  }
  const [ofOlder, ofNewer] = [since(older), since(newer)]
  return {
    ofNewer: (id) => {
      const { back, forth } = between(id, ofNewer, ofOlder)
      return [...forth, ...back]
    },
    ofOlder: (id) => {
      const { back, forth } = between(id, ofOlder, ofNewer)
      return [...back, ...forth]
    },
  }
}

/** A version and each one before it, the nearest first. */
function chainOf(lineage: readonly Questionnaire[], version: string): Questionnaire[] {
  const chain: Questionnaire[] = []
  let current = lineage.find((one) => one.version === version)
  while (current && !chain.includes(current)) {
    chain.push(current)
    const before = current.revises?.version
    current = before === undefined ? undefined : lineage.find((one) => one.version === before)
  }
  return chain
}

/** Follows items through versions: from what a version made of them to what they were (`to`), or onward (`from`). */
function follow(start: readonly string[], versions: readonly Questionnaire[], side: 'from' | 'to') {
  const steps: ItemStep[] = []
  let ids = [...start]
  for (const { version, revises } of versions) {
    if (!revises) continue
    const touching = changeEntries(revises).filter((entry) => entry[side].some((id) => ids.includes(id)))
    steps.push(...touching.flatMap((entry) => stepOf(entry, version, revises.version)))
    ids = touching.flatMap((entry) => entry[side === 'to' ? 'from' : 'to'])
  }
  return { steps, ids }
}

function stepOf({ change, from, to, why }: ChangeEntry, version: string, revised: string): ItemStep[] {
  return change === 'same' ? [] : [{ change, version, revised, from, to, why: why ?? '' }]
}
