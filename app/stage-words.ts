import type { Stage } from '#db/words.ts'
import { reviewWords } from './review-words.ts'

/** How far an assessment is, in a word or two. */
const stageWords: Record<Stage, string> = {
  answering: 'Being answered',
  reconciling: 'Being reconciled',
  final: 'Final',
}

/** As `stageWords`, and of a final one whether a partner rated it too. */
export function standingWords(stage: Stage, coReviewed: boolean): string {
  return stage === 'final' ? `${stageWords.final}, ${reviewWords(coReviewed)}` : stageWords[stage]
}
