import type { RequestContext } from '#app/context.server.ts'
import { submitAlone } from '#app/finalizing/submit-alone.server.ts'
import { nothingAnswered, requiredMissing } from './missing.server.ts'
import { changed, refused, type ReviewAnswer } from './review-answer.ts'
import type { Reviewed } from './reviewed.ts'

/** Makes an assessment final that the agency rates alone, from the start or since it went on without its partner. */
export async function finalizeAlone(
  context: RequestContext,
  { assessment, version, side, by }: Reviewed,
  sideRevision: number,
): Promise<ReviewAnswer> {
  if (side !== 'agency' || (assessment.partnershipId !== null && !assessment.alone)) {
    return refused(409, 'Nothing was submitted: this assessment is rated together. Look at this page again.')
  }
  if (assessment.stage !== 'answering') {
    return refused(409, 'Nothing was submitted: somebody has submitted this assessment already.')
  }
  if (assessment.sides.agency?.revision !== sideRevision) return changed
  const outcome = await submitAlone(context, { assessment, version, by, at: context.now() })
  switch (outcome.status) {
    case 'final':
      context.live.publish({ assessmentId: assessment.id, side, revision: sideRevision + 1 })
      return { status: 'done', next: 'results' }
    case 'stale':
      return changed
    case 'nothing-answered':
      return nothingAnswered
    case 'required-missing':
      return requiredMissing(version.questionnaire, outcome.items)
  }
}
