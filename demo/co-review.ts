import { submitSide } from '#db/queries/submit-side.server.ts'
import { goAlone } from '#db/queries/go-alone.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import type { Side } from '#assessments/access.ts'
import type { Response } from '#assessments/response.ts'
import type { SeededPartner } from './organizations.ts'
import { partnerAnswers } from './partner-answers.ts'
import { randomFor } from './random.ts'
import { responsesOf } from './responses.ts'
import type { DemoReview } from './reviews.ts'
import {
  answer,
  answerAll,
  startRound,
  submit,
  workingHours,
  type SeededAgency,
  type Seeding,
} from './rounds.ts'
import { settle, signBoth, type Talk } from './talk.ts'

/** A round that a partner rates too. */
export interface ReviewedRound {
  seeded: SeededAgency
  partner: SeededPartner
  partnershipId: string
  round: number
  asOf: string
  review: DemoReview
}

/** Starts a round with its partner, and lets both sides answer it; the agency's answers may be set by hand. */
export async function answerBoth(
  seeding: Seeding,
  { seeded, partner, partnershipId, round, asOf, review }: ReviewedRound,
  byHand: { agency?: Record<string, Response>; partner?: Record<string, Response> } = {},
): Promise<string> {
  const { questionnaire } = seeding.version
  const assessmentId = await startRound(seeding, seeded, asOf, workingHours(asOf, 1), partnershipId)
  const agency = new Map([
    ...responsesOf(seeded.agency, round, questionnaire),
    ...Object.entries(byHand.agency ?? {}),
  ])
  await answerAll(seeding, seeded, { assessmentId, round, asOf }, agency)
  const answers = new Map([
    ...partnerAnswers({ name: seeded.agency.name, round }, review, questionnaire, agency),
    ...Object.entries(byHand.partner ?? {}),
  ])
  if (review.end === 'signed') await answerAsPartner(seeding, partner, { assessmentId, asOf }, answers)
  return assessmentId
}

/** The partner's people answer domain by domain, a day each. */
export async function answerAsPartner(
  seeding: Seeding,
  { coordinator, contributors }: SeededPartner,
  { assessmentId, asOf }: { assessmentId: string; asOf: string },
  answers: ReadonlyMap<string, Response>,
): Promise<void> {
  const people = [coordinator, ...contributors]
  for (const [place, domain] of seeding.version.questionnaire.domains.entries()) {
    const random = randomFor('partner saving', assessmentId, domain.id)
    let at = workingHours(asOf, 3 + 2 * place).getTime() + 90 * 60_000
    for (const { id: itemId } of domain.items) {
      const response = answers.get(itemId)
      if (!response) continue
      at += random.between(60, 200) * 1000
      const by = people[place % people.length] ?? coordinator
      await answer(seeding, { assessmentId, side: 'partner', itemId, response, by, at: new Date(at) })
    }
  }
}

/** Submits a side as its coordinator does. */
export async function submitAs(seeding: Seeding, assessmentId: string, side: Side, by: string, at: Date) {
  const assessment = await findAssessment(seeding.database, assessmentId)
  const sideRevision = assessment?.sides[side]?.revision ?? 0
  const outcome = await submitSide(seeding.database, { assessmentId, side, sideRevision, by, at })
  if (outcome.status !== 'submitted')
    throw new Error(`the ${side} could not submit: ${JSON.stringify(outcome)}`)
}

/** Both sides submit; what comes of it is to be talked about. */
export async function submitBoth(
  seeding: Seeding,
  assessmentId: string,
  reviewed: ReviewedRound,
): Promise<Talk> {
  const { seeded, partner, asOf } = reviewed
  await submitAs(seeding, assessmentId, 'agency', seeded.coordinator, workingHours(asOf, 15))
  await submitAs(seeding, assessmentId, 'partner', partner.coordinator, workingHours(asOf, 16))
  const people = {
    agency: [seeded.coordinator, ...seeded.contributors],
    partner: [partner.coordinator, ...partner.contributors],
  }
  return { assessmentId, people, clock: { at: workingHours(asOf, 21).getTime() } }
}

/** A round that both sides rated, settled and signed, or that its agency finished alone. */
export async function addReviewedRound(seeding: Seeding, reviewed: ReviewedRound): Promise<string> {
  const assessmentId = await answerBoth(seeding, reviewed)
  if (reviewed.review.end === 'overdue') {
    await finishAlone(seeding, assessmentId, reviewed)
  } else {
    const talk = await submitBoth(seeding, assessmentId, reviewed)
    await settle(seeding, talk)
    await signBoth(seeding, talk)
  }
  return assessmentId
}

/** The partner didn't submit in 30 days: the agency goes on alone and makes it final. */
async function finishAlone(seeding: Seeding, assessmentId: string, { seeded, asOf }: ReviewedRound) {
  const { database } = seeding
  const by = seeded.coordinator
  await submitAs(seeding, assessmentId, 'agency', by, workingHours(asOf, 15))
  const assessment = await findAssessment(database, assessmentId)
  if (!assessment) throw new Error('there is no such assessment')
  const outcome = await goAlone(database, { assessment, reason: 'overdue', by, at: workingHours(asOf, 47) })
  if (outcome !== 'alone') throw new Error(`could not go on alone: ${outcome}`)
  await submit(seeding, assessmentId, by, workingHours(asOf, 48))
}
