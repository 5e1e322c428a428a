import type { Database } from '#db/database.server.ts'

/** A database in which something happens just before its next `writeAll`: what another person did meanwhile. */
export function writingAfter(database: Database, meanwhile: () => Promise<unknown>): Database {
  let happened = false
  return {
    ...database,
    transact: async (steps) => {
      if (!happened) {
        happened = true
        await meanwhile()
      }
      return database.transact(steps)
    },
  }
}
