import type { Fault } from '#assessments/faults.ts'
import type { PrivatePassage } from '#assessments/private-text.ts'
import type { Response } from '#assessments/response.ts'

/** A response as the server has it, in words that a page can show. */
export interface Current {
  response: Response
  revision: number
  /** Who saved it, and when: "March 1, 2026, 3:05 PM". */
  by: string
  at: string
}

/** What a person chose or typed at one item. */
export interface Given {
  itemId: string
  /** All of it, as it stands in the fields. */
  shown: Response
  /** What of it can be saved; null where nothing can yet, such as "not applicable" without its reason. */
  response: Response | null
  /** Whether `response` holds all of `shown`. */
  complete: boolean
  /** Whether the server has exactly this already. */
  asSaved: boolean
  /** The revision that was shown when the person began. */
  base: number
  /** The version of the questionnaire that the page was made for. */
  version: string
  saveId: string
  /** When to send it, so that passing through levels or typing isn't a save for each step. */
  dueAt: number
}

/** Why a save waits for the person. */
export type Hold =
  | { kind: 'conflict'; current: Current }
  | { kind: 'private'; found: readonly PrivatePassage[] }
  /** The assessment was moved to this version of its questionnaire, where the question may be another. */
  | { kind: 'moved'; version: string }
  | { kind: 'faults'; faults: readonly Fault[] }
  | { kind: 'refused'; reason: 'locked'; why: string }
  | { kind: 'refused'; reason: 'missing' | 'too-large' | 'other' }

/** What became of a save that was sent. */
export type Outcome =
  | { status: 'saved'; revision: number }
  | { status: 'conflict'; current: Current }
  | { status: 'held'; hold: Hold }
  /** No answer, or one that says to try again. */
  | { status: 'unreachable' }
  | { status: 'signed-out' }
