import { comparisonsOf, type Condition, type ItemComparison } from './condition.ts'
import { type Item } from './item.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'
import { type AnswerValue, type Response, type Responses } from './response.ts'

/**
 * The ids of the items that are shown. A comparison with an item that is unanswered, not applicable or
 * itself hidden doesn't hold.
 */
export function shownItems(questionnaire: Questionnaire, responses: Responses): Set<string> {
  const { always, conditional } = orderOf(questionnaire)
  const shown = new Set(always)
  for (const { id, condition } of conditional) if (holds(condition, responses, shown)) shown.add(id)
  return shown
}

/** The value that a response answers with; undefined where it leaves the item unanswered or not applicable. */
export function answeredValue(response: Response | undefined): AnswerValue | undefined {
  if (response === undefined || response.notApplicable !== undefined || response.dontKnow) return undefined
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

interface Order {
  always: readonly string[]
  /** Each after all the items that it depends on. */
  conditional: readonly { id: string; condition: Condition }[]
}

const orders = new WeakMap<Questionnaire, Order>()

function orderOf(questionnaire: Questionnaire): Order {
  const known = orders.get(questionnaire)
  if (known) return known
  const items = itemsOf(questionnaire)
  const always = items.filter((item) => item.shownWhen === undefined).map(({ id }) => id)
  const order = { always, conditional: dependenciesFirst(items) }
  orders.set(questionnaire, order)
  return order
}

/** A valid questionnaire has no loops, so that this ends; in one that has, it leaves the way at the second visit. */
function dependenciesFirst(items: readonly Item[]): Order['conditional'] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const visited = new Set<string>()
  const ordered: { id: string; condition: Condition }[] = []
  const visit = (item: Item | undefined) => {
    if (!item?.shownWhen || visited.has(item.id)) return
    visited.add(item.id)
    for (const comparison of comparisonsOf(item.shownWhen)) visit(byId.get(comparison.item))
    ordered.push({ id: item.id, condition: item.shownWhen })
  }
  items.forEach(visit)
  return ordered
}
