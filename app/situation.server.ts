import { can, type Actor, type Side } from '#assessments/access.ts'
import { askedResponses } from '#assessments/asked.ts'
import { assigneeOf, type Assignees } from '#assessments/assignments.ts'
import { countingResponses, isConfirmable } from '#assessments/carried.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { progressOf, type DomainProgress } from '#assessments/progress.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { listAssignments, type Assignment } from '#db/queries/assignments.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { findPlace } from '#db/queries/places.server.ts'
import { readResponses, type StoredResponse } from '#db/queries/responses.server.ts'
import { readCarryOffer } from './carrying/carry-offer.server.ts'
import { readTalkStanding } from './co-review/talk-standing.server.ts'
import { coReviewOf } from './co-review.server.ts'
import type { RequestContext } from './context.server.ts'
import type { Situation } from './next-step.ts'

/** One side of an assessment as one person finds it. */
export interface SituationRead {
  situation: Situation
  stored: ReadonlyMap<string, StoredResponse>
  responses: Responses
  progress: DomainProgress[]
  assignments: Assignment[]
}

/** Who looks, and for which side. */
export interface Asking {
  actor: NonNullable<Actor>
  side: Side
}

/** Reads how far a person's side is and what is left for this person, all at once. */
export async function readSituation(
  context: RequestContext,
  assessment: Assessment,
  { questionnaire }: CatalogVersion,
  { actor, side }: Asking,
): Promise<SituationRead> {
  const { database, now } = context
  const coReview = coReviewOf(assessment, { side, actor, now: now() })
  const talks = assessment.stage === 'reconciling' && coReview?.partnershipEnded === false
  const [stored, assignments, place, talk] = await Promise.all([
    readResponses(database, assessment.id, side),
    listAssignments(database, assessment.id, side),
    findPlace(database, actor.personId, assessment.id),
    talks ? readTalkStanding(context, assessment) : null,
  ])
  const responses = responsesOf(stored, questionnaire, side)
  const progress = progressOf(questionnaire, responses, side)
  const assignees: Assignees = Object.fromEntries(
    assignments.map(({ target, personId }) => [target, personId]),
  )
  const mayAnswer = can(actor, 'assessment.answer', assessment)
  const situation: Situation = {
    assessmentId: assessment.id,
    stage: assessment.stage,
    coReview,
    talk,
    may: {
      answer: mayAnswer,
      submit: can(actor, 'assessment.submit', assessment),
      settle: can(actor, 'differences.settle', assessment),
      sign: can(actor, 'assessment.sign', assessment),
    },
    place: place ?? null,
    carry: mayAnswer ? await readCarryOffer(context, assessment, side, stored) : null,
    domains: questionnaire.domains.map((domain, at) => {
      const whose = (itemId: string) => assigneeOf(assignees, domain.id, itemId)
      const { answered = 0, unanswered = [] } = progress[at] ?? {}
      return {
        id: domain.id,
        title: domain.title,
        answered,
        unanswered,
        toConfirm: unanswered.filter((id) => isConfirmable(stored.get(id)?.response ?? {})).length,
        mine: unanswered.filter((id) => whose(id) === actor.personId),
        free: unanswered.filter((id) => whose(id) === actor.personId || whose(id) === null),
      }
    }),
  }
  return { situation, stored, responses, progress, assignments }
}

/**
 * Responses as scoring and progress want them: what isn't reconfirmed doesn't count, nor what the version doesn't
 * ask this side.
 */
export function responsesOf(
  stored: ReadonlyMap<string, StoredResponse>,
  questionnaire: Questionnaire,
  side: Side,
): Responses {
  const all = Object.fromEntries([...stored].map(([id, { response }]) => [id, response]))
  return countingResponses(askedResponses(questionnaire, side, all))
}
