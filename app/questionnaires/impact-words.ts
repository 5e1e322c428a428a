import type { AnswerFates } from '#assessments/answer-fates.ts'
import type { ChangeName } from '#assessments/change-entries.ts'
import type { Impact, ScoreImpact } from '#assessments/impact.ts'
import { counted, listed } from '../format.ts'
import { changeNames } from './change-words.ts'

/** Which items a version touches, by what it declares. */
export function itemsSentence({ items }: Pick<Impact, 'items'>): string {
  const changes = Object.keys(changeNames) as ChangeName[]
  const parts = changes.flatMap((change) => {
    const count = items[change] ?? 0
    return count === 0 ? [] : [`${count} ${changeNames[change].toLowerCase()}`]
  })
  return parts.length === 0
    ? 'It says nothing about the items of an earlier version.'
    : `Items: ${listed(parts)}.`
}

/** What becomes of answers, each fate with its reason and how many there are. */
export function fateLines({ stands, askedAnew, notHeld, left }: AnswerFates) {
  return [
    { count: stands, words: 'carry over, to be confirmed' },
    { count: askedAnew.changed, words: 'are shown beside a question that asks something else now' },
    { count: askedAnew.split, words: 'are shown beside the questions that theirs was split into' },
    { count: askedAnew.merged, words: 'are shown beside the question that theirs was merged into' },
    { count: notHeld, words: 'are shown beside the same question, which can no longer be answered so' },
    { count: left.retired, words: 'stay behind: the item is retired' },
    { count: left.notAsked, words: 'stay behind: the item is no longer asked of this side' },
  ]
}

/** By how much scores would differ. */
export function scoreSentences({ scored, notScored, higher, lower, median, largest }: ScoreImpact): string[] {
  if (scored + notScored === 0) return ['No agency has a final assessment on an earlier version.']
  const changed = higher + lower
  const without =
    notScored === 0
      ? []
      : [`${counted(notScored, 'assessment')} would have no score on one hand or the other.`]
  if (changed === 0 || median === null || largest === null) {
    return [`None of ${counted(scored, 'score')} would change.`, ...without]
  }
  return [
    `${changed} of ${counted(scored, 'score')} would change: ${higher} higher, ${lower} lower.`,
    `By ${median} points in the middle (median), and by ${largest} at most.`,
    ...without,
  ]
}
