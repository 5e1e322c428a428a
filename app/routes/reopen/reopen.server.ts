import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { RequestContext } from '#app/context.server.ts'
import { aboutOf } from '#app/mail/about.ts'
import { reopenedMail } from '#app/mail/reconciling-mails.ts'
import { publishAgreed } from '#app/reconciling/publish-agreed.server.ts'
import { tellBoth } from '#app/reconciling/tell-both.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { isCoReviewed, reopen } from '#db/queries/reopen.server.ts'
import { reopenSchema } from './reopen-schema.ts'

export type ReopenAnswer =
  { status: 'reopened' } | { status: 'refused'; http: 400 | 409; result: SubmissionResult }

const reasons = {
  'not-final': 'This assessment is not final: it is open already.',
  'another-is-open':
    'Another assessment with this questionnaire is open. Submit that one first; only one can be open at a time.',
}

/** Reopens a final assessment for the reason that the form gives. */
export async function reopenWithReason(
  context: RequestContext,
  assessment: Assessment,
  by: string,
  form: FormData,
): Promise<ReopenAnswer> {
  const { database, now, live } = context
  const { id, agencyId, sides } = assessment
  const submission = parseWithZod(form, { schema: reopenSchema })
  if (submission.status !== 'success') return { status: 'refused', http: 400, result: submission.reply() }
  const { reason } = submission.value
  const outcome = await reopen(database, { assessmentId: id, agencyId, reason, by, at: now() })
  if (outcome !== 'reopened') {
    return { status: 'refused', http: 409, result: submission.reply({ formErrors: [reasons[outcome]] }) }
  }
  if (isCoReviewed(assessment)) {
    await publishAgreed(context, id)
    await tellBoth(context, assessment, reopenedMail(aboutOf(context, assessment)))
  } else {
    live.publish({ assessmentId: id, side: 'agency', revision: (sides.agency?.revision ?? 0) + 1 })
  }
  return { status: 'reopened' }
}
