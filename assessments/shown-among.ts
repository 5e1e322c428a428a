import type { Condition, ItemComparison } from './condition.ts'
import type { AnswerValue, Response, Responses } from './response.ts'

/* What the browser needs too, and so without the schemas: types alone are imported here. */

/** An item, as far as it matters for what is shown. */
export interface Conditional {
  id: string
  shownWhen?: Condition | undefined
}

/**
 * Of a list that holds every item on which one of it depends, each after those that it depends on, the ids of
 * those that are shown.
 */
export function shownInOrder(items: readonly Conditional[], responses: Responses): Set<string> {
  const shown = new Set<string>()
  for (const { id, shownWhen } of items) if (!shownWhen || holds(shownWhen, responses, shown)) shown.add(id)
  return shown
}

/** The same items, each after those that it depends on. */
export function dependenciesFirst<T extends Conditional>(items: readonly T[]): T[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const visited = new Set<string>()
  const ordered: T[] = []
  // A valid questionnaire has no loops; in one that has, this leaves the way at the second visit.
  const visit = (item: T | undefined) => {
    if (!item || visited.has(item.id)) return
    visited.add(item.id)
    if (item.shownWhen)
      for (const comparison of comparisonsOf(item.shownWhen)) visit(byId.get(comparison.item))
    ordered.push(item)
  }
  items.forEach(visit)
  return ordered
}

/** The comparisons of a condition, whichever way they are joined. */
export function comparisonsOf(condition: Condition): ItemComparison[] {
  return 'all' in condition ? condition.all : condition.any
}

/**
 * The value that a response answers with; undefined where it leaves the item unanswered or not applicable, or
 * was copied and not reconfirmed.
 */
export function answeredValue(response: Response | undefined): AnswerValue | undefined {
  if (response === undefined || response.carried) return undefined
  if (response.notApplicable !== undefined || response.dontKnow) return undefined
  return response.value
}

function holds(condition: Condition, responses: Responses, shown: ReadonlySet<string>): boolean {
  const compare = (comparison: ItemComparison) =>
    shown.has(comparison.item) && matches(comparison, answeredValue(responses[comparison.item]))
  return 'all' in condition ? condition.all.every(compare) : condition.any.some(compare)
}

function matches(comparison: ItemComparison, value: AnswerValue | undefined): boolean {
  if (value === undefined) return false
  if ('equals' in comparison) return value === comparison.equals
  if ('differs' in comparison) return value !== comparison.differs
  if ('includes' in comparison) return Array.isArray(value) && value.includes(comparison.includes)
  if (typeof value !== 'number') return false
  return 'atLeast' in comparison ? value >= comparison.atLeast : value <= comparison.atMost
}
