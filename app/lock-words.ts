import type { LockReason } from '#db/words.ts'

/** Why nothing can be changed, each in a sentence. */
export const lockWords: Record<LockReason, string> = {
  final: 'This assessment was submitted and is locked.',
  alone: 'This assessment went on without its partner, so that your answers are locked.',
  reconciling: 'Both sides have submitted, so that each side’s own answers are locked.',
  'partnership-ended': 'The partnership has ended, so that your answers are locked.',
  submitted: 'Your side has submitted its answers, so that they are locked.',
  'no-side': 'You cannot answer in this assessment any more.',
}
