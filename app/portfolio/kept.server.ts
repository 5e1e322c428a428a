import type { Database } from '#db/database.server.ts'

const mostKept = 500
const keptIn = new WeakMap<Database, Map<string, Promise<unknown>>>()

/**
 * Keeps what was worked out until its key changes, for as long as there is room. A key of a portfolio holds the
 * program's revision, which everything moves that its figures are made of; so nothing that is no longer shared can
 * come out of here.
 */
export function kept<T>(database: Database, key: string, work: () => Promise<T>): Promise<T> {
  const store = keptIn.get(database) ?? new Map<string, Promise<unknown>>()
  keptIn.set(database, store)
  const known = store.get(key)
  if (known) return known as Promise<T>
  const working = work()
  if (store.size >= mostKept) store.clear()
  store.set(key, working)
  // What failed is tried again.
  working.catch(() => store.delete(key))
  return working
}
