import { existsSync } from 'node:fs'
import { openDatabase, type Database } from '#db/database.server.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { say } from './command.ts'

/** The database that the program would open: what DATABASE_URL says, or its default. */
export function databaseUrl(): string {
  return process.env.DATABASE_URL || 'file:data/pmhc.sqlite'
}

/** Whether the URL means a SQLite file that isn't there: opening it would make an empty one. */
function missingFile(url: string): string | null {
  if (/^postgres(ql)?:/.test(url)) return null
  const file = sqliteFile(url)
  return existsSync(file) ? null : file
}

/** Opens the database for as long as `task` takes; null, and said why, where there is none. */
export async function withDatabase<T>(task: (database: Database) => Promise<T>): Promise<T | null> {
  const url = databaseUrl()
  const missing = missingFile(url)
  if (missing !== null) {
    say(`There is no database at ${missing}. DATABASE_URL names the one to use.`)
    return null
  }
  const database = await openDatabase(url, { notice: say })
  try {
    return await task(database)
  } finally {
    await database.close()
  }
}
