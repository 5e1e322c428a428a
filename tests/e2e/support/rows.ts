import Database from 'better-sqlite3'
import type { App } from './app.ts'

/** What a query finds in the program's database, read behind its back; `run` for one that changes something. */
export function rows(app: App, query: string, ...values: unknown[]): unknown[] {
  const database = new Database(app.databaseFile)
  try {
    const statement = database.prepare(query)
    return statement.reader ? statement.all(...values) : [statement.run(...values)]
  } finally {
    database.close()
  }
}

/** Everything that was answered in the program, for saying that nothing has changed. */
export const allAnswers = (app: App) =>
  rows(app, 'select * from responses order by assessment_id, side, item_id')
