import { openItems } from '#assessments/reconciliation.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'
import { recallSide } from '#db/queries/submit-side.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import { answerBoth, submitAs, submitBoth, type ReviewedRound } from './co-review.ts'
import { answersByHand, thread } from './lively-thread.ts'
import { partnerOf, type Partnered } from './partnerships.ts'
import { reviews } from './reviews.ts'
import { workingHours, type SeededAgency, type Seeding } from './rounds.ts'
import { settle, step, type Move, type Talk } from './talk.ts'

/** Both have submitted and are far apart; some items are talked about, with proposals, counters and comments. */
export async function addLivelyTalk(seeding: Seeding, reviewed: ReviewedRound): Promise<void> {
  const assessmentId = await answerBoth(seeding, reviewed, answersByHand)
  const talk = await submitBoth(seeding, assessmentId, reviewed)
  const proposed = new Map<string, number>()
  for (const move of thread) {
    const revision = await step(seeding, talk, contentOf(move, proposed.get(move.item) ?? 0))
    if (move.kind === 'proposed') proposed.set(move.item, revision)
  }
}

/** A step as it is taken: what answers a proposal names it. */
function contentOf(move: Move, refersTo: number) {
  if (move.kind === 'accepted') return { ...move, kind: move.kind, refersTo, note: null }
  return move.kind === 'withdrawn' ? { ...move, kind: move.kind, refersTo } : move
}

/** All but three items are settled; one of them has a proposal that waits for the agency. */
export async function addNearlyDone(seeding: Seeding, reviewed: ReviewedRound): Promise<void> {
  const assessmentId = await answerBoth(seeding, reviewed)
  const talk = await submitBoth(seeding, assessmentId, reviewed)
  await settle(seeding, talk, 3)
  const [item] = await openIds(seeding, talk)
  if (item === undefined) return
  const text = 'We can settle these three on Friday, after the workgroup.'
  await step(seeding, talk, { kind: 'commented', side: 'partner', item, text })
  const note = 'Proposed after reading the minutes of October.'
  await step(seeding, talk, { kind: 'proposed', side: 'partner', item, proposal: { value: 3 }, note })
}

/** The agency submitted and took it back a day later, while the partner was still answering. */
export async function addRecalled(seeding: Seeding, reviewed: ReviewedRound): Promise<void> {
  const { seeded, asOf } = reviewed
  const assessmentId = await answerBoth(seeding, reviewed)
  const by = seeded.coordinator
  await submitAs(seeding, assessmentId, 'agency', by, workingHours(asOf, 15))
  const at = workingHours(asOf, 16)
  const outcome = await recallSide(seeding.database, { assessmentId, side: 'agency', by, at })
  if (outcome.status !== 'recalled') throw new Error(`could not be recalled: ${outcome.reason}`)
}

/** The agency reopens what both signed, with a reason; one item is proposed anew. */
export async function reopenReviewed(
  seeding: Seeding,
  seeded: SeededAgency,
  partnered: Partnered[],
  assessmentId: string,
): Promise<void> {
  const { name, rounds } = seeded.agency
  const review = reviews[name]?.[rounds.length - 1]
  if (!review) throw new Error('it was not co-reviewed')
  const { partner } = partnerOf(partnered, review)
  const reason =
    'The mobile team began to take calls at night on the date that was rated; both of us had overlooked it.'
  const at = workingHours('2026-11-16')
  const reopening = { assessmentId, agencyId: seeded.id, reason, by: seeded.coordinator, at }
  const outcome = await reopen(seeding.database, reopening)
  if (outcome !== 'reopened') throw new Error(`could not be reopened: ${outcome}`)
  const people = { agency: [seeded.coordinator], partner: [partner.coordinator] }
  const talk: Talk = { assessmentId, people, clock: { at: at.getTime() } }
  const note = 'All hours are covered since the first of October.'
  const item = 'services.mobile-team'
  await step(seeding, talk, { kind: 'proposed', side: 'partner', item, proposal: { value: 5 }, note })
}

async function openIds({ database, version }: Seeding, { assessmentId }: Talk): Promise<string[]> {
  const { state } = await readReconciliation(database, assessmentId, version.questionnaire)
  return openItems(state).map(({ item }) => item.id)
}
