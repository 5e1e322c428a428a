import type { Database } from '#db/database.server.ts'
import { acceptPartnership } from '#db/queries/decide-partnership.server.ts'
import { proposePartnership } from '#db/queries/propose-partnership.server.ts'
import type { SeededPartner } from './organizations.ts'
import { partnerships, proposals, type DemoReview } from './reviews.ts'
import { workingHours, type SeededAgency } from './rounds.ts'

/** A partner with the partnership that joins it to an agency. */
export interface Partnered {
  partner: SeededPartner
  partnershipId: string
}

/** The agency's partnerships: proposed by the one, accepted by the other three days later; or still waiting. */
export async function addPartnerships(
  database: Database,
  agency: SeededAgency,
  partners: readonly SeededPartner[],
): Promise<Partnered[]> {
  const named = (name: string) => partners.find((partner) => partner.name === name)
  const made: Partnered[] = []
  for (const { agency: name, partner: with_, since, by } of partnerships) {
    const partner = named(with_)
    if (name !== agency.agency.name || !partner) continue
    const partnershipId = await propose(database, agency, partner, by, workingHours(since))
    const accepting = by === 'agency' ? partner : agency
    const outcome = await acceptPartnership(database, {
      partnershipId,
      organizationId: accepting.id,
      by: accepting.coordinator,
      at: workingHours(since, 3),
    })
    if (outcome !== 'done') throw new Error(`${with_} could not accept: ${outcome}`)
    made.push({ partner, partnershipId })
  }
  for (const { agency: name, partner: with_, at, by } of proposals) {
    const partner = named(with_)
    if (name === agency.agency.name && partner) await propose(database, agency, partner, by, workingHours(at))
  }
  return made
}

async function propose(
  database: Database,
  agency: SeededAgency,
  partner: SeededPartner,
  side: 'agency' | 'partner',
  at: Date,
): Promise<string> {
  const [from, to] = side === 'agency' ? [agency, partner] : [partner, agency]
  const proposing = { organizationId: from.id, side, by: from.coordinator, at }
  const outcome = await proposePartnership(database, proposing, to.id)
  if (outcome.status !== 'proposed') throw new Error(`could not propose: ${outcome.status}`)
  return outcome.id
}

/** The one of an agency's partners that a round was rated with. */
export function partnerOf(partnered: readonly Partnered[], { partner: name }: DemoReview): Partnered {
  const found = partnered.find(({ partner }) => partner.name === name)
  if (!found) throw new Error(`${name} is no partner here`)
  return found
}
