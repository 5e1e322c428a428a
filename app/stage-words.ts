import type { Stage } from '#db/words.ts'

/** How far an assessment is, in a word or two. */
export const stageWords: Record<Stage, string> = {
  answering: 'Being answered',
  reconciling: 'Being reconciled',
  final: 'Final',
}
