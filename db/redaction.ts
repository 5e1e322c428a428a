import type { Side } from '../assessments/access.ts'
import { redactedText } from '../assessments/evidence.ts'
import type { FrozenDocument } from '../assessments/frozen-copy.ts'
import type { EarlierAnswer, Response } from '../assessments/response.ts'
import type { RedactedField } from './words.ts'

/** Where a value is text that somebody typed, and not one that was chosen from a list. */
export interface TypedValues {
  /** In answers to the item itself. */
  own: boolean
  /** In what was answered before to another item, or to one of another version. */
  earlier: (answer: Pick<EarlierAnswer, 'item' | 'version'>) => boolean
}

const ownAlone: TypedValues = { own: true, earlier: () => false }

/**
 * What one item's row holds without the text of a field that was given to an item: its own, and what is shown
 * beside it. Another item's row may show that text beside its question. The same object where it holds none.
 */
export function redactRow(
  rowItemId: string,
  response: Response,
  { itemId, field, typed = ownAlone }: { itemId: string; field: RedactedField; typed?: TypedValues },
): Response {
  const isOwn = rowItemId === itemId
  const own = isOwn && (field !== 'value' || typed.own) ? redactOwn(response, field) : response
  const { carried } = own
  const before = carried?.earlier ?? []
  const earlier = before.map((answer) => {
    if (!isOwn && answer.item !== itemId) return answer
    if (field === 'value' && !typed.earlier(answer)) return answer
    const redacted = redactOwn(answer.response, field)
    return redacted === answer.response ? answer : { ...answer, response: redacted }
  })
  if (!carried || earlier.every((answer, place) => answer === before[place])) return own
  return { ...own, carried: { ...carried, earlier } }
}

function redactOwn<R extends Omit<Response, 'carried'>>(response: R, field: RedactedField): R {
  const text = response[field]
  if (field === 'evidence') {
    const links = response.evidence ?? []
    return links.every((link) => link === redactedText) ? response : { ...response, evidence: [redactedText] }
  }
  return typeof text !== 'string' || text === redactedText ? response : { ...response, [field]: redactedText }
}

/**
 * A frozen copy without that text, in the side's response and in the agreed one where that took it over; the
 * same object where it isn't there.
 */
export function redactDocument(
  document: FrozenDocument,
  side: Side,
  itemId: string,
  field: RedactedField,
  typed = ownAlone,
): FrozenDocument {
  // A frozen copy holds nothing that was only carried.
  if (field === 'value' && !typed.own) return document
  const responses = redactIn(document.responses[side], itemId, field)
  const isTakenOver = sameText(
    document.agreed?.[itemId]?.[field],
    document.responses[side]?.[itemId]?.[field],
  )
  const agreed = isTakenOver ? redactIn(document.agreed, itemId, field) : document.agreed
  if (responses === document.responses[side] && agreed === document.agreed) return document
  return { ...document, agreed, responses: { ...document.responses, [side]: responses } }
}

function sameText(one: unknown, other: unknown): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other)
}

function redactIn<T extends Record<string, Response> | null>(
  responses: T,
  itemId: string,
  field: RedactedField,
): T {
  const response = responses?.[itemId]
  if (!response) return responses
  const redacted = redactOwn(response, field)
  return redacted === response ? responses : { ...responses, [itemId]: redacted }
}
