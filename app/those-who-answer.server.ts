import type { Database } from '#db/database.server.ts'
import { listMembers } from '#db/queries/members.server.ts'

/** The members of an organization who may answer, by name: all but viewers. */
export async function listThoseWhoAnswer(database: Database, organizationId: string) {
  const members = await listMembers(database, organizationId)
  return members
    .filter(({ role }) => role !== 'viewer')
    .map(({ personId, name, role }) => ({ personId, name, role }))
}
