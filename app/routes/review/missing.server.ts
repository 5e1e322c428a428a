import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { refused } from './review-answer.ts'

/** Refuses to submit a side on which nothing is answered. */
export const nothingAnswered = refused(400, 'Nothing was submitted: nothing is answered.')

/** Refuses to submit a side that lacks required items, and names them. */
export function requiredMissing(questionnaire: Questionnaire, items: readonly string[]) {
  const questions = items.map((id) => `“${findItem(questionnaire, id)?.question ?? id}”`)
  return refused(400, `Nothing was submitted. Required and not answered: ${questions.join(', ')}`)
}
