import { hashOf } from '#app/accounts/link-secret.server.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import type { DeadLink } from '#db/queries/decide-partnership.server.ts'
import { deadInvitation } from '#db/queries/enroll-by-link.server.ts'
import { findEnrollmentByTokenHash } from '#db/queries/enrollments.server.ts'

/** What an open invitation says to whoever holds its link. */
export interface OpenInvitation {
  state: 'open'
  path: string
  program: { name: string; place: string }
  invitedBy: string
  until: string
}

export type FoundInvitation = OpenInvitation | { state: DeadLink }

/** The invitation that a link means; the secret itself is not in the database. */
export async function findInvitation(
  { database, now }: RequestContext,
  secret: string,
): Promise<FoundInvitation> {
  const found = await findEnrollmentByTokenHash(database, hashOf(secret))
  const dead = deadInvitation(found, now())
  if (dead || !found) return { state: dead ?? 'unknown' }
  const { program, invitedByName, expiresAt, timeZone } = found
  return {
    state: 'open',
    path: `/enrollments/${secret}`,
    program: { name: program.name, place: placeOf(program) },
    invitedBy: invitedByName,
    until: expiresAt ? formatDate(dayOf(expiresAt, timeZone)) : '',
  }
}
