import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Side } from '#assessments/access.ts'
import type { Entry } from './save-queue.ts'

/** Whose answers, and where they belong: nobody else's are ever read under this name. */
export interface Owner {
  personId: string
  assessmentId: string
  side: Side
}

/** Where a browser keeps what the server hasn't acknowledged. */
export interface UnsentStore {
  put: (entry: Entry) => Promise<void>
  remove: (itemId: string) => Promise<void>
  /** Offers what closed pages left behind, one by one; what `take` takes is kept under this page from then on. */
  adopt: (isOpen: (page: string) => boolean, take: (entry: Entry) => boolean) => Promise<void>
}

type Key = [personId: string, assessmentId: string, side: string, page: string, itemId: string]

interface Schema extends DBSchema {
  entries: { key: Key; value: Entry }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('pmhc-unsent', 1, {
    upgrade: (database) => {
      database.createObjectStore('entries')
    },
    // Another version of the program, in another tab, wants to change the store: let it.
    blocking: (_current, _blocked, event) => {
      opened = undefined
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: () => {
      opened = undefined
    },
  })
  return opened
}

/** The store of one open page; each page has rows of its own, so that two never overwrite each other's. */
export function unsentStore({ personId, assessmentId, side }: Owner, page: string): UnsentStore {
  const keyOf = (itemId: string, ofPage = page): Key => [personId, assessmentId, side, ofPage, itemId]
  const all = () =>
    IDBKeyRange.bound([personId, assessmentId, side], [personId, assessmentId, side, []], false, true)
  return {
    put: async (entry) => {
      await (await open()).put('entries', entry, keyOf(entry.itemId))
    },
    remove: async (itemId) => (await open()).delete('entries', keyOf(itemId)),
    adopt: async (isOpen, take) => {
      const transaction = (await open()).transaction('entries', 'readwrite')
      for (const key of await transaction.store.getAllKeys(all())) {
        if (key[3] === page || isOpen(key[3])) continue
        const entry = await transaction.store.get(key)
        if (!entry || !take(entry)) continue
        await transaction.store.delete(key)
        await transaction.store.put(entry, keyOf(entry.itemId))
      }
      await transaction.done
    },
  }
}
