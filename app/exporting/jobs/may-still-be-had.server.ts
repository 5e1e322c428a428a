import type { Database } from '#db/database.server.ts'
import type { ExportJob } from '#db/queries/export-jobs.server.ts'
import { redactedSince } from '#db/queries/redacted-since.server.ts'
import { isStillShared, readHeld } from './held-sharing.server.ts'
import { placesOf } from './export-places.ts'

/** Why a finished export is gone before its day is over. */
export const noLongerShared =
  'It held what an agency has stopped sharing, or text that was taken out since. Ask for a new one: it holds what is shared now.'

/**
 * Whether a finished export may still be handed out. What an agency took back is gone from new exports at once; a
 * file that still holds it isn't handed out either, whole though it is, because nobody could tell it from a new one.
 */
export async function mayStillBeHad(
  database: Database,
  folder: string,
  { id, organizationId, scope }: Pick<ExportJob, 'id' | 'organizationId' | 'scope'>,
): Promise<boolean> {
  const held = await readHeld(placesOf(folder, id).held)
  if (!held) return false
  if (scope.of.kind === 'portfolio') return isStillShared(database, organizationId, held)
  return !(await redactedSince(database, new Date(held.began))).has(organizationId)
}
