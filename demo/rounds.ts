import { submitAlone } from '#app/finalizing/submit-alone.server.ts'
import type { Catalog, CatalogVersion } from '#assessments/catalog.server.ts'
import type { Side } from '#assessments/access.ts'
import type { Response } from '#assessments/response.ts'
import type { Database } from '#db/database.server.ts'
import { findAssessment, startAssessment } from '#db/queries/assessments.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import type { DemoAgency } from './agencies.ts'
import { randomFor } from './random.ts'
import { responsesOf } from './responses.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** An agency as it is in the database. */
export interface SeededAgency {
  agency: DemoAgency
  id: string
  coordinator: string
  contributors: readonly string[]
}

export interface Seeding {
  database: Database
  catalog: Catalog
  version: CatalogVersion
}

/** The moment of a day at which people in an office are at work. */
export function workingHours(date: string, days = 0): Date {
  return new Date(Date.parse(`${date}T15:04:00Z`) + days * day)
}

/** Starts an assessment as a coordinator does. */
export async function startRound(
  seeding: Seeding,
  seeded: SeededAgency,
  asOf: string,
  at: Date,
  partnershipId: string | null = null,
): Promise<string> {
  const { database, version } = seeding
  const { slug, version: number, json, sha256 } = version
  const outcome = await startAssessment(
    database,
    {
      agencyId: seeded.id,
      slug,
      version: number,
      asOf,
      startedBy: seeded.coordinator,
      contributors: seeded.contributors,
      partnershipId,
    },
    { json, sha256 },
    at,
  )
  if (outcome.status !== 'started')
    throw new Error(`${seeded.agency.name} could not start: ${outcome.status}`)
  return outcome.id
}

interface ToSave {
  assessmentId: string
  itemId: string
  response: Response
  by: string
  at: Date
}

/** Saves a response as a browser does. `before` is the revision that it was made from. */
export async function answer(
  { database }: Seeding,
  save: ToSave & { side?: Side; before?: number },
): Promise<void> {
  const { assessmentId, side = 'agency', itemId, response, by, at, before = 0 } = save
  const outcome = await saveResponse(database, {
    assessmentId,
    side,
    itemId,
    response,
    baseRevision: before,
    saveId: crypto.randomUUID(),
    personId: by,
    at,
  })
  if (outcome.status !== 'saved') throw new Error(`${itemId} could not be saved: ${outcome.status}`)
}

/** Makes an assessment final as its coordinator does. */
export async function submit(seeding: Seeding, assessmentId: string, by: string, at: Date): Promise<void> {
  const assessment = await findAssessment(seeding.database, assessmentId)
  if (!assessment) throw new Error('there is no such assessment')
  const outcome = await submitAlone(seeding, { assessment, version: seeding.version, by, at })
  if (outcome.status !== 'final') throw new Error(`could not be submitted: ${outcome.status}`)
}

/** One whole round of an agency alone: started, answered domain by domain over two weeks, submitted. */
export async function addFinalRound(seeding: Seeding, seeded: SeededAgency, round: number): Promise<string> {
  const { agency, coordinator } = seeded
  const asOf = agency.rounds[round] ?? ''
  const assessmentId = await startRound(seeding, seeded, asOf, workingHours(asOf, 1))
  const responses = responsesOf(agency, round, seeding.version.questionnaire)
  await answerAll(seeding, seeded, { assessmentId, round, asOf }, responses)
  await submit(seeding, assessmentId, coordinator, workingHours(asOf, 15 + (round % 3)))
  return assessmentId
}

/** The agency's people answer domain by domain over two weeks. */
export async function answerAll(
  seeding: Seeding,
  { agency, coordinator, contributors }: SeededAgency,
  { assessmentId, round, asOf }: { assessmentId: string; round: number; asOf: string },
  responses: ReadonlyMap<string, Response>,
): Promise<void> {
  const people = [coordinator, ...contributors]
  for (const [place, domain] of seeding.version.questionnaire.domains.entries()) {
    const random = randomFor('saving', agency.name, round, domain.id)
    const by = people[place % people.length] ?? coordinator
    let at = workingHours(asOf, 2 + 2 * place + random.between(0, 1)).getTime()
    for (const { id: itemId } of domain.items) {
      const response = responses.get(itemId)
      if (!response) continue
      at += random.between(1, 4) * minute
      await answerInSteps(seeding, { assessmentId, itemId, response, by, at: new Date(at) })
    }
  }
}

/** Now and then a level is chosen, thought over and moved by one: the history shows both. */
async function answerInSteps(seeding: Seeding, save: ToSave): Promise<void> {
  const { value } = save.response
  const random = randomFor('second thoughts', save.assessmentId, save.itemId)
  if (typeof value !== 'number' || value > 4 || !save.response.note || !random.chance(0.12)) {
    return answer(seeding, save)
  }
  await answer(seeding, { ...save, response: { value: value + 1 } })
  await answer(seeding, { ...save, at: new Date(save.at.getTime() + 20_000), before: 1 })
}
