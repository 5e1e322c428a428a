import { awaitingConfirmation, confirmedResponse } from '#assessments/confirming.ts'
import type { RequestContext } from '#app/context.server.ts'
import { lockWords } from '#app/lock-words.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { saveTogether } from '#db/queries/save-together.server.ts'
import { refused, type ReviewAnswer } from './review-answer.ts'
import type { Reviewed } from './reviewed.ts'

/** Confirms, in one recorded step, every carried answer of one's own side that waits for it, as they were seen. */
export async function confirmAll(
  context: RequestContext,
  { assessment, version, side, by }: Reviewed,
  sideRevision: number,
): Promise<ReviewAnswer> {
  const { id: assessmentId, sides } = assessment
  const lock = lockOfSide(assessment, side)
  if (lock) return refused(409, `Nothing was confirmed. ${lockWords[lock]}`)
  if (sides[side]?.revision !== sideRevision) return somebodySaved
  const stored = await readResponses(context.database, assessmentId, side)
  const responses = Object.fromEntries([...stored].map(([id, { response }]) => [id, response]))
  const waiting = awaitingConfirmation(version.questionnaire, responses, side)
  if (waiting.length === 0) return refused(409, 'There is nothing left to confirm.')
  const outcome = await saveTogether(context.database, {
    assessmentId,
    side,
    moves: sides[side].moves,
    organizationId: homeOf(assessment, side).id,
    action: 'assessment.answers-confirmed',
    saves: waiting.map((itemId) => ({
      itemId,
      response: confirmedResponse(responses[itemId] ?? {}),
      current: stored.get(itemId),
    })),
    by,
    at: context.now(),
  })
  if (outcome === 'stale') return somebodySaved
  const moved = (await findAssessment(context.database, assessmentId))?.sides[side]?.revision ?? 0
  context.live.publish({ assessmentId, side, revision: moved })
  return { status: 'done', next: 'review' }
}

const somebodySaved = refused(
  409,
  'Nothing was confirmed: somebody saved or submitted while you were looking. This page now shows what is there; look through it once more.',
)
