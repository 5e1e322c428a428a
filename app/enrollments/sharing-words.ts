import type { SharingStep } from '#assessments/sharing.ts'

/** What a program sees at each step of sharing, and what it doesn't yet. */
export interface StepWords {
  label: string
  /** What it adds to the step before. */
  sees: string
}

export const stepsInWords: Record<SharingStep, StepWords> = {
  profile: {
    label: 'Profile and dates',
    sees: 'Your agency’s profile (name, place, type, size), and the stages and dates of your assessments. No scores.',
  },
  scores: {
    label: 'Scores',
    sees: 'Also the final overall and domain scores and bands, and how they changed. No answers.',
  },
  answers: {
    label: 'Answers',
    sees: 'Also the level of each item, your own and the one agreed with your partner, and which must-haves hold a band back. Without anything that somebody typed.',
  },
}

/** What notes add. */
export const notesInWords =
  'Whatever was typed with the answers: notes, evidence links, reasons why an item does not apply, answers in words.'

/** What no program ever sees. */
export const neverSeen = [
  'answers that are still being given, and anything before an assessment is final',
  'what you and your partner said to each other while settling differences',
  'the names of the people who answered',
  'your partner’s own answers, unless your partner agrees to that itself',
] as const

/** What is shared, in a word or two. */
export function sharedWords({ step, notes }: { step: SharingStep; notes: boolean }): string {
  const words = { profile: 'profile and dates', scores: 'scores', answers: 'scores and answers' }[step]
  return notes && step === 'answers' ? 'scores, answers and notes' : words
}
