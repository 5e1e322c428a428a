import { isCalendarDate } from './calendar-date.ts'
import type { AnswerValue } from './response.ts'
import { hasUnsafeCharacters, normalText, unsafeReason } from './text.ts'

type Options = readonly { id: string }[]

/** What of an item decides which values can answer it. Every item is one. */
export type Measure =
  | { kind: 'level' | 'yes-no' }
  | { kind: 'choice' | 'choices'; options: Options }
  | { kind: 'number'; minimum: number; maximum: number; decimals: number }
  | { kind: 'text'; maximumLength: number }
  | { kind: 'date'; minimum?: string | undefined; maximum?: string | undefined }

/** A value as it is kept, null where it is blank and so no answer; or why it can't be one. */
export type ValueReading =
  { status: 'valid'; value: AnswerValue | null } | { status: 'invalid'; reason: string }

const valid = (value: AnswerValue | null): ValueReading => ({ status: 'valid', value })
const invalid = (reason: string): ValueReading => ({ status: 'invalid', reason })

/**
 * Reads what was chosen or typed for one item. Text is trimmed, ticked options are put in the order of
 * the item's own; blank text and no option at all are no answer. `levels` are the questionnaire's.
 */
export function readValue(measure: Measure, levels: readonly number[], input: unknown): ValueReading {
  switch (measure.kind) {
    case 'level':
      return readLevel(levels, input)
    case 'yes-no':
      return typeof input === 'boolean' ? valid(input) : invalid('must be true or false')
    case 'choice':
      return readChoice(measure.options, input)
    case 'choices':
      return readChoices(measure.options, input)
    case 'number':
      return readNumber(measure, input)
    case 'text':
      return readText(measure.maximumLength, input)
    case 'date':
      return readDate(measure, input)
  }
}

function readLevel(levels: readonly number[], input: unknown): ValueReading {
  if (typeof input === 'number' && levels.includes(input)) return valid(input)
  return invalid(`must be one of the levels ${levels.join(', ')}`)
}

function readChoice(options: Options, input: unknown): ValueReading {
  const option = options.find(({ id }) => id === input)
  return option ? valid(option.id) : invalid(`must be one of ${listed(options)}`)
}

function readChoices(options: Options, input: unknown): ValueReading {
  if (!Array.isArray(input)) return invalid('must be a list of options')
  const chosen = new Set<unknown>(input)
  if (chosen.size < input.length) return invalid('has an option twice')
  const known = options.map(({ id }) => id).filter((id) => chosen.has(id))
  if (known.length < chosen.size) return invalid(`must hold only options of ${listed(options)}`)
  return valid(known.length > 0 ? known : null)
}

function listed(options: Options): string {
  return options.map(({ id }) => `"${id}"`).join(', ')
}

function readNumber(measure: Measure & { kind: 'number' }, input: unknown): ValueReading {
  const { minimum, maximum, decimals } = measure
  if (typeof input !== 'number' || !Number.isFinite(input)) return invalid('must be a number')
  if (input < minimum || input > maximum) return invalid(`must be from ${minimum} to ${maximum}`)
  if (Number(input.toFixed(decimals)) !== input) {
    return invalid(decimals === 0 ? 'must be a whole number' : `must have at most ${decimals} decimals`)
  }
  return valid(input === 0 ? 0 : input)
}

function readText(maximumLength: number, input: unknown): ValueReading {
  if (typeof input !== 'string') return invalid('must be text')
  const text = normalText(input)
  if (text.length > maximumLength) return invalid(`must be at most ${maximumLength} characters`)
  if (hasUnsafeCharacters(text)) return invalid(unsafeReason)
  return valid(text === '' ? null : text)
}

function readDate(measure: Measure & { kind: 'date' }, input: unknown): ValueReading {
  if (!isCalendarDate(input))
    return invalid('must be a calendar date such as "2026-03-31", from 1900 to 2100')
  if (measure.minimum !== undefined && input < measure.minimum)
    return invalid(`must be ${measure.minimum} or later`)
  if (measure.maximum !== undefined && input > measure.maximum) {
    return invalid(`must be ${measure.maximum} or earlier`)
  }
  return valid(input)
}
