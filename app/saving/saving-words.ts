import type { Entry, Queue } from './save-queue.ts'
import type { SavingState } from './saver.ts'

/** The three states of a save, and those in which it waits for the person. */
export type ItemState = 'none' | 'saved' | 'saving' | 'will-retry' | 'unfinished' | 'needs-you'

/** In which state an item's answer is. `revision` is that of the saved one, 0 where there is none. */
export function itemState(queue: Queue, entry: Entry | undefined, revision: number): ItemState {
  if (!entry) return revision > 0 ? 'saved' : 'none'
  if (entry.hold) return 'needs-you'
  if (!entry.sent && !entry.next) return 'unfinished'
  return queue.failures > 0 ? 'will-retry' : 'saving'
}

export const itemWords: Record<ItemState, string> = {
  none: 'Not answered yet',
  saved: 'Saved',
  saving: 'Saving…',
  'will-retry': 'Not saved, will retry',
  unfinished: 'Not saved yet: not finished',
  'needs-you': 'Not saved: see below',
}

/** Everything on the page in one line. */
export function overallWords({ queue, keeps }: SavingState): { tone: 'calm' | 'trouble'; words: string } {
  const entries = Object.values(queue.entries)
  const states = entries.map((entry) => itemState(queue, entry, 0))
  const trouble = (words: string) => ({
    tone: 'trouble' as const,
    words: keeps ? words : `${words} This browser cannot keep answers: leave the page open.`,
  })
  if (queue.signedOut && entries.length > 0) {
    return trouble(
      'Not saved: you are signed out. Sign in again in another tab; your answers are kept here and sent then.',
    )
  }
  if (states.includes('will-retry')) {
    return trouble('Not saved, will retry. Your answers are kept in this browser.')
  }
  const waiting = states.filter((state) => state === 'needs-you' || state === 'unfinished').length
  if (waiting > 0)
    return trouble(`Not saved: ${waiting === 1 ? '1 item needs' : `${waiting} items need`} you.`)
  return { tone: 'calm', words: states.length > 0 ? 'Saving…' : 'Everything is saved' }
}
