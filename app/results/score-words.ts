import { signed } from '../charts/findings.ts'
import { formatScore } from '../format.ts'
import type { ResultsView } from './results-view.ts'

/** What a score stands on, without the number that stands beside it. */
export function basisOf(score: { displayed: number | null; answered: number; applicable: number }): string {
  if (score.applicable === 0) return 'no item applies'
  return formatScore(score).replace(/^.*\((.*)\)$/, '$1')
}

/** The overall change since the round before, like for like. */
export function changeSentence({
  since,
  displayed,
}: Pick<NonNullable<ResultsView['change']>, 'since' | 'displayed'>): string {
  if (displayed === null) return `Too little in common with ${since} to compare.`
  if (displayed === 0) return `No change since ${since}, on the same items.`
  return `${signed(displayed)} since ${since}, on the same items.`
}
