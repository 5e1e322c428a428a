import type { Side } from '#assessments/access.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import type { RequestContext } from '#app/context.server.ts'
import { findKeptItem } from '#app/kept-item.server.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { responseHistory } from '#db/queries/responses.server.ts'
import type { TypedValues } from '#db/redaction.ts'
import { redactedFields, type RedactedField } from '#db/words.ts'

/** The question whose typed text may be taken out, and which texts there are or ever were. */
export async function loadRedact(
  context: RequestContext,
  assessment: Assessment,
  side: Side,
  itemId: string,
) {
  const { item, questionnaire } = await findKeptItem(context, assessment, itemId)
  const saves = await responseHistory(context.database, assessment.id, side, itemId)
  const typed = typedValues(context, questionnaire, itemId)
  return {
    assessmentId: assessment.id,
    above: wayUp(assessment, side),
    item: { id: itemId, question: item.question },
    fields: redactedFields.filter((field) => saves.some(({ after }) => holdsText(after, field, typed))),
    /** Whether something of it was carried from another assessment, which keeps its own text. */
    carried: saves.some(({ after }) => after.carried !== undefined),
  }
}

/** Only what somebody typed can be redacted: a level or an option that was chosen says nothing of anyone. */
function holdsText(response: Response, field: RedactedField, typed: TypedValues): boolean {
  const own = response[field] !== undefined && (field !== 'value' || typed.own)
  const earlier = response.carried?.earlier ?? []
  return (
    own ||
    earlier.some((one) => one.response[field] !== undefined && (field !== 'value' || typed.earlier(one)))
  )
}

/** Where a value is typed text: in an item of that kind, of this version or of an earlier one. */
export function typedValues(
  { catalog }: RequestContext,
  questionnaire: Questionnaire,
  itemId: string,
): TypedValues {
  const isText = (known: Questionnaire | undefined, id: string) =>
    known !== undefined && findItem(known, id)?.kind === 'text'
  return {
    own: isText(questionnaire, itemId),
    earlier: ({ item, version }) => isText(catalog.find(questionnaire.slug, version)?.questionnaire, item),
  }
}

export type RedactPage = Awaited<ReturnType<typeof loadRedact>>
