import type { Assessment } from './queries/assessments.server.ts'

/** Why an assessment stays on its version. All of it is known to both sides. */
export type MoveRefusal = 'not-answering' | 'submitted' | 'was-final'

/** Null where an assessment may be moved to another version: it is answered for the first time, and by nobody submitted. */
export function moveRefusal({ stage, sides }: Assessment, wasFinal: boolean): MoveRefusal | null {
  if (stage !== 'answering') return 'not-answering'
  // What was final is compared with what becomes of it: both have to be of the same version.
  if (wasFinal) return 'was-final'
  return Object.values(sides).some(({ submittedAt }) => submittedAt !== null) ? 'submitted' : null
}
