import type { Side } from '#assessments/access.ts'
import { canMail } from '#app/accounts/can-mail.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { listPartnerships, type ListedPartnership } from '#db/queries/partnerships.server.ts'
import { findPossible } from './find-possible.server.ts'

/** An organization's partnerships as its people see them: those in force, those that wait, those that are past. */
export async function loadPartnerships(
  context: RequestContext,
  organization: Organization,
  side: Side,
  { manages, search }: { manages: boolean; search: URLSearchParams },
) {
  const { database, now } = context
  const { id, name, status } = organization
  const [all, possible] = await Promise.all([
    listPartnerships(database, id),
    manages ? findPossible(database, organization, side, search) : null,
  ])
  const day = (moment: Date) => formatDate(dayOf(moment, organization.timeZone))
  const isOpen = ({ status: standing }: ListedPartnership) => standing === 'proposed'
  return {
    organization: { id, name, confirmed: status === 'confirmed' },
    side,
    manages,
    mails: canMail(context),
    active: all.filter(({ status: standing }) => standing === 'active').map((row) => toListed(row, day)),
    waiting: all.filter((row) => isOpen(row) && !row.own).map((row) => toListed(row, day)),
    proposed: all
      .filter((row) => isOpen(row) && row.own)
      .map((row) => ({ ...toListed(row, day), expiry: expiryOf(row, now(), day) })),
    past: all
      .filter((row) => !isOpen(row) && row.status !== 'active')
      .map((row) => ({ ...toListed(row, day), outcome: outcomeOf(row, day) })),
    possible,
  }
}

export type PartnershipsPage = Awaited<ReturnType<typeof loadPartnerships>>
export type Listed = PartnershipsPage['active'][number]

type Day = (moment: Date) => string

function toListed({ id, other, email, proposedAt, proposedByName, decidedAt }: ListedPartnership, day: Day) {
  return {
    id,
    // Whoever was asked by mail and has deleted their account since leaves no address behind.
    name: other?.name ?? email ?? 'A former member',
    place: other && placeOf(other),
    proposed: day(proposedAt),
    proposedBy: proposedByName,
    since: decidedAt && day(decidedAt),
  }
}

function expiryOf({ expiresAt }: ListedPartnership, now: Date, day: Day): string | null {
  if (!expiresAt) return null
  return expiresAt <= now ? `the link expired ${day(expiresAt)}` : `the link works until ${day(expiresAt)}`
}

function outcomeOf({ status, own, decidedAt, endedAt }: ListedPartnership, day: Day): string {
  const when = endedAt ?? decidedAt
  const on = when ? ` ${day(when)}` : ''
  if (status === 'ended') return `partners until${on}`
  if (status === 'withdrawn') return `proposal withdrawn${on}`
  return own ? `declined${on}` : `declined by you${on}`
}
