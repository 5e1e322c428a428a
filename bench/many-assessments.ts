import { randomUUID } from 'node:crypto'
import SqliteClient from 'better-sqlite3'

/**
 * Adds an agency with so many final assessments, each a copy of the one that is named, and with the same
 * members. Returns the agency's id.
 */
export function addAgencyWith(count: number, databaseFile: string, source: string): string {
  const client = new SqliteClient(databaseFile)
  const agency = randomUUID()
  client.transaction(() => {
    const like = client.prepare('select agency_id from assessments where id = ?').pluck().get(source)
    copy(client, 'organizations', 'id = ?', like, { id: agency, name: `An agency with ${count} assessments` })
    copy(client, 'members', 'organization_id = ?', like, { organization_id: agency })
    for (let i = 0; i < count; i++) {
      const id = randomUUID()
      const asOf = new Date(Date.UTC(2026, 9, 1) - i * 86_400_000).toISOString().slice(0, 10)
      copy(client, 'assessments', 'id = ?', source, { id, agency_id: agency, as_of: asOf })
      for (const table of ['sides', 'frozen_copies', 'scores']) {
        copy(client, table, 'assessment_id = ?', source, { assessment_id: id })
      }
    }
  })()
  client.close()
  return agency
}

/** Copies rows of a table with some columns replaced. */
function copy(
  client: SqliteClient.Database,
  table: string,
  where: string,
  key: unknown,
  replaced: Readonly<Record<string, string>>,
) {
  const columns = client.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]
  const values = columns.map((column) => (column in replaced ? `@${column}` : `"${column}"`)).join(', ')
  client.prepare(`insert into ${table} select ${values} from ${table} where ${where}`).run(key, replaced)
}
