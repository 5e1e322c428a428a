import type SqliteClient from 'better-sqlite3'
import { checkStep, Refused, type Orm, type Outcome, type Step } from './statement.ts'

/** Steps that somebody waits for. */
interface Waiting {
  steps: readonly Step[]
  resolve: (outcome: Outcome<unknown[]>) => void
  reject: (error: unknown) => void
}

/** Runs transactions that come at the same moment with one commit, since waiting for the disk is what costs. */
export interface GroupedTransactions {
  transact: (steps: readonly Step[]) => Promise<Outcome<unknown[]>>
  /** Runs what waits, now. */
  flush: () => void
}

/**
 * Groups what is asked for within two turns of the event loop: requests that came in together reach their
 * write a turn apart, and one that is left behind would wait for a commit of its own. Each keeps a savepoint,
 * so that one that is refused or fails undoes itself alone; all are answered only when the disk has the commit.
 * The write lock is taken first, so that waiting for another process happens before anything was read.
 */
export function groupTransactions(client: SqliteClient.Database, orm: Orm): GroupedTransactions {
  const begin = client.prepare('BEGIN IMMEDIATE')
  const commit = client.prepare('COMMIT')
  const rollback = client.prepare('ROLLBACK')
  const runOne = savepoints(client, orm)
  let waiting: Waiting[] = []

  const flush = () => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      begin.run()
      const answers = group.map((one) => runOne(one))
      commit.run()
      for (const answer of answers) answer()
    } catch (error) {
      if (client.inTransaction) rollback.run()
      for (const { reject } of group) reject(error)
    }
  }

  return {
    flush,
    transact: (steps) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(() => setImmediate(flush))
        waiting.push({ steps, resolve, reject })
      }),
  }
}

/** Runs one member of a group, and gives what tells its asker once the group is committed. */
function savepoints(client: SqliteClient.Database, orm: Orm) {
  const save = client.prepare('SAVEPOINT one')
  const undo = client.prepare('ROLLBACK TO one')
  const release = client.prepare('RELEASE one')
  return ({ steps, resolve, reject }: Waiting): (() => void) => {
    save.run()
    try {
      const results = steps.map((step, at) => checkStep(step, step(orm).prepare().execute().sync(), at))
      return () => resolve({ status: 'written', results })
    } catch (error) {
      // A full disk, say, ends the whole transaction: then nobody's steps are written.
      if (!client.inTransaction) throw error
      undo.run()
      if (error instanceof Refused) return () => resolve({ status: 'refused', at: error.at })
      return () => reject(error)
    } finally {
      if (client.inTransaction) release.run()
    }
  }
}
