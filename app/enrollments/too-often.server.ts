import type { RequestContext } from '#app/context.server.ts'
import { recentInvitations, type RecentInvitation } from '#db/queries/enrollments.server.ts'

const hours = 60 * 60_000
/** How many a program can invite within a day, and a person for whichever programs: lists are long. */
export const mostOfDay = 2_000
/** How often the same agency or address can be invited within a day, by either. */
const mostOfOne = 3

/** Whom an invitation goes to: an agency that is here, or an address. */
export type Invited = { agencyId: string } | { email: string }

/** What can still be invited now: each invitation sends mail, and withdrawn ones count. */
export interface Allowance {
  /** How many more within this day. */
  left: number
  /** Why this one can't be invited again today; null where it can. */
  whyNot: (invited: Invited) => string | null
}

/** How much more a program, and this person, can invite. */
export async function readAllowance(
  { database, now }: RequestContext,
  who: { programId: string; by: string },
): Promise<Allowance> {
  const recent = await recentInvitations(database, who, new Date(now().getTime() - 24 * hours))
  const times = new Map<string, number>()
  for (const key of recent.flatMap(keysOf)) times.set(key, (times.get(key) ?? 0) + 1)
  return {
    left: Math.max(0, mostOfDay - recent.length),
    whyNot: (invited) => {
      const key = 'email' in invited ? `to ${invited.email}` : invited.agencyId
      if ((times.get(key) ?? 0) < mostOfOne) return null
      return 'was invited three times within a day, and nobody is to be flooded with mail: go on tomorrow'
    },
  }
}

function keysOf({ agencyId, email }: RecentInvitation): string[] {
  return [...(agencyId ? [agencyId] : []), ...(email ? [`to ${email}`] : [])]
}

/** Why nothing more can be invited today. */
export const enoughForToday = `You or your program have invited ${mostOfDay.toLocaleString('en-US')} agencies within a day. Go on tomorrow.`
