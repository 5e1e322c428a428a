/** What can be chosen or typed: a level or number, yes or no, an option, options, text, or a date. */
export type AnswerValue = number | boolean | string | readonly string[]

/** When a response was given, and by whom. */
export interface Given {
  /** ISO 8601 text, UTC. */
  at: string
  /** The id of the person. */
  person: string
}

/** Where a response was carried from, when it was given there and by whom. */
export interface Carried extends Given {
  /** The id of the assessment. */
  assessment: string
  /**
   * What was answered before to the items that this one comes from, where that can't be the answer to it: the
   * question was changed, split or merged, or can no longer be answered so. There is at least one, then.
   */
  earlier?: readonly EarlierAnswer[] | undefined
}

/** An answer to an item of another version, as it was given. */
export interface EarlierAnswer extends Given {
  item: string
  /** The version that the item is of. */
  version: string
  response: Omit<Response, 'carried'>
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
  /** Carried and *not reconfirmed*: it counts as unanswered until somebody confirms it. */
  carried?: Carried
}

/** A set of responses by item id; an item that is missing is unanswered. */
export type Responses = Readonly<Record<string, Response>>
