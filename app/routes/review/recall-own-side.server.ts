import type { RequestContext } from '#app/context.server.ts'
import { recallSide } from '#db/queries/submit-side.server.ts'
import { refusalWords } from './refusal-words.ts'
import { refused, type ReviewAnswer } from './review-answer.ts'
import type { Reviewed } from './reviewed.ts'
import { tellOfRecallOrSubmission } from './tell-sides.server.ts'

/** Takes one's own side's submission back, and tells both organizations. */
export async function recallOwnSide(
  context: RequestContext,
  { assessment, side, by }: Reviewed,
): Promise<ReviewAnswer> {
  const { id: assessmentId, sides } = assessment
  const outcome = await recallSide(context.database, { assessmentId, side, by, at: context.now() })
  if (outcome.status === 'refused')
    return refused(409, `Nothing was recalled: ${refusalWords[outcome.reason]}`)
  context.live.publish({ assessmentId, side, revision: (sides[side]?.revision ?? 0) + 1 })
  await tellOfRecallOrSubmission(context, assessment, side, 'recalled')
  return { status: 'done', next: 'review' }
}
