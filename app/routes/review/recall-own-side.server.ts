import type { RequestContext } from '#app/context.server.ts'
import { homeOf } from '#app/own-side.ts'
import { countActivitiesSince } from '#db/queries/activities.server.ts'
import { recallSide } from '#db/queries/submit-side.server.ts'
import { refusalWords } from './refusal-words.ts'
import { refused, type ReviewAnswer } from './review-answer.ts'
import type { Reviewed } from './reviewed.ts'
import { tellOfRecallOrSubmission } from './tell-sides.server.ts'

const hour = 60 * 60_000
/** How often a side can be recalled within an hour: each time, and with each submission, both sides get mail. */
const mostRecalls = 5

/** Takes one's own side's submission back, and tells both organizations. */
export async function recallOwnSide(
  context: RequestContext,
  { assessment, side, by }: Reviewed,
): Promise<ReviewAnswer> {
  const { id: assessmentId, sides } = assessment
  if ((await recallsOfHour(context, { assessment, side })) >= mostRecalls)
    return refused(409, 'Nothing was recalled: it was, five times within an hour. Wait for an hour.')
  const outcome = await recallSide(context.database, { assessmentId, side, by, at: context.now() })
  if (outcome.status === 'refused')
    return refused(409, `Nothing was recalled: ${refusalWords[outcome.reason]}`)
  context.live.publish({ assessmentId, side, revision: (sides[side]?.revision ?? 0) + 1 })
  await tellOfRecallOrSubmission(context, assessment, side, 'recalled')
  return { status: 'done', next: 'review' }
}

function recallsOfHour(
  { database, now }: RequestContext,
  { assessment, side }: Pick<Reviewed, 'assessment' | 'side'>,
) {
  const recalled = {
    organizationId: homeOf(assessment, side).id,
    assessmentId: assessment.id,
    action: 'assessment.recalled',
    subject: side,
  } as const
  return countActivitiesSince(database, recalled, new Date(now().getTime() - hour))
}
