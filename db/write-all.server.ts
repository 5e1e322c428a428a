import type { Database } from './database.server.ts'
import type { Outcome, Rows, Step } from './statement.ts'

type Results<Steps extends readonly Step[]> = {
  -readonly [K in keyof Steps]: Steps[K] extends Step<infer T> ? Rows<T> : never
}

/**
 * Executes every step in order in one transaction: all of them or none. Resolves once they are durable. A
 * guarded step that changes no row undoes everything and is answered as `refused`; any error (a constraint,
 * say) undoes everything and is thrown. `results` has each step's rows where it has a `returning`.
 *
 * On PostgreSQL a transaction may be run a second time after a deadlock, so that a step only builds.
 */
export async function writeAll<const Steps extends readonly Step[]>(
  database: Database,
  steps: Steps,
): Promise<Outcome<Results<Steps>>> {
  const outcome = await database.transact(steps)
  return outcome.status === 'refused'
    ? outcome
    : { status: 'written', results: outcome.results as Results<Steps> }
}

/** Marks a step without whose effect nothing may be written. */
export function guarded<T>(step: Step<T>): Step<T> {
  return Object.assign<Step<T>, { guarded: true }>((orm) => step(orm), { guarded: true })
}
