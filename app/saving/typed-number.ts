import type { Item } from '#assessments/item.ts'
import type { AnswerValue } from '#assessments/response.ts'

const writtenNumber = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/

/** "1,250" as 1250; anything that isn't a number stays the text that it is, for the check to name. */
export function typedNumber(text: string): number | string {
  const tidy = text.trim()
  return writtenNumber.test(tidy) ? Number(tidy.replaceAll(',', '')) : text
}

/** What a field holds as the value that the item wants: numbers are typed as text, with commas or without. */
export function typedValue<T>(item: Pick<Item, 'kind'>, value: T): T | AnswerValue {
  return item.kind === 'number' && typeof value === 'string' ? typedNumber(value) : value
}
