import { draftStatus } from './draft.ts'
import type { ItemView } from './use-answers.ts'

/** Whether an item still waits for this side's answer: not what it isn't asked, nor what it may leave out. */
export function countsAsMissing({ asked, mayLeaveOut, draft }: ItemView): boolean {
  return asked && !mayLeaveOut && ['unanswered', 'dont-know', 'not-reconfirmed'].includes(draftStatus(draft))
}
