import { plainText } from '#assessments/text.ts'
import { mailAddress } from '#app/accounts/person-fields.ts'
import { states } from '#app/accounts/states.ts'
import type { RequestContext } from '#app/context.server.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import { openEnrollments } from '#db/queries/enrollments.server.ts'
import {
  agenciesByCoordinator,
  agenciesByOri,
  type NamedAgency,
} from '#db/queries/possible-agencies.server.ts'
import type { ListFault, ListRow } from './read-list.server.ts'
import { readAllowance } from './too-often.server.ts'

/** What would be sent for a row. */
export type Planned = { row: number; name: string } & (
  { kind: 'agency'; agencyId: string; place: string; how: string } | { kind: 'mail'; email: string }
)

/** A row for which nothing need be sent, and why. */
export interface Skipped {
  row: number
  name: string
  why: string
}

export interface CheckedList {
  planned: Planned[]
  skipped: Skipped[]
  faults: ListFault[]
}

/** Works out what inviting a list would do; sends nothing. */
export async function checkList(
  context: RequestContext,
  who: { programId: string; by: string },
  rows: readonly ListRow[],
): Promise<CheckedList> {
  const { database, now } = context
  const fields = rows.map(readFields)
  const [byOri, byMail, open, allowance] = await Promise.all([
    agenciesByOri(database, unique(fields.map(({ ori }) => ori))),
    agenciesByCoordinator(database, unique(fields.map(({ email }) => email))),
    openEnrollments(database, who.programId, now()),
    readAllowance(context, who),
  ])
  const checked: CheckedList = { planned: [], skipped: [], faults: fields.flatMap(({ faults }) => faults) }
  const seen = new Map<string, number>()
  const standing = new Map(
    open.flatMap(({ agencyId, email, status }) => {
      const why = status === 'active' ? 'enrolled already' : 'invited already, not answered yet'
      return [agencyId, email && status === 'invited' ? `to ${email}` : null].map(
        (key) => [key, why] as const,
      )
    }),
  )
  for (const one of fields) {
    if (one.faults.length > 0) continue
    const found = planFor(one, { byOri, byMail })
    if ('text' in found) {
      checked.faults.push(found)
      continue
    }
    const key = found.kind === 'agency' ? found.agencyId : `to ${found.email}`
    const before = seen.get(key)
    const { row, name } = found
    seen.set(key, before ?? row)
    const why = before ? `the same as row ${before}` : (standing.get(key) ?? allowance.whyNot(found))
    if (why) checked.skipped.push({ row, name, why })
    else checked.planned.push(found)
  }
  if (checked.planned.length > allowance.left) {
    const text = `You can invite ${allowance.left.toLocaleString('en-US')} more within this day. Make the list shorter, or go on tomorrow.`
    checked.faults.unshift({ row: null, column: null, text })
    checked.planned = []
  }
  checked.faults.sort((one, other) => (one.row ?? 0) - (other.row ?? 0))
  return checked
}

interface Fields {
  row: number
  name: string
  email: string | null
  ori: string | null
  faults: ListFault[]
}

const oneLine = plainText(120).refine((text) => !/[\n\t]/.test(text), 'must be on one line')

function readFields({ row, ...cells }: ListRow): Fields {
  const faults: ListFault[] = []
  const fault = (column: string, text: string) => void faults.push({ row, column, text })
  const name = oneLine.safeParse(cells.name)
  if (!name.success) fault('name', name.error.issues[0]?.message ?? 'can’t be used')
  const email = cells.email === '' ? null : mailAddress.safeParse(cells.email)
  if (email && !email.success) fault('email', email.error.issues[0]?.message ?? 'is no address')
  const ori = cells.ori === '' ? null : cells.ori.replace(/[\s-]/g, '').toUpperCase()
  if (ori !== null && !/^[A-Z]{2}[A-Z0-9]{7}$/.test(ori)) {
    fault('ORI', 'An ORI is two letters and then seven letters or digits: WN0123400.')
  }
  if (cells.state !== '' && !isState(cells.state))
    fault('state', 'This is no state: write it out, or its two letters.')
  if (cells.county.length > 100) fault('county', 'must be at most 100 characters')
  if (email === null && ori === null) fault('email', 'Enter an address, or an ORI of an agency that is here.')
  return { row, name: name.data ?? '', email: email?.data ?? null, ori, faults }
}

function isState(text: string): boolean {
  const sought = text.toLowerCase()
  return /^[a-z]{2}$/.test(sought) || states.some(({ name }) => name.toLowerCase() === sought)
}

interface Known {
  byOri: readonly NamedAgency[]
  byMail: readonly (NamedAgency & { email: string })[]
}

/** Whom a row means: an agency by its number, else by its coordinator's address; else whoever reads the address. */
function planFor({ row, name, email, ori }: Fields, { byOri, byMail }: Known): Planned | ListFault {
  const agency = (found: NamedAgency, how: string): Planned => ({
    ...{ row, kind: 'agency', agencyId: found.id, name: found.name, place: placeOf(found), how },
  })
  const numbered = byOri.filter((one) => ori !== null && one.ori === ori)
  if (numbered.length === 1 && numbered[0]) return agency(numbered[0], 'by its ORI')
  if (numbered.length > 1) {
    return {
      row,
      column: 'ORI',
      text: 'Several agencies here say that this is their ORI. Find yours by its name.',
    }
  }
  const theirs = byMail.filter((one) => email !== null && one.email === email)
  const named = theirs.filter((one) => one.name.toLowerCase() === name.toLowerCase())
  const [only] = theirs.length === 1 ? theirs : named
  if (only && (theirs.length === 1 || named.length === 1)) return agency(only, 'by its coordinator’s address')
  if (theirs.length > 1) {
    const text =
      'This address belongs to a coordinator of several agencies here. Add the ORI, or find the agency by its name.'
    return { row, column: 'email', text }
  }
  if (email === null)
    return { row, column: 'ORI', text: 'No agency here has this ORI, and there is no address.' }
  return { row, kind: 'mail', name, email }
}

const unique = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))]
