import type { Item } from '#assessments/item.ts'
import type { AnswerValue } from '#assessments/response.ts'
import type { Draft } from './draft.ts'

/** The names of an item's fields in the form of its domain. */
export function fieldNames(itemId: string) {
  return {
    answer: `${itemId}/answer`,
    reason: `${itemId}/reason`,
    note: `${itemId}/note`,
    evidence: `${itemId}/evidence`,
    /** The revision that the fields were filled from; only items that were shown have it. */
    revision: `${itemId}/revision`,
    /** Ticked where what looks like private information is to be saved. */
    privateConfirmed: `${itemId}/private`,
  }
}

/** The name of the field with the version of the questionnaire that the form was made for. */
export const versionField = 'version'

/** No option of an item can be named like these. */
export const special = { notApplicable: '~not-applicable', dontKnow: '~dont-know' } as const

/** The text that stands for a value in the form. */
export function fieldValue(value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** What the form holds for an item. */
export function readFields(item: Item, form: FormData): Draft {
  const names = fieldNames(item.id)
  const texts = (name: string) => form.getAll(name).filter((entry) => typeof entry === 'string')
  const given = texts(names.answer)
  const answers = given.filter((text) => text !== special.notApplicable && text !== special.dontKnow)
  const reason = texts(names.reason).join('')
  const value = valueIn(item, answers)
  const notApplicable = given.includes(special.notApplicable) || (given.length === 0 && reason.trim() !== '')
  const note = texts(names.note).join('')
  const evidence = texts(names.evidence).filter((link) => link.trim() !== '')
  return {
    ...(value !== undefined && { value }),
    ...(notApplicable && { notApplicable: reason }),
    ...(given.includes(special.dontKnow) && { dontKnow: true }),
    ...(note.trim() !== '' && { note }),
    ...(evidence.length > 0 && { evidence }),
  }
}

function valueIn(item: Item, answers: readonly string[]): AnswerValue | undefined {
  if (item.kind === 'choices') return answers.length > 0 ? answers : undefined
  const [answer] = answers
  if (answer === undefined || answer.trim() === '') return undefined
  if (item.kind === 'level') return Number(answer)
  if (item.kind === 'yes-no' && (answer === 'yes' || answer === 'no')) return answer === 'yes'
  return answer
}
