import type { BothSides } from './differences.ts'
import { countedResponses, type FrozenDocument } from './frozen-copy.ts'
import type { Round } from './item-outcomes.ts'
import type { Questionnaire } from './questionnaire.ts'

/** A final round as another can be compared with it. */
export interface RatedRound extends Round {
  /** Both sides' own responses where both rated it, so that `responses` are the agreed ones; else null. */
  sides?: BothSides | null
}

/** What a frozen copy holds, as a round under its own version. */
export function roundOfCopy(questionnaire: Questionnaire, document: FrozenDocument): RatedRound {
  const { agency, partner } = document.responses
  return {
    questionnaire,
    responses: countedResponses(document),
    sides: document.coReviewed && partner ? { agency, partner } : null,
  }
}

/** What a comparison of two rounds is taken on: what both sides agreed on, or the agency's own responses. */
export type Basis = 'agreed' | 'agency'

/** Two rounds with those responses of each that can be compared. */
export interface LikeForLike {
  basis: Basis
  older: Round
  newer: Round
}

/** Agreed responses are compared with agreed ones; where either round has none, the agency's own with its own. */
export function likeForLike(older: RatedRound, newer: RatedRound): LikeForLike {
  if (older.sides && newer.sides) return { basis: 'agreed', older, newer }
  return { basis: 'agency', older: ownOf(older), newer: ownOf(newer) }
}

function ownOf({ questionnaire, responses, sides }: RatedRound): Round {
  return { questionnaire, responses: sides?.agency ?? responses }
}
