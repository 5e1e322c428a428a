import type { SideRefusal } from '#db/queries/submit-side.server.ts'

/** Why a side is neither submitted nor recalled; each goes on a sentence. */
export const refusalWords: Record<SideRefusal, string> = {
  'no-partner': 'no partner rates this assessment. Look at this page again.',
  alone: 'this assessment goes on without its partner.',
  'partnership-ended': 'the partnership has ended.',
  reconciling: 'both sides have submitted already.',
  final: 'this assessment is final already.',
  'already-submitted': 'somebody has submitted this side already.',
  'not-submitted': 'this side has not been submitted.',
}
