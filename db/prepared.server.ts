import { sql, type Column, type SQL } from 'drizzle-orm'
import type { Database } from './database.server.ts'
import type { Orm, Statement, Step, Tables } from './statement.ts'

/** Stands in a statement for a value that comes with each execution; the column says how it is kept. */
export type Given<Values> = (name: keyof Values & string, column: Column) => SQL

/** A statement that is built once for each database, because building costs several times what executing does. */
export interface Prepared<Values, T> {
  /** Executes it by itself; throws what the database throws. */
  execute(database: Database, values: Values): Promise<T>
  /** Makes it a step of `writeAll`. */
  step(database: Database, values: Values): Step<T>
}

type Built<T> = ReturnType<Statement<T>['prepare']>

/**
 * Declares a statement of which only values differ from one execution to the next. For what every request
 * or every save does; anything else is built where it is used.
 */
export function prepared<Values extends object, T>(
  build: (orm: Orm, tables: Tables, given: Given<Values>) => Statement<T>,
): Prepared<Values, T> {
  // A transaction on PostgreSQL has an orm of its own, so that there it is built each time.
  const built = new WeakMap<Orm, Built<T>>()
  const execute = (orm: Orm, tables: Tables, values: Values) => {
    const statement = built.get(orm) ?? build(orm, tables, given).prepare()
    built.set(orm, statement)
    return statement.execute(values)
  }
  return {
    execute: async ({ orm, tables }, values) => execute(orm, tables, values),
    step:
      ({ tables }, values) =>
      (orm) => {
        const executed = () => execute(orm, tables, values)
        return {
          then: (fulfilled, rejected) => executed().then(fulfilled, rejected),
          prepare: () => ({ execute: executed }),
        }
      },
  }
}

/** Drizzle hands null to a column's encoder here, which it doesn't elsewhere. */
function given(name: string, column: Column): SQL {
  const encoder = {
    mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)),
  }
  return sql`${sql.param(sql.placeholder(name), encoder)}`
}
