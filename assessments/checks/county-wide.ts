import type { Fault } from '../faults.ts'
import { placedItems, type QuestionnaireSketch } from '../questionnaire-sketch.ts'

/** County-wide items are such that a partner answers: nobody else could copy an answer to another agency's. */
export function checkCountyWide(sketch: QuestionnaireSketch): Fault[] {
  return placedItems(sketch)
    .filter(({ item }) => item.countyWide === true && item.answeredBy === 'agency')
    .map(({ path }) => ({
      path: `${path}.countyWide`,
      reason: 'may not be true for an item that only the agency answers: no partner has an answer to copy',
    }))
}
