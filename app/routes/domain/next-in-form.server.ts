import type { Side } from '#assessments/access.ts'
import { countingResponses } from '#assessments/carried.ts'
import type { Item } from '#assessments/item.ts'
import { isAsked } from '#assessments/progress.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { statusOf } from '#assessments/responses.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { RequestContext } from '#app/context.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'

/**
 * Where a form without JavaScript goes on after an answer was confirmed, as the end of an address: at the next
 * item of the domain that needs something, or else at the first; empty where none does.
 */
export async function nextInForm(
  { database }: RequestContext,
  where: { assessment: Assessment; side: Side; questionnaire: Questionnaire },
  items: readonly Item[],
  confirmed: string | null,
): Promise<string> {
  if (confirmed === null) return ''
  const { assessment, side, questionnaire } = where
  const stored = await readResponses(database, assessment.id, side)
  const responses = Object.fromEntries([...stored].map(([id, { response }]) => [id, response]))
  const shown = shownItems(questionnaire, countingResponses(responses))
  const needs = ({ id, answeredBy }: Item) => {
    const status = statusOf(responses[id])
    if (status === 'not-reconfirmed') return true
    const mayLeaveOut = side === 'partner' && answeredBy === 'partner-optional'
    return !mayLeaveOut && (status === 'unanswered' || status === 'dont-know')
  }
  const at = items.findIndex(({ id }) => id === confirmed)
  const next = [...items.slice(at + 1), ...items.slice(0, at)].find(
    (item) => shown.has(item.id) && isAsked(item, side) && needs(item),
  )
  return next ? `#${next.id}` : ''
}
