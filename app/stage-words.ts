import type { Stage } from '#db/words.ts'

/** How far an assessment is, in a word or two. */
export const stageWords: Record<Stage, string> = {
  answering: 'Being answered',
  reconciling: 'Being reconciled',
  final: 'Final',
}

/** As `stageWords`, and of a final one that no partner rated it: none can yet. */
export function standingWords(stage: Stage): string {
  return stage === 'final' ? `${stageWords.final}, not co-reviewed` : stageWords[stage]
}
