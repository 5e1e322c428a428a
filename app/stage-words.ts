import type { Stage } from '#db/words.ts'
import { reviewWords } from './review-words.ts'

const words: Record<Stage, string> = {
  answering: 'Being answered',
  reconciling: 'Being reconciled',
  final: 'Final',
}

/** How far an assessment is, in a word or two, and of a final one whether a partner rated it too. */
export function stageWords(stage: Stage, coReviewed: boolean): string {
  return stage === 'final' ? `${words.final}, ${reviewWords(coReviewed)}` : words[stage]
}
