import type { Entry } from '#app/saving/save-queue.ts'
import type { Hold } from '#app/saving/saves.ts'
import { toSave } from './draft.ts'
import type { FormOutcome, NotSaved } from './save-form.server.ts'

/** What a form without JavaScript could not save, as the queue holds such things. */
export function unsavedEntries(outcome: FormOutcome | undefined): Record<string, Entry> {
  const notSaved = Object.entries(outcome?.notSaved ?? {})
  return Object.fromEntries(notSaved.map(([itemId, one]) => [itemId, entryOf(itemId, one)]))
}

function entryOf(itemId: string, { draft, base, version, reply }: NotSaved): Entry {
  const { response, complete } = toSave(draft)
  const next = response && { saveId: '', response, version, dueAt: 0, privateConfirmed: false }
  return { itemId, shown: draft, complete, base, sent: null, next, hold: holdOf(reply) }
}

function holdOf(reply: NotSaved['reply']): Hold | null {
  switch (reply.status) {
    case 'conflict':
      return { kind: 'conflict', current: reply.current }
    case 'moved':
      return { kind: 'moved', version: reply.version }
    case 'private':
      return { kind: 'private', found: reply.found }
    case 'invalid':
      return { kind: 'faults', faults: reply.faults }
    case 'locked':
      return { kind: 'refused', reason: 'locked', why: reply.why }
    case 'missing':
      return { kind: 'refused', reason: 'missing' }
    case 'signed-out':
      return null
  }
}
