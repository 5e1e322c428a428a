import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type * as sqliteTables from './schema.sqlite.ts'

/** The tables; those of the engine in use, whatever the type says. */
export type Tables = typeof sqliteTables

/**
 * What query functions may do: build statements and await them. Raw execution and transactions are left out
 * because they differ between the engines; several writes go through `writeAll`.
 */
export type Orm = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | '$with' | 'with'
>

/** A drizzle statement that was built and not yet executed. */
export type Statement<T> = PromiseLike<T> & {
  prepare(): { execute(values?: object): PromiseLike<T> & { sync(): T } }
}

/** Builds one statement of a `writeAll`, with the orm that it is given: on PostgreSQL that is the transaction. */
export interface Step<T = unknown> {
  (orm: Orm): Statement<T>
  /** When the statement changes no row, everything is undone. */
  guarded?: true
}

/** What a statement gave: its rows where it has a `returning`, else nothing. */
export type Rows<T> = T extends readonly unknown[] ? T : undefined

/** `refused`: nothing was written, because the guarded step at this place changed no row. */
export type Outcome<Results> = { status: 'written'; results: Results } | { status: 'refused'; at: number }

/** Thrown inside a transaction to undo it; never leaves `writeAll`. */
export class Refused extends Error {
  readonly at: number

  constructor(at: number) {
    super(`the guarded step ${at} changed no row`)
    this.at = at
  }
}

/** Answers a step's rows, or undefined without a `returning`; throws `Refused` where its guard didn't hold. */
export function checkStep(step: Step, result: unknown, at: number): unknown[] | undefined {
  if (step.guarded && changedRows(result) === 0) throw new Refused(at)
  return Array.isArray(result) ? result : undefined
}

/** How many rows a statement changed, from whatever the driver in use answers. */
function changedRows(result: unknown): number {
  if (Array.isArray(result)) return result.length
  if (typeof result === 'object' && result !== null) {
    for (const key of ['changes', 'rowCount', 'affectedRows']) {
      const count: unknown = Reflect.get(result, key)
      if (typeof count === 'number') return count
    }
  }
  throw new Error('the driver did not say how many rows a statement changed')
}
