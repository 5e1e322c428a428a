import { otherSide, type Side } from '#assessments/access.ts'
import { hashOf } from '#app/accounts/link-secret.server.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext, Visitor } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import { deadLink, type DeadLink } from '#db/queries/decide-partnership.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { findProposalByTokenHash } from '#db/queries/partnerships.server.ts'

/** What an open proposal says to whoever holds its link. */
export interface OpenProposal {
  state: 'open'
  path: string
  email: string
  proposer: { name: string; place: string }
  proposedBy: string
  /** As what whoever accepts becomes a partner. */
  asked: Side
  until: string
}

export type FoundProposal = OpenProposal | { state: DeadLink }

/** The proposal that a link means; the secret itself is not in the database. */
export async function findProposal(
  { database, now }: RequestContext,
  secret: string,
): Promise<FoundProposal> {
  const found = await findProposalByTokenHash(database, hashOf(secret))
  const dead = deadLink(found, now())
  if (dead || !found) return { state: dead ?? 'unknown' }
  const { proposer, proposedByName, proposedAs, email, expiresAt } = found
  const organization = await findOrganization(database, proposer.id)
  return {
    state: 'open',
    path: `/partnerships/${secret}`,
    email: email ?? '',
    proposer: { name: proposer.name, place: placeOf(proposer) },
    proposedBy: proposedByName,
    asked: otherSide(proposedAs),
    until: expiresAt && organization ? formatDate(dayOf(expiresAt, organization.timeZone)) : '',
  }
}

/** For which organizations the visitor could accept: coordinators do, once the organization is confirmed. */
export function choicesOf({ memberships }: Visitor, asked: Side) {
  const theirs = memberships.filter(({ kind }) => kind === asked)
  const coordinated = theirs.filter(({ role }) => role === 'coordinator')
  const named = ({ organizationId, name }: (typeof theirs)[number]) => ({ id: organizationId, name })
  return {
    possible: coordinated.filter(({ confirmed }) => confirmed).map(named),
    waiting: coordinated.filter(({ status }) => status === 'waiting').map(named),
    /** Where somebody else has to accept. */
    others: theirs.filter(({ role }) => role !== 'coordinator').map(named),
  }
}
