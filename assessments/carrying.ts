import type { Side } from './access.ts'
import { askedIds } from './asked.ts'
import { isConfirmable } from './carried.ts'
import { isComparable, type ChangeName } from './change-entries.ts'
import type { Item } from './item.ts'
import { originsBetween, type Origin } from './origins.ts'
import { isAsked } from './progress.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'
import type { EarlierAnswer, Given, Response } from './response.ts'
import { parseResponse, responseLimits } from './responses.ts'

/** A response as it was given. */
export interface GivenResponse extends Given {
  response: Response
}

/** One side's answers, with the assessment and the version that they were given in. */
export interface GivenAnswers {
  assessment: string
  version: string
  answers: ReadonlyMap<string, GivenResponse>
}

/**
 * What becomes of what was said about an item: it `stands` as the answer to the same question; it is
 * `asked-anew`, since the question was changed, split or merged; or it is `not-held`, since the same question
 * can no longer be answered so.
 */
export type Fate = 'stands' | 'asked-anew' | 'not-held'

/** What goes along to one item of another version. */
export interface CarriedItem {
  itemId: string
  origin: Origin
  fate: Fate
  /** *Not reconfirmed*, whatever its fate: what doesn't stand is in `carried.earlier`. */
  response: Response
}

/** What becomes of one side's answers in another version. */
export interface Carrying {
  /** In the order of the questionnaire. */
  items: CarriedItem[]
  /** Ids of items that were answered and that the other version doesn't ask this side any more. */
  left: string[]
}

/**
 * What one side's answers come to under another version of their questionnaire. Notes and links go along.
 * Nothing is dropped: an answer that can't stand is kept beside the question that comes from it. What was
 * carried before and never confirmed keeps telling where it was given.
 *
 * @param lineage all known versions of the questionnaire, in any order
 */
export function carryForward(
  lineage: readonly Questionnaire[],
  given: GivenAnswers,
  to: Questionnaire,
  side: Side,
): Carrying {
  const origins = originsBetween(lineage, given.version, to.version) ?? new Map<string, Origin>()
  const answers = askedAnswers(lineage, given, side)
  const asked = itemsOf(to).filter((item) => isAsked(item, side))
  const items = asked.flatMap((item) => {
    const origin = origins.get(item.id)
    return origin ? carriedItem({ ...given, answers }, to, item, origin) : []
  })
  const reached = new Set(asked.flatMap(({ id }) => origins.get(id)?.from ?? []))
  const left = [...answers].filter(([id, { response }]) => !isSilent(response) && !reached.has(id))
  return { items, left: left.map(([id]) => id) }
}

/** An assessment that was moved keeps answers that its version doesn't ask: they count for nothing. */
function askedAnswers(
  lineage: readonly Questionnaire[],
  { version, answers }: GivenAnswers,
  side: Side,
): GivenAnswers['answers'] {
  const from = lineage.find((known) => known.version === version)
  const asked = from && askedIds(from, side)
  return asked ? new Map([...answers].filter(([id]) => asked.has(id))) : answers
}

function carriedItem(given: GivenAnswers, to: Questionnaire, item: Item, origin: Origin): CarriedItem[] {
  const sources = origin.from.flatMap((id): [string, GivenResponse][] => {
    const answer = given.answers.get(id)
    return answer && !isSilent(answer.response) ? [[id, answer]] : []
  })
  const [[, first] = []] = sources
  if (!first) return []
  const { response, at, person } = first
  const carried = response.carried ?? { assessment: given.assessment, at, person }
  const fate = fateOf(item, to, origin.change, response)
  if (fate === 'stands') return [{ itemId: item.id, origin, fate, response: { ...response, carried } }]
  const earlier = sources.flatMap(([id, source]) => earlierAnswers(given.version, id, source))
  const notes = notesOf(sources.map(([, source]) => source.response))
  return [{ itemId: item.id, origin, fate, response: { ...notes, carried: { ...carried, earlier } } }]
}

function fateOf(item: Item, to: Questionnaire, change: ChangeName, response: Response): Fate {
  if (!isComparable(change)) return 'asked-anew'
  if (response.carried?.earlier && !isConfirmable(response)) return 'stands'
  return parseResponse(item, to, plain(response)).status === 'valid' ? 'stands' : 'not-held'
}

/** What is shown beside a question: what was shown beside the item before, and what was answered to it. */
export function earlierAnswers(
  version: string,
  item: string,
  { response, at, person }: GivenResponse,
): EarlierAnswer[] {
  const { carried } = response
  const before = carried?.earlier ?? []
  if (before.length > 0 && !isConfirmable(response)) return [...before]
  const given = carried ?? { at, person }
  return [...before, { item, version, response: plain(response), at: given.at, person: given.person }]
}

/** Notes and links of all that an item comes from, as far as one response can hold them. */
export function notesOf(responses: readonly Response[]): Pick<Response, 'note' | 'evidence'> {
  const note = [...new Set(responses.flatMap((response) => response.note ?? []))].join('\n\n')
  const links = [...new Set(responses.flatMap(({ evidence }) => evidence ?? []))]
  const evidence = links.slice(0, responseLimits.links)
  return {
    ...(note !== '' && note.length <= responseLimits.note && { note }),
    ...(evidence.length > 0 && { evidence }),
  }
}

function plain(response: Response): Omit<Response, 'carried'> {
  const own = { ...response }
  delete own.carried
  return own
}

/** Whether a response says nothing at all, not even by a note. */
export const isSilent = (response: Response) => Object.keys(response).length === 0
