/** What can be chosen or typed: a level or number, yes or no, an option, options, text, or a date. */
export type AnswerValue = number | boolean | string | readonly string[]

/** Where a response was copied from, when it was given there and by whom. */
export interface Carried {
  /** The id of the assessment. */
  assessment: string
  /** ISO 8601 text, UTC. */
  at: string
  /** The id of the person. */
  person: string
}

/**
 * One side's response to one item. At most one of `value`, `notApplicable` and `dontKnow` is there; with
 * none of them, or with `dontKnow`, the item is unanswered. Files of responses hold the same shape.
 */
export interface Response {
  value?: AnswerValue
  /** The reason why the item doesn't apply. */
  notApplicable?: string
  dontKnow?: true
  note?: string
  /** Links (https) to what shows the answer. */
  evidence?: readonly string[]
  /** Copied and *not reconfirmed*: it counts as unanswered until somebody confirms it. */
  carried?: Carried
}

/** A set of responses by item id; an item that is missing is unanswered. */
export type Responses = Readonly<Record<string, Response>>
