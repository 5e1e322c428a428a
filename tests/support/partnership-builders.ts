import type { Database } from '#db/database.server.ts'
import { acceptPartnership } from '#db/queries/decide-partnership.server.ts'
import { proposePartnership } from '#db/queries/propose-partnership.server.ts'

interface Between {
  agencyId: string
  partnerId: string
  /** Who proposes and who accepts: their ids. */
  by: { agency: string; partner: string }
  at: Date
}

/** A partnership that the agency proposed and the partner accepted; answers its id. */
export async function addPartnership(
  database: Database,
  { agencyId, partnerId, by, at }: Between,
): Promise<string> {
  const from = { organizationId: agencyId, side: 'agency', by: by.agency, at } as const
  const proposed = await proposePartnership(database, from, partnerId)
  if (proposed.status !== 'proposed') throw new Error(proposed.status)
  const decision = { partnershipId: proposed.id, organizationId: partnerId, by: by.partner, at }
  const accepted = await acceptPartnership(database, decision)
  if (accepted !== 'done') throw new Error(accepted)
  return proposed.id
}
