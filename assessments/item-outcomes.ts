import { domainOfItem, itemsOf, levelItemsOf, type Questionnaire } from './questionnaire.ts'
import type { Responses } from './response.ts'
import { answeredValue, shownItems } from './shown-when.ts'

/** Responses to one version: one side's, or the agreed ones. */
export interface Round {
  questionnaire: Questionnaire
  responses: Responses
}

/** What became of a scored item from one round to a later one. */
export type Outcome =
  | 'improved'
  | 'declined'
  | 'same'
  | 'newly-applicable'
  | 'no-longer-applicable'
  | 'newly-answered'
  | 'no-longer-answered'
  /** Applicable and unanswered in both. */
  | 'unanswered'
  /** Hidden or not applicable in both. */
  | 'not-applicable'
  /** In both versions under one id, and declared to ask something else. */
  | 'not-comparable'
  | 'new'
  | 'retired'

/** A scored item in the one round or the other. */
export interface ItemState {
  applies: boolean
  /** The level; undefined while unanswered, not applicable or hidden. */
  value: number | undefined
}

/** One scored item across two rounds. */
export interface ItemOutcome {
  /** The item's id in the newer version, or in the older one if it was retired. */
  item: string
  /** Its id in the older version; null for a new one. */
  olderItem: string | null
  /** The domain that holds it, in the same version as `item`. */
  domain: string
  outcome: Outcome
  /** The levels, null where there is none. */
  older: number | null
  newer: number | null
}

/** The state of every scored item of a round by id. */
export function itemStates({ questionnaire, responses }: Round): Map<string, ItemState> {
  const shown = shownItems(questionnaire, responses)
  return new Map(
    levelItemsOf(itemsOf(questionnaire)).map(({ id }) => {
      const applies = shown.has(id) && responses[id]?.notApplicable === undefined
      const value = applies ? answeredValue(responses[id]) : undefined
      return [id, { applies, value: typeof value === 'number' ? value : undefined }]
    }),
  )
}

/** What became of each scored item, in the order of the newer version; the retired ones follow. */
export function itemOutcomes(
  older: Round,
  newer: Round,
  correspondence: ReadonlyMap<string, string>,
): ItemOutcome[] {
  const before = itemStates(older)
  const after = itemStates(newer)
  const present = [...after].map(([id, state]): ItemOutcome => {
    const origin = correspondence.get(id)
    const past = before.get(origin ?? id)
    return {
      item: id,
      olderItem: past ? (origin ?? id) : null,
      domain: domainOfItem(newer.questionnaire, id)?.id ?? '',
      outcome: past ? (origin === undefined ? 'not-comparable' : outcomeOf(past, state)) : 'new',
      older: past?.value ?? null,
      newer: state.value ?? null,
    }
  })
  const continued = new Set(present.map(({ olderItem }) => olderItem))
  return [...present, ...retired(older, before, continued)]
}

function retired(
  older: Round,
  before: ReadonlyMap<string, ItemState>,
  continued: ReadonlySet<string | null>,
): ItemOutcome[] {
  return [...before]
    .filter(([id]) => !continued.has(id))
    .map(([id, state]) => ({
      item: id,
      olderItem: id,
      domain: domainOfItem(older.questionnaire, id)?.id ?? '',
      outcome: 'retired',
      older: state.value ?? null,
      newer: null,
    }))
}

function outcomeOf(past: ItemState, present: ItemState): Outcome {
  if (past.applies !== present.applies) return present.applies ? 'newly-applicable' : 'no-longer-applicable'
  if (!present.applies) return 'not-applicable'
  if (past.value === undefined) return present.value === undefined ? 'unanswered' : 'newly-answered'
  if (present.value === undefined) return 'no-longer-answered'
  if (past.value === present.value) return 'same'
  return present.value > past.value ? 'improved' : 'declined'
}
