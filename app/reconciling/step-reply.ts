import type { Fault } from '#assessments/faults.ts'
import type { PrivatePassage } from '#assessments/private-text.ts'

/** What became of a step that somebody tried to take, as pages and programs are told. */
export type StepReply =
  | { status: 'taken' | 'repeated'; revision: number; final: boolean }
  /** What is wrong with what was sent, each a sentence or the end of one. */
  | { status: 'invalid'; faults: Fault[] }
  | { status: 'signed-out' }
  /** It looks like something about a person: asked about before it is kept. */
  | { status: 'private'; found: PrivatePassage[] }
  /** The rules forbid it as things are now; `sentence` says why. Nothing was changed. */
  | { status: 'refused'; reason: string; sentence: string }

/** The HTTP status of each. */
export const replyStatuses: Record<StepReply['status'], number> = {
  taken: 200,
  repeated: 200,
  invalid: 400,
  'signed-out': 401,
  refused: 409,
  private: 422,
}
