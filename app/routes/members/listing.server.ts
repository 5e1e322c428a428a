import { canMail } from '#app/accounts/can-mail.ts'
import { roleWords } from '#app/accounts/organization-words.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { listInvitations } from '#db/queries/invitations.server.ts'
import { listMembers } from '#db/queries/members.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** Who belongs to an organization; addresses and invitations are for those who manage its members. */
export async function listing(context: RequestContext, organization: Organization, manages: boolean) {
  const { database, now } = context
  const { id, name, timeZone } = organization
  const day = (moment: Date) => formatDate(dayOf(moment, timeZone))
  const members = await listMembers(database, id)
  const invitations = manages ? await listInvitations(database, id) : []
  return {
    organization: { id, name },
    mails: canMail(context),
    members: members.map(({ personId, name, email, role, since }) => ({
      id: personId,
      name,
      role,
      email: manages ? email : null,
      since: day(since),
    })),
    invitations: invitations.map(({ id, email, role, createdAt, expiresAt }) => ({
      id,
      email,
      role: roleWords[role].label,
      sent: day(createdAt),
      expires: day(expiresAt),
      expired: expiresAt <= now(),
    })),
  }
}

type Listing = Awaited<ReturnType<typeof listing>>
export type ListedMember = Listing['members'][number]
export type ListedInvitation = Listing['invitations'][number]
