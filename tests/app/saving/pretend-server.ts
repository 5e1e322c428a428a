import type { Response } from '#assessments/response.ts'
import type { Entry } from '#app/saving/save-queue.ts'
import type { Outcome } from '#app/saving/saves.ts'

type Sent = NonNullable<Entry['sent']>

/** A server in memory that keeps the rules of a save: an id is applied once, and only on its own revision. */
export function pretendServer() {
  const items = new Map<string, { response: Response; revision: number; by: string }>()
  const applied = new Map<string, number>()
  const had = new Set<string>()
  const nameOf = (itemId: string, response: Response) => `${itemId} ${JSON.stringify(response)}`
  const at = (itemId: string) => items.get(itemId) ?? { response: {}, revision: 0, by: 'nobody' }
  return {
    at,
    /** How often each save id has changed something. */
    times: new Map<string, number>(),
    /** Whether the item had this response at some time. */
    everHad: (itemId: string, response: Response) => had.has(nameOf(itemId, response)),
    othersSave(itemId: string, response: Response) {
      items.set(itemId, { response, revision: at(itemId).revision + 1, by: 'another' })
    },
    save(itemId: string, sent: Sent): Outcome {
      const before = applied.get(sent.saveId)
      if (before !== undefined) return { status: 'saved', revision: before }
      const { response, revision, by } = at(itemId)
      if (revision !== sent.base) {
        return { status: 'conflict', current: { response, revision, by, at: 'today' } }
      }
      items.set(itemId, { response: sent.response, revision: revision + 1, by: 'me' })
      had.add(nameOf(itemId, sent.response))
      applied.set(sent.saveId, revision + 1)
      this.times.set(sent.saveId, (this.times.get(sent.saveId) ?? 0) + 1)
      return { status: 'saved', revision: revision + 1 }
    },
  }
}
