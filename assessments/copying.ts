import type { CatalogVersion } from './catalog.ts'
import { correspondence } from './correspondence.ts'
import { isAsked } from './progress.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'
import type { Response, Responses } from './response.ts'
import { parseResponse, statusOf } from './responses.ts'

/** An answer that a partner can copy: where it goes, and which item of the other assessment it comes from. */
export interface Copyable {
  itemId: string
  fromItemId: string
  response: Response
}

/** What a partner said in one of its assessments, and the version that it answered. */
export interface Answered {
  version: CatalogVersion['version']
  responses: Responses
}

/**
 * A partner's own answers on county-wide items that can go from one of its assessments to another: the item is
 * still comparable, can take the answer, and has nothing of the partner's yet. What was itself copied and not
 * confirmed goes nowhere.
 *
 * @param lineage all known versions of the questionnaire, in any order
 */
export function copyableAnswers(
  lineage: readonly Questionnaire[],
  from: Answered,
  to: { questionnaire: Questionnaire; responses: Responses },
): Copyable[] {
  const { questionnaire } = to
  const origins = correspondence(lineage, from.version, questionnaire.version)
  return itemsOf(questionnaire).flatMap((item) => {
    const fromItemId = origins.get(item.id)
    const answer = fromItemId === undefined ? undefined : from.responses[fromItemId]
    if (!item.countyWide || !isAsked(item, 'partner') || fromItemId === undefined || !answer) return []
    if (!isSilent(to.responses[item.id]) || !isGiven(answer)) return []
    const reading = parseResponse(item, questionnaire, answer)
    return reading.status === 'valid' ? [{ itemId: item.id, fromItemId, response: reading.response }] : []
  })
}

const isSilent = (response: Response | undefined) => Object.keys(response ?? {}).length === 0

const isGiven = (response: Response) => ['answered', 'not-applicable'].includes(statusOf(response))
