import { and, eq, isNull, notExists } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { Rewrite } from '../../assessments/moving.ts'
import type { Database } from '../database.server.ts'
import { toColumns } from '../response-row.ts'
import type { Orm, Step } from '../statement.ts'
import type { ActivityAction } from '../words.ts'
import { guarded } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import type { Assessment } from './assessments.server.ts'
import { addToHistory, writeResponse } from './saving-statements.server.ts'
import type { SideRow, VersionMove } from './version-moves.server.ts'

interface Done {
  by: string
  at: Date
}

/**
 * Steps of `writeAll` that give an assessment and its sides another version, if none of them has moved since they
 * were read. Each side's count of moves refuses the saves that are under way.
 */
export function movingRows({ tables }: Database, assessment: Assessment, version: string): Step[] {
  const { assessments, sides, frozenCopies } = tables
  const { id, revision } = assessment
  return [
    guarded((orm: Orm) =>
      orm
        .update(assessments)
        .set({ version, revision: revision + 1 })
        .where(
          and(
            eq(assessments.id, id),
            eq(assessments.revision, revision),
            eq(assessments.version, assessment.version),
            eq(assessments.stage, 'answering'),
            notExists(orm.select().from(frozenCopies).where(eq(frozenCopies.assessmentId, id))),
          ),
        ),
    ),
    ...Object.values(assessment.sides).map((own) =>
      guarded((orm: Orm) =>
        orm
          .update(sides)
          .set({ revision: own.revision + 1, moves: own.moves + 1 })
          .where(
            and(
              eq(sides.assessmentId, id),
              eq(sides.side, own.side),
              eq(sides.revision, own.revision),
              isNull(sides.submittedAt),
            ),
          ),
      ),
    ),
  ]
}

interface OwnRows {
  assessment: string
  side: Side
  rows: ReadonlyMap<string, SideRow>
}

/** Steps of `writeAll` that write rows of one side, each with its history. What was given stays its giver's. */
export function rewriting(
  database: Database,
  { by, at }: Done,
  { assessment: assessmentId, side, rows }: OwnRows,
  { rewrites, saveId }: { rewrites: readonly Rewrite[]; saveId: (itemId: string) => string },
): Step[] {
  return rewrites.flatMap(({ itemId, response, given }) => {
    const row = rows.get(itemId)
    const baseRevision = row?.revision ?? 0
    const key = { assessmentId, side, itemId, revision: baseRevision + 1 }
    const giver = given ? { personId: given.person, at: new Date(given.at) } : { personId: by, at }
    const before = row?.response ?? null
    return [
      guarded(writeResponse.step(database, { ...key, ...giver, ...toColumns(response), baseRevision })),
      addToHistory.step(database, {
        ...key,
        personId: by,
        at,
        saveId: saveId(itemId),
        before,
        after: response,
      }),
    ]
  })
}

export function addingMove({ tables: { versionMoves } }: Database, move: VersionMove): Step {
  return (orm) => orm.insert(versionMoves).values(move)
}

export function markingUndone(
  { tables: { versionMoves: moves } }: Database,
  { assessmentId, number }: VersionMove,
  { by, at }: Done,
): Step {
  return guarded((orm: Orm) =>
    orm
      .update(moves)
      .set({ undoneAt: at, undoneBy: by })
      .where(and(eq(moves.assessmentId, assessmentId), eq(moves.number, number), isNull(moves.undoneAt))),
  )
}

/** Both organizations see in their log that an assessment was moved; the subject is the version that it has now. */
export function loggingMove(
  database: Database,
  { id: assessmentId, agencyId, partnerId, alone }: Assessment,
  { by, at }: Done,
  what: { action: ActivityAction; subject: string },
): Step[] {
  return [agencyId, alone ? null : partnerId]
    .filter((organizationId) => organizationId !== null)
    .map((organizationId) =>
      logActivity(database, { ...what, organizationId, personId: by, assessmentId, at }),
    )
}
