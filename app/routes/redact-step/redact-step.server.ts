import type { Side } from '#assessments/access.ts'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { RequestContext } from '#app/context.server.ts'
import { homeOf } from '#app/own-side.ts'
import { publishAgreed } from '#app/reconciling/publish-agreed.server.ts'
import { redactSchema } from '#app/routes/redact/redact-schema.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { redactStepText } from '#db/queries/redact-step.server.ts'
import { redactedStepFields } from '#db/words.ts'

interface Redacting {
  assessment: Assessment
  side: Side
  revision: number
  by: string
}

export type RedactStepAnswer =
  { status: 'redacted' } | { status: 'refused'; http: 400 | 409; result: SubmissionResult }

/** Takes the text that the form names out of a step and of what followed from it, and tells open pages. */
export async function redactStep(
  context: RequestContext,
  { assessment, side, revision, by }: Redacting,
  form: FormData,
): Promise<RedactStepAnswer> {
  const submission = parseWithZod(form, { schema: redactSchema(redactedStepFields) })
  if (submission.status !== 'success') return { status: 'refused', http: 400, result: submission.reply() }
  const { field, reason } = submission.value
  const outcome = await redactStepText(context.database, {
    field,
    reason,
    assessmentId: assessment.id,
    organizationId: homeOf(assessment, side).id,
    side,
    revision,
    by,
    at: context.now(),
  })
  if (outcome === 'nothing-there') {
    const formErrors = ['There is no such text here. Nothing was changed.']
    return { status: 'refused', http: 409, result: submission.reply({ formErrors }) }
  }
  await publishAgreed(context, assessment.id)
  return { status: 'redacted' }
}
