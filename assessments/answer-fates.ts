import type { Side } from './access.ts'
import { carryForward, type GivenAnswers } from './carrying.ts'
import { originsBetween } from './origins.ts'
import type { Questionnaire } from './questionnaire.ts'

/** How many answers meet which fate in another version, and why. */
export interface AnswerFates {
  /** They carry over, to be confirmed. */
  stands: number
  /** Shown beside a question that is asked anew, by what was done to it. */
  askedAnew: { changed: number; split: number; merged: number }
  /** Shown beside the same question, which can no longer be answered so. */
  notHeld: number
  /** Left behind: the item is retired, or this side isn't asked it any more. */
  left: { retired: number; notAsked: number }
}

export function noFates(): AnswerFates {
  return {
    stands: 0,
    askedAnew: { changed: 0, split: 0, merged: 0 },
    notHeld: 0,
    left: { retired: 0, notAsked: 0 },
  }
}

/** Counts what becomes of one side's answers under another version, each answer once. */
export function addFates(
  fates: AnswerFates,
  lineage: readonly Questionnaire[],
  given: GivenAnswers,
  to: Questionnaire,
  side: Side,
): void {
  const { items, left } = carryForward(lineage, given, to, side)
  const met = new Map(items.flatMap((item) => item.origin.from.map((id) => [id, item] as const)))
  for (const [id, { response }] of given.answers) {
    const item = met.get(id)
    if (!item || Object.keys(response).length === 0) continue
    const { change } = item.origin
    if (item.fate === 'stands') fates.stands += 1
    else if (item.fate === 'not-held') fates.notHeld += 1
    else if (change === 'split' || change === 'merged') fates.askedAnew[change] += 1
    else fates.askedAnew.changed += 1
  }
  const origins = originsBetween(lineage, given.version, to.version)
  const known = new Set([...(origins?.values() ?? [])].flatMap(({ from }) => from))
  for (const id of left) fates.left[known.has(id) ? 'notAsked' : 'retired'] += 1
}
