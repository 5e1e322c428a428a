import type { Side } from '#assessments/access.ts'
import { canMail } from '#app/accounts/can-mail.ts'
import { stateName } from '#app/accounts/states.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import {
  listPartnerships,
  listPossiblePartners,
  type ListedPartnership,
  type OtherEnd,
} from '#db/queries/partnerships.server.ts'

/** An organization's partnerships as its people see them: those in force, those that wait, those that are past. */
export async function loadPartnerships(
  context: RequestContext,
  organization: Organization,
  side: Side,
  manages: boolean,
) {
  const { database, now } = context
  const { id, name, status } = organization
  const [all, possible] = await Promise.all([
    listPartnerships(database, id),
    manages ? listPossiblePartners(database, id, side) : [],
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
    possible: groupsOf(possible, organization),
  }
}

export type PartnershipsPage = Awaited<ReturnType<typeof loadPartnerships>>
export type Listed = PartnershipsPage['active'][number]

type Day = (moment: Date) => string

function toListed({ id, other, email, proposedAt, proposedByName, decidedAt }: ListedPartnership, day: Day) {
  return {
    id,
    name: other?.name ?? email ?? '',
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

/** Those of the same county first, then state by state. */
function groupsOf(possible: readonly OtherEnd[], { county, state }: OtherEnd) {
  const groups = new Map<string, { value: string; label: string }[]>([[placeOf({ county, state }), []]])
  const byState = [...possible].sort((one, other) => one.state.localeCompare(other.state))
  for (const { id, name, ...place } of byState) {
    const near = place.county === county && place.state === state
    const title = near ? placeOf(place) : stateName(place.state)
    const group = groups.get(title) ?? []
    group.push({ value: id, label: near ? name : `${name} (${place.county})` })
    groups.set(title, group)
  }
  return [...groups].flatMap(([title, options]) => (options.length > 0 ? [{ title, options }] : []))
}
