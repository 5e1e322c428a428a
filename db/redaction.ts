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
 * A response without the text of one field, also in what was answered before and is shown beside the question;
 * the same object where there is none.
 */
export function redactResponse<R extends Response>(response: R, field: RedactedField, typed = ownAlone): R {
  const own = field === 'value' && !typed.own ? response : redactOwn(response, field)
  const { carried } = own
  const before = carried?.earlier ?? []
  const earlier = before.map((one) => {
    if (field === 'value' && !typed.earlier(one)) return one
    const redacted = redactOwn(one.response, field)
    return redacted === one.response ? one : { ...one, response: redacted }
  })
  if (!carried || earlier.every((one, at) => one === before[at])) return own
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
  const redacted = redactResponse(response, field)
  return redacted === response ? responses : { ...responses, [itemId]: redacted }
}
