import SqliteClient from 'better-sqlite3'
import type { Installation } from './installation.ts'

/**
 * What a save writes, written by hand straight into the same database and as durably: the side moves, the
 * response is written, its history gets a row.
 */
export function openDirectWriter({ databaseFile, answering }: Installation) {
  const client = new SqliteClient(databaseFile, { timeout: 10_000 })
  client.pragma('synchronous = FULL')
  const person = client.prepare('select started_by from assessments where id = ?').pluck().get(answering)
  const at = Date.now()
  const itemId = 'leadership.direct-write'
  const move = client.prepare(
    `update sides set revision = revision + 1 where assessment_id = ? and side = 'agency' and submitted_at is null
     returning revision`,
  )
  const write = client.prepare(
    `insert into responses (assessment_id, side, item_id, value, dont_know, revision, side_revision, updated_at, updated_by)
     values (@answering, 'agency', @itemId, '3', 0, @revision, @sideRevision, @at, @person)
     on conflict do update set value = excluded.value, revision = excluded.revision,
       side_revision = excluded.side_revision, updated_at = excluded.updated_at`,
  )
  const remember = client.prepare(
    `insert into response_history (assessment_id, side, item_id, revision, before, after, save_id, saved_at, saved_by)
     values (@answering, 'agency', @itemId, @revision, '{"value":3}', '{"value":3}', @saveId, @at, @person)`,
  )
  const save = client.transaction((revision: number) => {
    const sideRevision = move.pluck().get(answering)
    const row = { answering, itemId, revision, at, person }
    write.run({ ...row, sideRevision })
    remember.run({ ...row, saveId: crypto.randomUUID() })
  })
  const last = client
    .prepare(
      'select coalesce(max(revision), 0) from response_history where assessment_id = ? and item_id = ?',
    )
    .pluck()
    .get(answering, itemId) as number

  return {
    writesPerSecond(seconds: number): number {
      const start = performance.now()
      let writes = 0
      while (performance.now() - start < seconds * 1000) save.immediate(last + ++writes)
      const took = performance.now() - start
      client.close()
      return (writes * 1000) / took
    },
  }
}
