import { itemsOf, type Questionnaire } from './questionnaire.ts'
import type { Responses } from './response.ts'
import { dependenciesFirst, shownInOrder, type Conditional } from './shown-among.ts'

export { answeredValue } from './shown-among.ts'

/**
 * The ids of the items that are shown. A comparison with an item that is unanswered, not applicable or
 * itself hidden doesn't hold.
 */
export function shownItems(questionnaire: Questionnaire, responses: Responses): Set<string> {
  return shownInOrder(orderOf(questionnaire), responses)
}

const orders = new WeakMap<Questionnaire, readonly Conditional[]>()

function orderOf(questionnaire: Questionnaire): readonly Conditional[] {
  const order = orders.get(questionnaire) ?? dependenciesFirst(itemsOf(questionnaire))
  orders.set(questionnaire, order)
  return order
}
