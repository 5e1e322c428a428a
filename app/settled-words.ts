import type { Settled } from '#assessments/reconciliation.ts'

/** How an item came to its agreed response, in words. */
export const settledWords: Record<Settled, string> = {
  same: 'same on both sides',
  settled: 'settled by both',
  'not-agreed': 'not agreed, the lower level counts',
  'agency-only': 'agency only',
}

/** The same as a sentence. */
export function settledSentence(how: Settled): string {
  const words = settledWords[how]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
