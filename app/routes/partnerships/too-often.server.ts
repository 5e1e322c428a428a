import { recentProposals, type RecentProposal } from '#db/queries/partnerships.server.ts'
import type { Acting } from './find-end.server.ts'

const hours = 60 * 60_000
/** How much can be proposed within an hour by an organization, and by a person for whichever organizations. */
const mostAtAll = 30
/** How often the same organization or address can be asked within a day, by either. */
const mostOfOne = 3

/** Whom a proposal goes to: an organization, or an address. */
type Asked = { organizationId: string } | { email: string }

/**
 * Why nothing more can be proposed now, null where it can: each proposal sends mail, so that proposing and
 * withdrawing in turn would be a way to flood somebody with it. Withdrawn and declined ones count.
 */
export async function tooOften(
  { context, organization, person }: Pick<Acting, 'context' | 'organization' | 'person'>,
  asked: Asked,
): Promise<string | null> {
  const now = context.now().getTime()
  const who = { organizationId: organization.id, by: person.id }
  const ofDay = await recentProposals(context.database, who, new Date(now - 24 * hours))
  const ofHour = ofDay.filter(({ proposedAt }) => proposedAt.getTime() > now - hours)
  if (ofHour.length >= mostAtAll) {
    return `You or ${organization.name} have proposed ${mostAtAll} partnerships within an hour. Go on in an hour.`
  }
  if (ofDay.filter((one) => goesTo(one, asked)).length < mostOfOne) return null
  return 'You have proposed this three times within a day, and nobody is to be flooded with mail. Talk to them, or go on tomorrow.'
}

function goesTo({ agencyId, partnerId, email }: RecentProposal, asked: Asked): boolean {
  return 'email' in asked ? email === asked.email : [agencyId, partnerId].includes(asked.organizationId)
}
