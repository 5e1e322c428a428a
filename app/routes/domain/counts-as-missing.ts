import { draftStatus } from './draft.ts'
import type { ItemView } from './use-answers.ts'

/** Whether an item still waits for this side's answer: not what it isn't asked, nor what it may leave out. */
export function countsAsMissing({ asked, mayLeaveOut, draft }: ItemView): boolean {
  return asked && !mayLeaveOut && ['unanswered', 'dont-know', 'not-reconfirmed'].includes(draftStatus(draft))
}

/** Whether there is still something to do at an item: what was carried is to be confirmed, also where it may be left out. */
export function needsSomething(view: ItemView): boolean {
  return countsAsMissing(view) || (view.asked && draftStatus(view.draft) === 'not-reconfirmed')
}
