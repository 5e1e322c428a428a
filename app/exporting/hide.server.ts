import { createHmac, randomBytes } from 'node:crypto'
import { agenciesToShow, anonymized } from '#assessments/exporting/anonymous.ts'
import type { Exportable } from '#assessments/exporting/exportable.ts'
import type { Database } from '#db/database.server.ts'
import type { ExportLimits } from '#db/queries/exportables.server.ts'
import { groupsWithFinals } from '#db/queries/export-groups.server.ts'

/**
 * Which of these agencies an anonymous export shows, in an order that says nothing, and how what is read of them loses
 * its names. The key of the fresh ids is kept nowhere: once the export is made, nobody can lead one back.
 */
export async function hide(database: Database, agencies: readonly string[], limits: ExportLimits) {
  const key = randomBytes(32)
  const fresh = (id: string) => createHmac('sha256', key).update(id).digest('hex').slice(0, 24)
  const shown = agenciesToShow(await groupsWithFinals(database, agencies, limits))
  const shuffled = [...shown].map((id) => ({ id, at: fresh(id) })).sort((a, b) => (a.at < b.at ? -1 : 1))
  return {
    agencies: shuffled.map(({ id }) => id),
    anonymous: async function* (exportables: AsyncIterable<Exportable>) {
      for await (const exportable of exportables) yield anonymized(exportable, fresh)
    },
  }
}
