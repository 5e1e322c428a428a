import { progressOf, totalProgress } from '#assessments/progress.ts'
import type { RequestContext } from '#app/context.server.ts'
import { publishAgreed } from '#app/reconciling/publish-agreed.server.ts'
import { responsesOf } from '#app/situation.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { submitSide } from '#db/queries/submit-side.server.ts'
import { nothingAnswered, requiredMissing } from './missing.server.ts'
import { refusalWords } from './refusal-words.ts'
import { changed, refused, type ReviewAnswer } from './review-answer.ts'
import type { Reviewed } from './reviewed.ts'
import { tellOfRecallOrSubmission } from './tell-sides.server.ts'

/** Submits one's own side as it was seen, and tells both organizations. */
export async function submitOwnSide(
  context: RequestContext,
  { assessment, version, side, by }: Reviewed,
  sideRevision: number,
): Promise<ReviewAnswer> {
  const { id: assessmentId } = assessment
  const { questionnaire } = version
  const responses = responsesOf(
    await readResponses(context.database, assessmentId, side),
    questionnaire,
    side,
  )
  const { answered, requiredMissing: missing } = totalProgress(progressOf(questionnaire, responses, side))
  if (answered === 0) return nothingAnswered
  if (missing.length > 0) return requiredMissing(questionnaire, missing)
  const at = context.now()
  const outcome = await submitSide(context.database, { assessmentId, side, by, at, sideRevision })
  if (outcome.status === 'stale') return changed
  if (outcome.status === 'refused')
    return refused(409, `Nothing was submitted: ${refusalWords[outcome.reason]}`)
  context.live.publish({ assessmentId, side, revision: sideRevision + 1 })
  const { reconciling } = outcome
  // Whoever waits on the page of differences sees them at once.
  if (reconciling) await publishAgreed(context, assessmentId)
  await tellOfRecallOrSubmission(context, assessment, side, reconciling ? 'reconciling' : 'submitted')
  return { status: 'done', next: reconciling ? 'differences' : 'review' }
}
