import type { Standing } from '#db/words.ts'

/** Where an agency stands, in a word or two. */
export const standingWords: Record<Standing, string> = {
  'not-started': 'Not started',
  answering: 'Being answered',
  submitted: 'Submitted',
  reconciling: 'Being reconciled',
  final: 'Final',
  due: 'Due again',
  late: 'Late',
}

/** What that means, for those who ask. */
export const standingMeanings: Record<Standing, string> = {
  'not-started': 'has never started this questionnaire',
  answering: 'is being answered now',
  submitted: 'the agency submitted, and its partner has not yet',
  reconciling: 'both sides submitted and settle what they differ in',
  final: 'is final, and the next one is not due yet',
  due: 'the next one is due',
  late: 'the next one was due more than 30 days ago',
}
