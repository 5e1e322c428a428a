import type { Side } from '#assessments/access.ts'
import { countingResponses } from '#assessments/carried.ts'
import { domainOfItem, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { itemPath } from '#app/next-step.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { readResponses, type StoredResponse } from '#db/queries/responses.server.ts'
import { saveTogether } from '#db/queries/save-together.server.ts'
import type { LockReason } from '#db/words.ts'
import { readCarrying, type CarryingRead } from './read-carrying.server.ts'

export interface Carrying {
  assessment: Assessment
  side: Side
  /** Ids of the domains whose answers come along; null for all. */
  domains: readonly string[] | null
  by: string
}

export type CarryOutcome =
  /** `next` is where the first of them is confirmed. */
  | { status: 'carried'; count: number; next: string }
  | { status: 'nothing' }
  /** Somebody answered meanwhile; nothing was written. */
  | { status: 'stale' }
  | { status: 'locked'; reason: LockReason }

/** Carries a side's last answers to where it has none, in one recorded step. */
export async function carryAnswers(context: RequestContext, carrying: Carrying): Promise<CarryOutcome> {
  const { assessment, side, domains, by } = carrying
  const { database, now, live } = context
  const reason = lockOfSide(assessment, side)
  if (reason) return { status: 'locked', reason }
  const { questionnaire } = versionOf(context, assessment)
  const current = await readResponses(database, assessment.id, side)
  const read = await readCarrying(context, assessment, side, current)
  const items = (read?.items ?? []).filter(
    ({ itemId }) => domains === null || domains.includes(domainOfItem(questionnaire, itemId)?.id ?? ''),
  )
  if (!read || items.length === 0) return { status: 'nothing' }
  const outcome = await saveTogether(database, {
    assessmentId: assessment.id,
    side,
    moves: assessment.sides[side]?.moves ?? 0,
    organizationId: homeOf(assessment, side).id,
    action: 'assessment.answers-carried',
    fromAssessmentId: read.from.id,
    saves: items.map(({ itemId, response }) => ({ itemId, response, current: current.get(itemId) })),
    by,
    at: now(),
  })
  if (outcome === 'stale') return { status: 'stale' }
  const moved = (await findAssessment(database, assessment.id))?.sides[side]?.revision ?? 0
  live.publish({ assessmentId: assessment.id, side, revision: moved })
  const first = firstShown(questionnaire, items, current)
  const domain = domainOfItem(questionnaire, first)
  return { status: 'carried', count: items.length, next: itemPath(assessment.id, domain?.id ?? '', first) }
}

/** The first of them that is asked as things stand. */
function firstShown(
  questionnaire: Questionnaire,
  items: CarryingRead['items'],
  current: ReadonlyMap<string, StoredResponse>,
): string {
  const responses: Responses = Object.fromEntries(
    [...current].map(([id, { response }]) => [id, response] as const),
  )
  const shown = shownItems(questionnaire, countingResponses(responses))
  return (items.find(({ itemId }) => shown.has(itemId)) ?? items[0])?.itemId ?? ''
}
