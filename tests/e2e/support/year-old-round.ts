import { fileURLToPath } from 'node:url'
import { loadCatalog, type CatalogVersion } from '#assessments/catalog.server.ts'
import type { Side } from '#assessments/access.ts'
import { isAsked } from '#assessments/progress.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { openDatabase } from '#db/database.server.ts'
import { findPersonByEmail } from '#db/queries/people.server.ts'
import { larkmoor } from '../../../demo/agencies.ts'
import { submitBoth } from '../../../demo/co-review.ts'
import { answer, startRound, workingHours, type Seeding } from '../../../demo/rounds.ts'
import { signBoth, step } from '../../../demo/talk.ts'
import { dayFromToday } from './agency.ts'
import type { App } from './app.ts'
import { agencyName, becomePartners, partnerName, type Partners } from './partner.ts'
import type { Person } from './people.ts'

export const slug = 'pmhc-self-assessment'

/** What nobody but the side that wrote it may read before both have submitted. */
export const telltale: Readonly<Record<Side, string>> = {
  agency: 'Telltale note of the station',
  partner: 'Telltale note of the clinic',
}

/** Where a side answered something else than level 3 a year ago. */
export const answeredThen: Readonly<Record<Side, Readonly<Record<string, Response>>>> = {
  agency: {
    'leadership.decision-authority': { value: 4, note: telltale.agency },
    'services.crisis-line': { value: 4, note: telltale.agency },
    'policies.transport': { notApplicable: 'Ambulances do all of it here.' },
  },
  partner: {
    'leadership.decision-authority': { value: 2, note: telltale.partner },
    'policies.partner-agreement': { value: 2 },
    'services.crisis-line': { value: 4, note: telltale.partner },
    'policies.transport': { notApplicable: 'The county’s ambulances do it.' },
  },
}

/** What is not a level, as both know it. */
const facts: Readonly<Record<string, Response>> = {
  'leadership.sworn-officers': { value: 40 },
  'leadership.coordinator-hours': { value: 10 },
  'training.specialist-share': { value: 20 },
  'services.population-served': { value: 31_000 },
  'services.response-models': { value: ['co-responder'] },
}

/** What both settled on then, where they differed. */
const agreedThen = [
  { item: 'leadership.decision-authority', value: 3, note: 'Halfway, and we know what is missing.' },
  { item: 'policies.partner-agreement', value: 2, note: null },
]

export interface YearOldRound extends Partners {
  assessmentId: string
  asOf: string
}

function answersOf(side: Side, { questionnaire }: CatalogVersion): [string, Response][] {
  return itemsOf(questionnaire)
    .filter((item) => isAsked(item, side))
    .map(({ id }) => [id, answeredThen[side][id] ?? facts[id] ?? { value: 3 }])
}

/**
 * An agency and its partner, whose coordinators both rated, settled and signed an assessment on version 1.0.0 a
 * year ago: by the program's own functions, on the database of the program that runs.
 */
export async function yearOldRound(app: App, agencys: Person, partners: Person): Promise<YearOldRound> {
  const joined = await becomePartners(app, agencys, partners)
  const folder = fileURLToPath(new URL('../../../assessments/questionnaires', import.meta.url))
  const catalog = await loadCatalog({ folders: [folder] })
  const version = catalog.find(slug, '1.0.0')
  if (!version) throw new Error('version 1.0.0 is not there')
  const database = await openDatabase(`file:${app.databaseFile}`)
  try {
    const idOf = async ({ email }: Person) => (await findPersonByEmail(database, email))?.id ?? ''
    const people = { agency: await idOf(agencys), partner: await idOf(partners) }
    const asOf = dayFromToday(-365)
    const assessmentId = await rateAndSign({ database, catalog, version }, joined, people, asOf)
    return { ...joined, assessmentId, asOf }
  } finally {
    await database.close()
  }
}

async function rateAndSign(
  seeding: Seeding,
  { agencyId, partnerId, partnershipId }: Partners,
  people: Record<Side, string>,
  asOf: string,
): Promise<string> {
  const agency = { ...larkmoor, name: agencyName }
  const seeded = { agency, id: agencyId, coordinator: people.agency, contributors: [] }
  const partner = { name: partnerName, id: partnerId, coordinator: people.partner, contributors: [] }
  const assessmentId = await startRound(seeding, seeded, asOf, workingHours(asOf, 1), partnershipId)
  for (const side of ['agency', 'partner'] as const) {
    for (const [itemId, response] of answersOf(side, seeding.version)) {
      const at = workingHours(asOf, 3)
      await answer(seeding, { assessmentId, side, itemId, response, by: people[side], at })
    }
  }
  const review = { partner: partnerName, apart: 0, wide: 0, lean: 0, end: 'signed' as const }
  const talk = await submitBoth(seeding, assessmentId, {
    ...{ seeded, partner, partnershipId, asOf, review, round: 0 },
  })
  for (const { item, value, note } of agreedThen) {
    const proposal = { value }
    const refersTo = await step(seeding, talk, { kind: 'proposed', side: 'agency', item, proposal, note })
    await step(seeding, talk, { kind: 'accepted', side: 'partner', item, refersTo, note: null })
  }
  await signBoth(seeding, talk)
  return assessmentId
}
