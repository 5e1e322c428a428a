import { z } from 'zod'
import { readValue, type ValueReading } from './answer-value.ts'
import { isEvidence } from './evidence.ts'
import { joinPaths, jsonPath, type Fault, type Reading } from './faults.ts'
import type { Item } from './item.ts'
import { readJson } from './json-text.ts'
import { isConfirmable } from './carried.ts'
import { findItem, questionnaireName, type Questionnaire } from './questionnaire.ts'
import type { AnswerValue, Response, Responses } from './response.ts'
import { shapeFaults } from './shape-faults.ts'
import { answeredValue } from './shown-when.ts'
import { plainText } from './text.ts'

/** Longest reason, note and link, in UTF-16 code units, and most links: for counters beside the fields too. */
export const responseLimits = { reason: 500, note: 4000, link: 500, links: 10 } as const

const link = plainText(responseLimits.link).refine(isEvidence, 'must be a link that begins with https://')

const responseSchema = z.strictObject({
  value: z.unknown().optional(),
  notApplicable: plainText(responseLimits.reason).optional(),
  dontKnow: z.literal(true, 'must be true, or be left out').optional(),
  note: plainText(responseLimits.note).optional(),
  evidence: z
    .array(link)
    .max(responseLimits.links, `must have at most ${responseLimits.links} links`)
    .refine((links) => new Set(links).size === links.length, 'has a link twice')
    .optional(),
})

/**
 * Reads one side's response to one item, as a browser or a file sends it. Blank text, no ticked option, a
 * blank note and no links are left out. Paths of faults are relative to the response: `evidence[1]`.
 */
export function parseResponse(
  item: Item,
  questionnaire: Questionnaire,
  input: unknown,
): Reading<{ response: Response }> {
  const tidied = withoutBlanks(input)
  const parts = anyParts.parse(tidied)
  const faults = [...shapeFaults(responseSchema, tidied), ...stateFaults(item, parts)]
  const levels = questionnaire.levels.map((level) => level.value)
  const reading: ValueReading =
    parts.value === undefined ? { status: 'valid', value: null } : readValue(item, levels, parts.value)
  if (reading.status === 'invalid') faults.push({ path: 'value', reason: reading.reason })
  if (faults.length > 0 || reading.status === 'invalid') return { status: 'invalid', faults }
  return { status: 'valid', response: compact(responseSchema.parse(tidied), reading.value) }
}

const anyPart = z.unknown().optional()
const anyParts = z.object({ value: anyPart, notApplicable: anyPart, dontKnow: anyPart }).catch({})

function withoutBlanks(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const blank = (key: string, value: unknown) =>
    value === undefined ||
    (key === 'note' && typeof value === 'string' && value.trim() === '') ||
    (key === 'evidence' && Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(input).filter(([key, value]) => !blank(key, value)))
}

function stateFaults(item: Item, response: z.infer<typeof anyParts>): Fault[] {
  const given = (['value', 'notApplicable', 'dontKnow'] as const).filter((key) => response[key] !== undefined)
  const faults: Fault[] = []
  if (given.length > 1) {
    faults.push({ path: '', reason: `must have only one of ${given.map((key) => `"${key}"`).join(' and ')}` })
  }
  if (response.notApplicable !== undefined && !item.notApplicable) {
    faults.push({ path: 'notApplicable', reason: 'may not be chosen for this item' })
  }
  return faults
}

function compact(rest: z.infer<typeof responseSchema>, value: AnswerValue | null): Response {
  return {
    ...(value !== null && { value }),
    ...(rest.notApplicable !== undefined && { notApplicable: rest.notApplicable }),
    ...(rest.dontKnow && { dontKnow: true }),
    ...(rest.note !== undefined && { note: rest.note }),
    ...(rest.evidence !== undefined && { evidence: rest.evidence }),
  }
}

/** What a response says about its item. *Don't know* and *not reconfirmed* count as unanswered and are told apart. */
export type ResponseStatus = 'answered' | 'not-applicable' | 'dont-know' | 'not-reconfirmed' | 'unanswered'

/** Tells what a response says about its item, whether or not the item is shown. */
export function statusOf(response: Response | undefined): ResponseStatus {
  if (response?.carried) return isConfirmable(response) ? 'not-reconfirmed' : 'unanswered'
  if (response?.notApplicable !== undefined) return 'not-applicable'
  if (response?.dontKnow) return 'dont-know'
  return answeredValue(response) === undefined ? 'unanswered' : 'answered'
}

const fileSchema = z.strictObject({
  questionnaire: z.string(),
  responses: z.record(z.string(), z.unknown()),
})

/** Reads a file of responses, `{"questionnaire": "slug@version", "responses": {…}}`: every fault at once. */
export function parseResponsesFile(
  questionnaire: Questionnaire,
  json: unknown,
): Reading<{ responses: Responses }> {
  const faults = shapeFaults(fileSchema, json)
  const file = readableFile.parse(json)
  const name = questionnaireName(questionnaire)
  if (file.questionnaire !== undefined && file.questionnaire !== name) {
    faults.push({ path: 'questionnaire', reason: `is "${file.questionnaire}", and not "${name}"` })
  }
  const responses: [string, Response][] = []
  for (const [id, input] of Object.entries(file.responses)) {
    const path = jsonPath(['responses', id])
    const item = findItem(questionnaire, id)
    const reading: Reading<{ response: Response }> = item
      ? parseResponse(item, questionnaire, input)
      : { status: 'invalid', faults: [{ path: '', reason: `is not an item of ${name}` }] }
    if (reading.status === 'valid') responses.push([id, reading.response])
    else faults.push(...reading.faults.map((fault) => ({ ...fault, path: joinPaths(path, fault.path) })))
  }
  if (faults.length > 0) return { status: 'invalid', faults }
  return { status: 'valid', responses: Object.fromEntries(responses) }
}

/** What can be read of a file, however wrong the rest is. */
const readableFile = z
  .object({
    questionnaire: z.string().optional().catch(undefined),
    // not a record, which would drop a key named __proto__ without a word
    responses: z
      .custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
      .catch({}),
  })
  .catch({ responses: {} })

/** Reads the text of a file of responses; text that isn't JSON is one fault with line and column. */
export function parseResponsesText(
  questionnaire: Questionnaire,
  text: string,
): Reading<{ responses: Responses }> {
  const reading = readJson(text)
  if (reading.status === 'broken') return { status: 'invalid', faults: [reading.fault] }
  const file = parseResponsesFile(questionnaire, reading.json)
  if (reading.faults.length === 0) return file
  return { status: 'invalid', faults: [...reading.faults, ...(file.status === 'invalid' ? file.faults : [])] }
}
