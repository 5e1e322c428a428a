import { can } from '#assessments/access.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { undoable } from '#db/queries/move-version.server.ts'
import { findPerson } from '#db/queries/people.server.ts'
import { listVersionMoves, type VersionMove } from '#db/queries/version-moves.server.ts'
import { moveRefusal } from '#db/move-rules.ts'
import type { RequestContext } from '../context.server.ts'
import { formatMoment } from '../format.ts'
import type { Asking } from '../situation.server.ts'
import { changesPath, newerVersion } from './newer-version.server.ts'

/** What an assessment's overview says of its version. */
export interface Versions {
  /** The newer version to which this person may move it; null where there is none, or it stays. */
  mayMoveTo: string | null
  /** Its latest move, if there was any. */
  moved: {
    from: string
    to: string
    when: string
    /** Who moved it: for the partner, the agency. */
    by: string
    changes: string
    /** When that was taken back; null where it stands. */
    undone: string | null
    mayUndo: boolean
  } | null
}

/** Reads whether an assessment was moved to another version, and whether it can be. */
export async function readVersions(
  context: RequestContext,
  assessment: Assessment,
  { actor, side }: Asking,
): Promise<Versions> {
  const { database } = context
  const mayMove =
    can(actor, 'assessment.move', assessment) &&
    moveRefusal(assessment, (await latestFrozenCopy(database, assessment.id)) !== undefined) === null
  const newer = mayMove ? await newerVersion(context, assessment) : null
  const moves = await listVersionMoves(database, assessment.id)
  const last = moves.at(-1)
  return {
    mayMoveTo: newer?.version ?? null,
    moved: last
      ? await movedWords(context, assessment, {
          last,
          side,
          mayUndo: mayMove && undoable(assessment, moves) !== null,
        })
      : null,
  }
}

async function movedWords(
  { database }: RequestContext,
  { slug, agencyName, timeZone }: Assessment,
  { last, side, mayUndo }: { last: VersionMove; side: Asking['side']; mayUndo: boolean },
): Promise<Versions['moved']> {
  const { fromVersion, toVersion, movedAt, movedBy, undoneAt } = last
  const person = side === 'agency' ? await findPerson(database, movedBy) : undefined
  return {
    from: fromVersion,
    to: toVersion,
    when: formatMoment(movedAt, timeZone),
    by: side === 'agency' ? (person?.name ?? 'a former member') : agencyName,
    changes: changesPath(slug, fromVersion, toVersion),
    undone: undoneAt && formatMoment(undoneAt, timeZone),
    mayUndo,
  }
}
