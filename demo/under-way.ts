import type { Response } from '#assessments/response.ts'
import { assign } from '#db/queries/assignments.server.ts'
import { savePlace } from '#db/queries/places.server.ts'
import { answerAsPartner, type ReviewedRound } from './co-review.ts'
import { partnerAnswers } from './partner-answers.ts'
import { randomFor } from './random.ts'
import { responsesOf } from './responses.ts'
import { answer, startRound, workingHours, type SeededAgency, type Seeding } from './rounds.ts'

/** How many of each domain's items have been answered, by whom, and how many days after the start. */
interface Sitting {
  domain: string
  share: number
  by: number
  days: number
}

/** 0 is the coordinator, 1 and 2 the contributors. */
const sittings: readonly Sitting[] = [
  { domain: 'leadership', share: 1, by: 0, days: 2 },
  { domain: 'policies', share: 1, by: 0, days: 7 },
  { domain: 'data', share: 0.4, by: 2, days: 14 },
  { domain: 'training', share: 0.7, by: 1, days: 16 },
  { domain: 'services', share: 0.3, by: 0, days: 17 },
]

/** Larkmoor's fourth round, in the middle of answering on both sides, with what is whose. */
export async function addRoundUnderWay(
  seeding: Seeding,
  { seeded, partner, partnershipId, review, asOf, round }: ReviewedRound,
): Promise<void> {
  const people = [seeded.coordinator, ...seeded.contributors]
  const assessmentId = await startRound(seeding, seeded, asOf, workingHours(asOf, 1), partnershipId)
  await assignDomains(seeding, seeded, assessmentId)
  const { questionnaire } = seeding.version
  const responses = responsesOf(seeded.agency, round, questionnaire)
  for (const sitting of sittings) {
    const by = people[sitting.by] ?? seeded.coordinator
    await answerPart(seeding, assessmentId, responses, {
      ...sitting,
      by,
      start: workingHours(asOf, sitting.days),
    })
  }
  const begun = new Set(questionnaire.domains.slice(0, 3).flatMap(({ items }) => items.map(({ id }) => id)))
  const answers = partnerAnswers({ name: seeded.agency.name, round }, review, questionnaire, responses)
  const own = new Map([...answers].filter(([id]) => begun.has(id)))
  await answerAsPartner(seeding, partner, { assessmentId, asOf }, own)
}

async function assignDomains(
  { database }: Seeding,
  { id, coordinator, contributors }: SeededAgency,
  assessmentId: string,
) {
  const which = { assessmentId, side: 'agency', organizationId: id } as const
  const start = workingHours('2026-11-03').getTime()
  const [training = coordinator, data = coordinator] = contributors
  const targets = [
    ['training', training],
    ['data', data],
    ['services.crisis-line', training],
    ['review.team-hours', data],
  ] as const
  for (const [place, [target, person]] of targets.entries()) {
    const at = new Date(start + (place + 1) * 60_000)
    await assign(database, { ...which, target }, person, { by: coordinator, at })
  }
}

async function answerPart(
  seeding: Seeding,
  assessmentId: string,
  responses: ReadonlyMap<string, Response>,
  { domain: domainId, share, by, start }: { domain: string; share: number; by: string; start: Date },
): Promise<void> {
  const items = seeding.version.questionnaire.domains.find(({ id }) => id === domainId)?.items ?? []
  const random = randomFor('under way', domainId)
  let at = start.getTime()
  let last: string | null = null
  for (const { id: itemId } of items.slice(0, Math.ceil(items.length * share))) {
    const response = responses.get(itemId)
    if (!response) continue
    at += random.between(60, 240) * 1000
    await answer(seeding, { assessmentId, itemId, response, by, at: new Date(at) })
    last = itemId
  }
  await savePlace(seeding.database, { personId: by, assessmentId, domainId, itemId: last, at: new Date(at) })
}
