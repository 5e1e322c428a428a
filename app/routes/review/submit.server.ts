import { z } from 'zod'
import type { RequestContext } from '#app/context.server.ts'
import { finalizeAlone } from './finalize-alone.server.ts'
import { recallOwnSide } from './recall-own-side.server.ts'
import { refused, type ReviewAnswer } from './review-answer.ts'
import type { Reviewed } from './reviewed.ts'
import { submitOwnSide } from './submit-own-side.server.ts'

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['finalize', 'submit']), sideRevision: z.coerce.number().int().min(0) }),
  z.object({ intent: z.literal('recall') }),
])

/** Submits what the person has seen on the review page, and nothing else; or takes that back. */
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
    case 'recall':
      return recallOwnSide(context, reviewed)
  }
}
