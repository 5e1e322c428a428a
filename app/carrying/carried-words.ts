import type { Item } from '#assessments/item.ts'
import type { Level } from '#assessments/questionnaire.ts'
import type { EarlierAnswer } from '#assessments/response.ts'

/** Where a carried answer was given, when and by whom, in words. */
export interface CarriedWords {
  /** "Carried forward from your assessment as of November 3, 2025". */
  from: string
  when: string
  by: string
  /** Why the question is asked anew, where what was answered is only shown beside it; empty otherwise. */
  why: string[]
  earlier: EarlierWords[]
}

/** What was answered before to an item of another version. */
export interface EarlierWords {
  when: string
  by: string
  version: string
  /** The question of then; null where it is put in the same words. */
  question: string | null
  /** The item of then; null where its version is nowhere to be found. */
  item: Item | null
  /** The levels of then. */
  levels: readonly Level[]
  response: EarlierAnswer['response']
}
