import type { Side } from './access.ts'
import { isAsked } from './progress.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'
import type { Responses } from './response.ts'

/** Ids of what a version asks a side. */
export function askedIds(questionnaire: Questionnaire, side: Side): Set<string> {
  return new Set(
    itemsOf(questionnaire)
      .filter((item) => isAsked(item, side))
      .map(({ id }) => id),
  )
}

/**
 * The responses to what a version asks a side. An assessment that was moved to another version keeps those that
 * it gave under the one before, which count for nothing.
 */
export function askedResponses(questionnaire: Questionnaire, side: Side, responses: Responses): Responses {
  const asked = askedIds(questionnaire, side)
  return Object.fromEntries(Object.entries(responses).filter(([id]) => asked.has(id)))
}
