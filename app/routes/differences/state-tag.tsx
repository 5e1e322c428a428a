import type { TalkState } from '#app/reconciling/talk-words.ts'

export const stateWords: Record<TalkState, string> = {
  open: 'Open',
  'waits-for-you': 'Waits for you',
  'waits-for-them': 'Waits for them',
  settled: 'Settled',
  'not-agreed': 'Not agreed',
  same: 'Agreed already',
  'agency-only': 'Agency only',
  hidden: 'Does not count now',
}

const signs: Record<TalkState, string> = {
  open: '○',
  'waits-for-you': '▶',
  'waits-for-them': '…',
  settled: '✓',
  'not-agreed': '≠',
  same: '=',
  'agency-only': '–',
  hidden: '–',
}

/** Where the talk about an item is, by its sign and its words. */
export function StateTag({ state }: { state: TalkState }) {
  return (
    <span className={`talk-state talk-state--${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {stateWords[state]}
    </span>
  )
}
