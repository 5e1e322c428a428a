import { data } from '@remix-run/node'
import { checkList, type CheckedList, type Planned } from '#app/enrollments/check-list.server.ts'
import { decodeList, largestList, readList, type ListFault } from '#app/enrollments/read-list.server.ts'
import {
  sendByMail,
  sendToAgency,
  type InvitingPerson,
  type LinkToHandOver,
} from '#app/enrollments/send-invitation.server.ts'

interface Acting extends InvitingPerson {
  form: FormData
}

/** Reads what was pasted or uploaded, and says what inviting it would do. Sends nothing. */
export async function checkSent(acting: Acting) {
  const text = await textOf(acting.form)
  if (typeof text !== 'string') return data({ faults: [text], text: '' }, { status: 400 })
  const read = await readAndCheck(acting, text)
  if ('faults' in read) return data({ ...read, text }, { status: 400 })
  return data({ ...read, text })
}

/** Invites whom the check said; it is checked again, since things may have moved. */
export async function sendChecked(acting: Acting) {
  const text = await textOf(acting.form)
  if (typeof text !== 'string') return data({ faults: [text], text: '' }, { status: 400 })
  const read = await readAndCheck(acting, text)
  if ('faults' in read) return data({ ...read, text }, { status: 400 })
  const { planned } = read.checked
  if (planned.length === 0) return data({ ...read, text }, { status: 409 })
  return data({ sent: await sendAll(acting, planned) })
}

async function readAndCheck(
  { context, organization, person }: Acting,
  text: string,
): Promise<{ checked: CheckedList; ignored: string[] } | { faults: ListFault[] }> {
  const read = readList(text)
  if (read.status === 'refused') return { faults: read.faults }
  const who = { programId: organization.id, by: person.id }
  return { checked: await checkList(context, who, read.rows), ignored: read.ignored }
}

const fault = (text: string): ListFault => ({ row: null, column: null, text })

/** The text that was pasted, or that of the file; why there is none that can be read. */
async function textOf(form: FormData): Promise<string | ListFault> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    if (file.size > largestList) return fault(tooLarge)
    return decodeList(new Uint8Array(await file.arrayBuffer())) ?? fault(wrongEncoding)
  }
  const typed = form.get('list')
  if (typeof typed !== 'string' || typed.trim() === '') return fault('Paste a list, or choose a file.')
  return typed.length > largestList ? fault(tooLarge) : typed
}

const tooLarge = `The list is larger than ${largestList / 1024} kB. Split it.`
const wrongEncoding =
  'The file is no text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”. A workbook (XLSX) can’t be read here.'

/** So many at a time: a list of a thousand isn't one long wait for everybody else. */
const atOnce = 25

/** What became of a list that was sent. */
export interface SentList {
  agencies: number
  mailed: number
  /** Whom somebody else invited meanwhile, and the like. */
  not: string[]
  /** To be handed over, where this site sends no mail. */
  links: LinkToHandOver[]
}

async function sendAll(acting: Acting, planned: readonly Planned[]): Promise<SentList> {
  const sent: SentList = { agencies: 0, mailed: 0, not: [], links: [] }
  for (let at = 0; at < planned.length; at += atOnce) {
    await Promise.all(planned.slice(at, at + atOnce).map((one) => sendOne(acting, one, sent)))
  }
  return sent
}

async function sendOne(acting: Acting, one: Planned, sent: SentList): Promise<void> {
  if (one.kind === 'agency') {
    const status = await sendToAgency(acting, one.agencyId)
    if (status === 'invited') sent.agencies += 1
    else sent.not.push(one.name)
    return
  }
  const { status, link } = await sendByMail(acting, one)
  if (status !== 'invited') sent.not.push(one.name)
  else sent.mailed += 1
  if (link) sent.links.push(link)
}
