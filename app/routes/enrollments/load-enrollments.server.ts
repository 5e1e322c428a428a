import { z } from 'zod'
import { plainText } from '#assessments/text.ts'
import { canMail } from '#app/accounts/can-mail.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { sharedWords } from '#app/enrollments/sharing-words.ts'
import { formatDate } from '#app/format.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import { recordId } from '#app/record-id.ts'
import { countEnrollments, listEnrollments, type ProgramEnrollment } from '#db/queries/enrollments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import type { EnrollmentStatus } from '#db/words.ts'
import { findAgencies, wordsOf } from './find-agencies.server.ts'

const pageSize = 50

/** The lists that a program looks through, with the states that each holds. */
const lists = {
  active: ['active'],
  invited: ['invited'],
  past: ['declined', 'withdrawn', 'ended'],
} as const satisfies Record<string, readonly EnrollmentStatus[]>
export type ListName = keyof typeof lists

const searchSchema = z.object({
  list: z.enum(['active', 'invited', 'past']).nullable().catch(null),
  words: plainText(100).catch(''),
  after: z
    .string()
    .regex(/^\d{1,15}\.[\w-]{1,100}$/)
    .nullable()
    .catch(null),
})

/** A program's enrollments: one list of them, page by page, and the agencies that it can invite. */
export async function loadEnrollments(
  context: RequestContext,
  organization: Organization,
  { manages, search }: { manages: boolean; search: URLSearchParams },
) {
  const { database } = context
  const { id, name } = organization
  const asked = searchSchema.parse({
    list: search.get('list'),
    words: search.get('words') ?? '',
    after: search.get('after'),
  })
  const { statuses } = await countEnrollments(database, id)
  const list = asked.list ?? (statuses.active === 0 && statuses.invited > 0 ? 'invited' : 'active')
  const [rows, possible] = await Promise.all([
    listEnrollments(database, id, {
      statuses: lists[list],
      words: wordsOf(asked.words),
      after: asked.after === null ? undefined : readAfter(asked.after),
      limit: pageSize + 1,
    }),
    manages ? findAgencies(database, organization, search.get('find') ?? '') : null,
  ])
  const shown = rows.slice(0, pageSize)
  return {
    organization: { id, name },
    manages,
    mails: canMail(context),
    list,
    words: asked.words,
    isFirst: asked.after === null,
    counts: {
      active: statuses.active,
      invited: statuses.invited,
      past: statuses.declined + statuses.withdrawn + statuses.ended,
    },
    rows: shown.map((row) => toListed(row, organization, context.now())),
    next: rows.length > pageSize ? afterOf(shown.at(-1)) : null,
    possible,
  }
}

export type EnrollmentsPageData = Awaited<ReturnType<typeof loadEnrollments>>
export type ListedAgency = EnrollmentsPageData['rows'][number]

/** Where the next page goes on: a moment and an id. */
function afterOf(row: ProgramEnrollment | undefined): string | null {
  return row ? `${row.invitedAt.getTime()}.${row.id}` : null
}

function readAfter(text: string) {
  const at = text.indexOf('.')
  const id = recordId.parse(text.slice(at + 1))
  return { invitedAt: new Date(Number(text.slice(0, at))), id }
}

function toListed(row: ProgramEnrollment, { timeZone }: Organization, now: Date) {
  const { id, agency, agencyName, email, status } = row
  const day = (moment: Date | null) => (moment ? formatDate(dayOf(moment, timeZone)) : '')
  // Whoever was invited by mail and has deleted their account since leaves no address behind.
  const called = agency?.name ?? agencyName ?? email ?? 'A former member'
  return {
    id,
    agencyId: status === 'active' ? (agency?.id ?? null) : null,
    name: called,
    place: agency ? placeOf(agency) : called === email ? null : email,
    facts: factsOf(row, day, now),
  }
}

function factsOf(row: ProgramEnrollment, day: (moment: Date | null) => string, now: Date): string {
  const { status, invitedAt, decidedAt, endedAt, expiresAt, shares, sharesNotes } = row
  switch (status) {
    case 'active':
      return `shares ${sharedWords({ step: shares, notes: sharesNotes })} · enrolled since ${day(decidedAt)}`
    case 'invited':
      if (!expiresAt) return `invited ${day(invitedAt)}, not answered yet`
      return `invited ${day(invitedAt)} · ${expiresAt <= now ? 'the link expired' : 'the link works until'} ${day(expiresAt)}`
    case 'declined':
      return `invited ${day(invitedAt)} · declined ${day(decidedAt)}`
    case 'withdrawn':
      return `invited ${day(invitedAt)} · withdrawn by you ${day(decidedAt)}`
    case 'ended':
      return `enrolled from ${day(decidedAt)} until ${day(endedAt)}`
  }
}
