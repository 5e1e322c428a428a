import { isEvidence } from '#assessments/evidence.ts'
import type { Item } from '#assessments/item.ts'
import type { Response } from '#assessments/response.ts'
import { isConfirmable } from '#assessments/carried.ts'
import { answeredValue } from '#assessments/shown-among.ts'

/** A response as it stands in the fields: numbers as they were typed, links half written, a reason still blank. */
export type Draft = Response

export type DraftStatus = 'answered' | 'not-applicable' | 'dont-know' | 'not-reconfirmed' | 'unanswered'

/** What a draft says about its item; a blank value says nothing. */
export function draftStatus(draft: Draft): DraftStatus {
  if (draft.carried) return isConfirmable(draft) ? 'not-reconfirmed' : 'unanswered'
  if (draft.notApplicable !== undefined) return 'not-applicable'
  if (draft.dontKnow) return 'dont-know'
  return isBlank(answeredValue(draft)) ? 'unanswered' : 'answered'
}

const isBlank = (value: Response['value']) =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && value.length === 0)

/** A draft as the person's own: whatever they give confirms what was carried. */
export function confirmed(draft: Draft): Draft {
  const own = { ...draft }
  delete own.carried
  return own
}

/** The same note and links with another answer, or with none. */
export function answerWith(draft: Draft, answer: Pick<Draft, 'value' | 'notApplicable' | 'dontKnow'>): Draft {
  const { note, evidence } = draft
  return { ...answer, ...(note !== undefined && { note }), ...(evidence && { evidence }) }
}

/** What of a draft can be saved now: nothing without a reason that is due, and no link that is none yet. */
export function toSave(draft: Draft): { response: Response | null; complete: boolean } {
  const { value, notApplicable, dontKnow, note, evidence = [] } = draft
  if (notApplicable?.trim() === '') return { response: null, complete: false }
  const links = [...new Set(evidence.map((link) => link.trim()).filter((link) => link !== ''))]
  const whole = links.filter(isEvidence)
  const response: Response = {
    ...(value !== undefined && !isBlank(value) && { value }),
    ...(notApplicable !== undefined && { notApplicable }),
    ...(dontKnow && { dontKnow }),
    ...(note?.trim() && { note }),
    ...(whole.length > 0 && { evidence: whole }),
  }
  return { response, complete: whole.length === links.length }
}

/** Whether an item's answer is one of a few to point at, so that "not applicable" is one of them too. */
export function isRadio(item: Item): boolean {
  return item.kind === 'level' || item.kind === 'yes-no' || item.kind === 'choice'
}

/** Takes a new answer, and how long it may rest before it is saved, in milliseconds. */
export type GiveAnswer = (next: Pick<Draft, 'value' | 'notApplicable' | 'dontKnow'>, delay?: number) => void
