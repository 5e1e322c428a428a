import { z } from 'zod'
import { aloneReasons, type AloneReason } from '#assessments/alone-reason.ts'
import type { RequestContext } from '#app/context.server.ts'
import { aboutOf } from '#app/mail/about.ts'
import { wentAloneMail } from '#app/mail/reconciling-mails.ts'
import { publishAgreed } from '#app/reconciling/publish-agreed.server.ts'
import { tellBoth } from '#app/reconciling/tell-both.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { goAlone } from '#db/queries/go-alone.server.ts'

const formSchema = z.object({
  reason: z.enum(aloneReasons),
  revision: z.coerce.number().int().min(0),
  sure: z.literal('yes'),
})

export type LeaveAnswer = { status: 'alone' } | { status: 'refused'; http: 400 | 409; sentence: string }

const refused = (http: 400 | 409, sentence: string): LeaveAnswer => ({ status: 'refused', http, sentence })

const notTrue: Record<AloneReason, string> = {
  released: 'This assessment can’t go on alone: it is final, has no partner, or goes on alone already.',
  overdue: 'That isn’t so: the partner may take 30 days after your side has submitted, and has until then.',
  'partnership-ended': 'That isn’t so: the partnership has not ended.',
}

/** Goes on without the partner, for the reason that the form gives, and tells both. */
export async function leavePartner(
  context: RequestContext,
  assessment: Assessment,
  by: string,
  form: FormData,
): Promise<LeaveAnswer> {
  const read = formSchema.safeParse(Object.fromEntries(form))
  if (!read.success) return refused(400, whatIsMissing(form))
  const { reason, revision } = read.data
  if (revision !== assessment.revision) return refused(409, moved)
  const at = context.now()
  const outcome = await goAlone(context.database, { assessment, reason, by, at })
  if (outcome === 'not-true') return refused(409, notTrue[reason])
  if (outcome === 'stale') return refused(409, moved)
  const sideRevision = (assessment.sides.agency?.revision ?? 0) + 1
  context.live.publish({ assessmentId: assessment.id, side: 'agency', revision: sideRevision })
  await publishAgreed(context, assessment.id)
  await tellBoth(context, assessment, wentAloneMail(aboutOf(context, assessment), reason))
  return { status: 'alone' }
}

const moved =
  'Nothing was changed: somebody submitted, signed or went on alone while you were looking. This page now shows what is there.'

function whatIsMissing(form: FormData): string {
  if (!form.has('reason')) return 'Choose why you go on alone.'
  if (form.get('sure') !== 'yes') return 'Say that you are sure: this can’t be undone.'
  return 'Something in what was sent is not as expected. Load the page again.'
}
