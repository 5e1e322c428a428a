import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { otherSide, type Side } from '../../assessments/access.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import type { Orm } from '../statement.ts'
import type { ActivityAction } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { findPartnership, findProposalByTokenHash, type MailedProposal } from './partnerships.server.ts'
import { endsOf, ifConfirmed } from './propose-partnership.server.ts'

/** Which partnership, for which of its organizations, who does it, and when. */
export interface Decision {
  partnershipId: string
  organizationId: string
  by: string
  at: Date
}

/** `unknown`: there is none in a state, and seen from an end, that would allow it. */
export type DecisionOutcome = 'done' | 'unknown'

/** Accepts a proposal that the other organization made. */
export function acceptPartnership(database: Database, decision: Decision): Promise<DecisionOutcome> {
  return decide(database, decision, 'partnership.accepted')
}

/** Declines a proposal that the other organization made. */
export function declinePartnership(database: Database, decision: Decision): Promise<DecisionOutcome> {
  return decide(database, decision, 'partnership.declined')
}

/** Takes one's own proposal back; a mailed link no longer works. */
export function withdrawPartnership(database: Database, decision: Decision): Promise<DecisionOutcome> {
  return decide(database, decision, 'partnership.withdrawn')
}

/** Ends an active partnership, from either end. What was done together stays. */
export function endPartnership(database: Database, decision: Decision): Promise<DecisionOutcome> {
  return decide(database, decision, 'partnership.ended')
}

type Deciding = Extract<ActivityAction, `partnership.${'accepted' | 'declined' | 'withdrawn' | 'ended'}`>

/** What each decision makes of a partnership, and of which it can be made. */
const decisions = {
  'partnership.accepted': { from: 'proposed', to: 'active', who: 'other' },
  'partnership.declined': { from: 'proposed', to: 'declined', who: 'other' },
  'partnership.withdrawn': { from: 'proposed', to: 'withdrawn', who: 'proposer' },
  'partnership.ended': { from: 'active', to: 'ended', who: 'either' },
} as const

async function decide(
  database: Database,
  { partnershipId, organizationId, by, at }: Decision,
  action: Deciding,
): Promise<DecisionOutcome> {
  const { from, to, who } = decisions[action]
  const found = await findPartnership(database, partnershipId)
  const side = found && sideIn(found, organizationId)
  if (!side) return 'unknown'
  const isProposer = found.proposedAs === side
  if ((who === 'proposer' && !isProposer) || (who === 'other' && isProposer)) return 'unknown'
  const { partnerships } = database.tables
  const change =
    action === 'partnership.ended' ? { endedAt: at, endedBy: by } : { decidedAt: at, decidedBy: by }
  const outcome = await writeAll(database, [
    guarded((orm: Orm) =>
      orm
        .update(partnerships)
        .set({ status: to, ...change })
        .where(and(eq(partnerships.id, partnershipId), eq(partnerships.status, from))),
    ),
    ...logForBoth(database, found, { personId: by, action, subject: partnershipId, at }),
  ])
  return outcome.status === 'written' ? 'done' : 'unknown'
}

type Ends = { agencyId: string | null; partnerId: string | null }

/** Which end of a partnership an organization is, if either. */
function sideIn({ agencyId, partnerId }: Ends, organizationId: string): Side | null {
  if (agencyId === organizationId) return 'agency'
  return partnerId === organizationId ? 'partner' : null
}

function logForBoth(
  database: Database,
  { agencyId, partnerId }: Ends,
  activity: { personId: string; action: Deciding; subject: string; at: Date },
) {
  return [agencyId, partnerId].flatMap((organizationId) =>
    organizationId === null ? [] : [logActivity(database, { ...activity, organizationId })],
  )
}

/** Why a mailed link can't be used (any more). */
export type DeadLink = 'unknown' | 'expired' | 'withdrawn' | 'declined' | 'used'

export type AcceptByLinkOutcome =
  | { status: 'accepted'; id: string }
  | { status: DeadLink }
  /** The organization isn't of the kind that is asked, isn't confirmed, or proposed it itself. */
  | { status: 'not-possible' }
  /** One is proposed or active between these two. */
  | { status: 'one-is-open' }

type ByLink = Omit<Decision, 'partnershipId'>

/** Accepts a mailed proposal for an organization, once. */
export async function acceptByLink(
  database: Database,
  tokenHash: string,
  { organizationId, by, at }: ByLink,
): Promise<AcceptByLinkOutcome> {
  const found = await findProposalByTokenHash(database, tokenHash)
  const dead = deadLink(found, at)
  if (dead || !found) return { status: dead ?? 'unknown' }
  const { id, proposedAs, proposer } = found
  const { partnerships } = database.tables
  const ends = endsOf(proposedAs, proposer.id, organizationId)
  try {
    const outcome = await writeAll(database, [
      guarded((orm) =>
        orm
          .update(partnerships)
          .set({ ...ends, status: 'active', decidedAt: at, decidedBy: by })
          .where(openLink(database, id, at)),
      ),
      ifConfirmed(database, organizationId, otherSide(proposedAs)),
      ...logForBoth(database, ends, { personId: by, action: 'partnership.accepted', subject: id, at }),
    ])
    if (outcome.status === 'written') return { status: 'accepted', id }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return { status: 'one-is-open' }
  }
  return { status: deadLink(await findProposalByTokenHash(database, tokenHash), at) ?? 'not-possible' }
}

/** Declines a mailed proposal; no organization need be there for it. */
export async function declineByLink(
  database: Database,
  tokenHash: string,
  { by, at }: Omit<ByLink, 'organizationId'>,
): Promise<{ status: 'declined-now'; id: string } | { status: DeadLink }> {
  const found = await findProposalByTokenHash(database, tokenHash)
  const dead = deadLink(found, at)
  if (dead || !found) return { status: dead ?? 'unknown' }
  const { partnerships } = database.tables
  const outcome = await writeAll(database, [
    guarded((orm) =>
      orm
        .update(partnerships)
        .set({ status: 'declined', decidedAt: at, decidedBy: by })
        .where(openLink(database, found.id, at)),
    ),
    ...logForBoth(database, found, { personId: by, action: 'partnership.declined', subject: found.id, at }),
  ])
  if (outcome.status === 'written') return { status: 'declined-now', id: found.id }
  return { status: deadLink(await findProposalByTokenHash(database, tokenHash), at) ?? 'used' }
}

function openLink({ tables: { partnerships } }: Database, id: string, at: Date) {
  return and(
    eq(partnerships.id, id),
    eq(partnerships.status, 'proposed'),
    gt(partnerships.expiresAt, at),
    or(isNull(partnerships.agencyId), isNull(partnerships.partnerId)),
  )
}

/** Why a link can't be used at this moment; null where it can. */
export function deadLink(proposal: MailedProposal | undefined, at: Date): DeadLink | null {
  switch (proposal?.status) {
    case undefined:
      return 'unknown'
    case 'active':
    case 'ended':
      return 'used'
    case 'proposed':
      return proposal.expiresAt && proposal.expiresAt <= at ? 'expired' : null
    default:
      return proposal?.status ?? 'unknown'
  }
}
