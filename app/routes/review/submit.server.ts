import { z } from 'zod'
import type { RequestContext } from '#app/context.server.ts'
import { confirmAll } from './confirm-all.server.ts'
import { finalizeAlone } from './finalize-alone.server.ts'
import { recallOwnSide } from './recall-own-side.server.ts'
import { refused, type ReviewAnswer } from './review-answer.ts'
import type { Reviewed } from './reviewed.ts'
import { submitOwnSide } from './submit-own-side.server.ts'

const formSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.enum(['finalize', 'submit', 'confirm']),
    sideRevision: z.coerce.number().int().min(0),
  }),
  z.object({ intent: z.literal('recall') }),
])

/** What a form of the review page asks to do: confirming is answering. */
export function asked(form: FormData): 'assessment.answer' | 'assessment.submit' {
  return form.get('intent') === 'confirm' ? 'assessment.answer' : 'assessment.submit'
}

/** Confirms or submits what the person has seen on the review page, and nothing else; or takes that back. */
export async function submit(
  context: RequestContext,
  reviewed: Reviewed,
  form: FormData,
): Promise<ReviewAnswer> {
  const sent = formSchema.safeParse(Object.fromEntries(form))
  if (!sent.success)
    return refused(400, 'Something in what was sent is not as expected. Load the page again.')
  switch (sent.data.intent) {
    case 'finalize':
      return finalizeAlone(context, reviewed, sent.data.sideRevision)
    case 'submit':
      return submitOwnSide(context, reviewed, sent.data.sideRevision)
    case 'confirm':
      return confirmAll(context, reviewed, sent.data.sideRevision)
    case 'recall':
      return recallOwnSide(context, reviewed)
  }
}
