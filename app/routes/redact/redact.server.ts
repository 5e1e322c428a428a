import type { Side } from '#assessments/access.ts'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { RequestContext } from '#app/context.server.ts'
import { findKeptItem } from '#app/kept-item.server.ts'
import { homeOf } from '#app/own-side.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { redactText } from '#db/queries/redact-text.server.ts'
import { redactedFields } from '#db/words.ts'
import { typedValues, type RedactPage } from './load-redact.server.ts'
import { redactSchema } from './redact-schema.ts'

export type RedactAnswer =
  { status: 'redacted' } | { status: 'refused'; http: 400 | 409; result: SubmissionResult }

/** Takes the text that the form names out of an answer, its history and every frozen copy. */
export async function redact(
  context: RequestContext,
  { assessment, side }: { assessment: Assessment; side: Side },
  { item, fields }: RedactPage,
  by: string,
  form: FormData,
): Promise<RedactAnswer> {
  const submission = parseWithZod(form, { schema: redactSchema(redactedFields) })
  if (submission.status !== 'success') return { status: 'refused', http: 400, result: submission.reply() }
  const { field, reason } = submission.value
  const { database, now, live } = context
  const at = now()
  const { questionnaire } = await findKeptItem(context, assessment, item.id)
  const outcome = fields.includes(field)
    ? await redactText(database, {
        assessmentId: assessment.id,
        organizationId: homeOf(assessment, side).id,
        side,
        itemId: item.id,
        field,
        typed: typedValues(context, questionnaire, item.id),
        reason,
        by,
        at,
      })
    : 'nothing-there'
  if (outcome === 'nothing-there') {
    const result = submission.reply({
      formErrors: ['There is no such text in this answer. Nothing was changed.'],
    })
    return { status: 'refused', http: 409, result }
  }
  live.publish({ assessmentId: assessment.id, side, revision: (assessment.sides[side]?.revision ?? 0) + 1 })
  return { status: 'redacted' }
}
