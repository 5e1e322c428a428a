import type { Side } from './access.ts'
import { countingResponses, isConfirmable } from './carried.ts'
import { isAsked } from './progress.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'
import type { Response, Responses } from './response.ts'
import { shownItems } from './shown-when.ts'

/** A carried response as the person's own. */
export function confirmedResponse(response: Response): Response {
  const own = { ...response }
  delete own.carried
  return own
}

/**
 * Ids of the items whose carried answers wait to be confirmed, in order: those that are shown once all of them
 * are. One that even then stays hidden was never asked, and nobody is to say that it holds.
 */
export function awaitingConfirmation(
  questionnaire: Questionnaire,
  responses: Responses,
  side: Side,
): string[] {
  const whenConfirmed = Object.fromEntries(
    Object.entries(responses).map(([id, response]) => [
      id,
      isConfirmable(response) ? confirmedResponse(response) : response,
    ]),
  )
  const shown = shownItems(questionnaire, countingResponses(whenConfirmed))
  return itemsOf(questionnaire)
    .filter((item) => isAsked(item, side) && shown.has(item.id) && isConfirmable(responses[item.id] ?? {}))
    .map(({ id }) => id)
}
