/**
 * What an agency shares with a program, each step with all before it: its profile with the stages and dates of its
 * assessments; final scores and bands; its own and the agreed answers with what caps a band.
 */
export const sharingSteps = ['profile', 'scores', 'answers'] as const
export type SharingStep = (typeof sharingSteps)[number]

/** How much of an agency's final assessments somebody may have. */
export interface Sharing {
  step: SharingStep
  /** Whatever was typed: notes, evidence links, reasons, answers in words. Holds only with `answers`. */
  notes: boolean
  /** The partner's own answers, to which the partner agreed. Holds only with `answers`. */
  partner: boolean
}

/** What an assessment's own people have. */
export const everything: Sharing = { step: 'answers', notes: true, partner: true }

/** Whether a sharing reaches this step. */
export function shares({ step }: Pick<Sharing, 'step'>, wanted: SharingStep): boolean {
  return sharingSteps.indexOf(step) >= sharingSteps.indexOf(wanted)
}
