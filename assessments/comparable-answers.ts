import { correspondence } from './correspondence.ts'
import { exactScores } from './exact-scoring.ts'
import { itemStates, type Round } from './item-outcomes.ts'
import { findItem, type Questionnaire } from './questionnaire.ts'
import { subtract, type Rational } from './rational.ts'
import type { Response, Responses } from './response.ts'
import { parseResponse } from './responses.ts'

/** On how many scored items a round can be compared. */
export interface ComparableBase {
  /** Those that are answered and apply. */
  from: number
  /** Of these, those that another version still asks comparably. */
  to: number
}

/** What is left of a round to compare another one with that is given in `newer`. */
export function comparableBase(
  lineage: readonly Questionnaire[],
  round: Round,
  newer: Questionnaire,
): ComparableBase {
  const kept = new Set(correspondence(lineage, round.questionnaire.version, newer.version).values())
  const answered = [...itemStates(round)].filter(([, { value }]) => value !== undefined)
  return { from: answered.length, to: answered.filter(([id]) => kept.has(id)).length }
}

/**
 * By how many points the overall score of a round would differ if its comparable answers were scored under
 * another version; null where there is no score on either hand.
 */
export function scoreDifference(
  lineage: readonly Questionnaire[],
  round: Round,
  newer: Questionnaire,
): Rational | null {
  const before = exactScores(round.questionnaire, round.responses).overall.score
  const after = exactScores(newer, comparableAnswers(lineage, round, newer)).overall.score
  return before && after ? subtract(after, before) : null
}

/** A round's answers to those items that another version asks comparably and that it can hold. */
function comparableAnswers(
  lineage: readonly Questionnaire[],
  { questionnaire, responses }: Round,
  newer: Questionnaire,
): Responses {
  const pairs = [...correspondence(lineage, questionnaire.version, newer.version)]
  return Object.fromEntries(
    pairs.flatMap(([id, origin]): [string, Response][] => {
      const item = findItem(newer, id)
      const response = responses[origin]
      if (!item || !response) return []
      const reading = parseResponse(item, newer, response)
      return reading.status === 'valid' ? [[id, reading.response]] : []
    }),
  )
}
