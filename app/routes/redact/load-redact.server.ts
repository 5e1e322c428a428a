import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { domainOfItem, findItem } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { responseHistory } from '#db/queries/responses.server.ts'
import { redactedFields, type RedactedField } from '#db/words.ts'

/** The question whose typed text may be taken out, and which texts there are or ever were. */
export async function loadRedact(
  { database }: RequestContext,
  assessment: Assessment,
  side: Side,
  { questionnaire }: CatalogVersion,
  itemId: string,
) {
  const item = findItem(questionnaire, itemId)
  const domain = domainOfItem(questionnaire, itemId)
  if (!item || !domain) throw notFound()
  const saves = await responseHistory(database, assessment.id, side, itemId)
  const ever = saves.map(({ after }) => after)
  return {
    assessmentId: assessment.id,
    above: wayUp(assessment, side),
    item: { id: itemId, question: item.question },
    fields: redactedFields.filter((field) => ever.some((response) => holdsText(response, field, item.kind))),
  }
}

/** Only what somebody typed can be redacted: a level or an option that was chosen says nothing of anyone. */
function holdsText(response: Response, field: RedactedField, kind: string): boolean {
  if (field === 'value') return kind === 'text' && response.value !== undefined
  return response[field] !== undefined
}

export type RedactPage = Awaited<ReturnType<typeof loadRedact>>
