import type { Catalog, CatalogVersion } from '#assessments/catalog.server.ts'
import type { Database } from '#db/database.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { setAdministrator } from '#db/queries/people.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { agencies, larkmoor } from './agencies.ts'
import { addReviewedRound, type ReviewedRound } from './co-review.ts'
import { addEnrollments } from './enrollments.ts'
import { addAgency, addOtherOrganizations } from './organizations.ts'
import { addPartnerships, partnerOf, type Partnered } from './partnerships.ts'
import { addLivelyTalk, addNearlyDone, addRecalled, reopenReviewed } from './open-reviews.ts'
import { addPerson, mailOf } from './people.ts'
import { randomFor } from './random.ts'
import { openReviews, reviews } from './reviews.ts'
import { addFinalRound, answer, submit, workingHours, type SeededAgency, type Seeding } from './rounds.ts'
import { withSeededIds } from './seeded-ids.ts'
import { addRoundUnderWay } from './under-way.ts'

const slug = 'pmhc-self-assessment'

/**
 * Fills an empty database with the State of Winnemac: invented agencies, partners and a program over three
 * years. Everything goes through the functions that the program itself uses, so that scores, changes and
 * frozen copies are real; it comes out the same each time.
 */
export async function buildDemo(database: Database, catalog: Catalog): Promise<void> {
  await withSeededIds(randomFor('Winnemac'), () => fill(database, catalog))
}

/** In this state the second version of the questionnaire came out in January 2026. */
function versionOn(catalog: Catalog, asOf: string): CatalogVersion {
  const number = asOf < '2026-02-01' ? '1.0.0' : '1.1.0'
  const version = catalog.find(slug, number)
  if (!version) throw new Error(`There is no questionnaire ${slug}@${number}.`)
  return version
}

async function fill(database: Database, catalog: Catalog): Promise<void> {
  const start = workingHours('2023-09-01')
  const administrator = 'Kim Thessaly'
  await addPerson(database, administrator, 'winnemac.example', start)
  await setAdministrator(database, mailOf(administrator, 'winnemac.example'), true)
  const partners = await addOtherOrganizations(database, start)
  const all: SeededAgency[] = []
  for (const agency of agencies) {
    const seeded = await addAgency(database, agency)
    all.push(seeded)
    const partnered = await addPartnerships(database, seeded, partners)
    let latest = ''
    for (const [round, asOf] of agency.rounds.entries()) {
      const seeding = { database, catalog, version: versionOn(catalog, asOf) }
      latest = await addRound(seeding, seeded, partnered, round)
    }
    // Larkmoor began its open round under the first version, and can move it to the second.
    const version = versionOn(catalog, agency === larkmoor ? '2025-11-03' : '2026-11-01')
    await addWhatIsOpen({ database, catalog, version }, seeded, partnered, latest)
  }
  await addEnrollments(database, all, partners)
}

/** A round that is final: rated by both sides, or by the agency alone. */
function addRound(seeding: Seeding, seeded: SeededAgency, partnered: Partnered[], round: number) {
  const { name, rounds } = seeded.agency
  const review = reviews[name]?.[round]
  if (!review) return addFinalRound(seeding, seeded, round)
  const asOf = rounds[round] ?? ''
  return addReviewedRound(seeding, { seeded, ...partnerOf(partnered, review), round, asOf, review })
}

/** What each agency has under way, beside its final rounds. */
async function addWhatIsOpen(
  seeding: Seeding,
  seeded: SeededAgency,
  partnered: Partnered[],
  latest: string,
): Promise<void> {
  const reviewed = ({ asOf, review }: (typeof openReviews)[keyof typeof openReviews]): ReviewedRound => {
    const round = seeded.agency.rounds.length
    return { seeded, ...partnerOf(partnered, review), round, asOf, review }
  }
  switch (seeded.agency.name) {
    case 'Larkmoor Police Department':
      return addRoundUnderWay(seeding, reviewed(openReviews.larkmoor))
    case 'Greywater County Sheriff’s Office':
      return addLivelyTalk(seeding, reviewed(openReviews.greywater))
    case 'Kestrel Lake Tribal Police Department':
      return addNearlyDone(seeding, reviewed(openReviews.kestrelLake))
    case 'Winnemac State Patrol, Northern Region':
      return addRecalled(seeding, reviewed(openReviews.statePatrol))
    case 'Port Ellery Police Department':
      return reopenReviewed(seeding, seeded, partnered, latest)
    case 'Dunmere Police Department':
      return correctLatest(seeding, seeded, latest)
  }
}

/** One agency reopened its latest assessment and made it final again: it has two frozen copies. */
async function correctLatest(seeding: Seeding, seeded: SeededAgency, assessmentId: string): Promise<void> {
  const { database } = seeding
  const by = seeded.coordinator
  const itemId = 'policies.partner-agreement'
  const reason = 'The agreement with the partner was signed the week before; it had been left out by mistake.'
  const at = workingHours('2026-09-28')
  await reopen(database, { assessmentId, agencyId: seeded.id, reason, by, at })
  const response = { value: 5, note: 'Signed by both heads in early September; they review it each fall.' }
  const before = (await readResponses(database, assessmentId, 'agency')).get(itemId)?.revision ?? 0
  await answer(seeding, { assessmentId, itemId, response, by, at: workingHours('2026-09-29'), before })
  const assessment = await findAssessment(database, assessmentId)
  if (assessment?.stage !== 'answering') throw new Error('could not be reopened')
  await submit(seeding, assessmentId, by, workingHours('2026-09-30'))
}
