import { and, asc, eq } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import { canonicalJson } from '../../assessments/canonical.ts'
import type { GivenResponse } from '../../assessments/carrying.ts'
import type { KeptResponse } from '../../assessments/moving.ts'
import type { Response } from '../../assessments/response.ts'
import type { Database } from '../database.server.ts'
import { toResponse } from '../response-row.ts'
import type { Tables } from '../statement.ts'

export type VersionMove = Tables['versionMoves']['$inferSelect']

/** Each time that an assessment was moved to a newer version, the first time first. */
export async function listVersionMoves(
  { orm, tables: { versionMoves: moves } }: Database,
  assessmentId: string,
): Promise<VersionMove[]> {
  return orm.select().from(moves).where(eq(moves.assessmentId, assessmentId)).orderBy(asc(moves.number))
}

/** A response of one side with all that moving it takes. */
export interface SideRow extends KeptResponse {
  revision: number
  sideRevision: number
  saveId: string
}

interface OneSide {
  assessmentId: string
  side: Side
  /** The version of the assessment. */
  version: string
}

/** All rows of one side by item id, those among them that its version doesn't ask for too. */
export async function readSideRows(
  { orm, tables: { responses, responseHistory: history } }: Database,
  { assessmentId, side, version }: OneSide,
  moves: readonly VersionMove[],
): Promise<Map<string, SideRow>> {
  const rows = await orm
    .select({ row: responses, saveId: history.saveId, savedAt: history.savedAt })
    .from(responses)
    .innerJoin(
      history,
      and(
        eq(history.assessmentId, responses.assessmentId),
        eq(history.side, responses.side),
        eq(history.itemId, responses.itemId),
        eq(history.revision, responses.revision),
      ),
    )
    .where(and(eq(responses.assessmentId, assessmentId), eq(responses.side, side)))
  return new Map(
    rows.map(({ row, saveId, savedAt }) => [
      row.itemId,
      {
        response: toResponse(row),
        at: row.updatedAt.toISOString(),
        person: row.updatedBy,
        version: versionAt(moves, version, savedAt),
        ...{ revision: row.revision, sideRevision: row.sideRevision, saveId },
      },
    ]),
  )
}

/** Of which version an assessment was at a moment; of its present one where it was never moved. */
function versionAt(moves: readonly VersionMove[], present: string, at: Date): string {
  const steps = moves.flatMap(({ fromVersion, toVersion, movedAt, undoneAt }) => [
    { when: movedAt, version: toVersion },
    ...(undoneAt ? [{ when: undoneAt, version: fromVersion }] : []),
  ])
  const passed = steps.filter(({ when }) => when <= at)
  return passed.at(-1)?.version ?? moves[0]?.fromVersion ?? present
}

/** What a move is known by in the history of one side's responses; no browser can name a save like this. */
export function moveSaveId(move: Pick<VersionMove, 'assessmentId' | 'number'>, side: Side, itemId: string) {
  return `moved:${move.assessmentId}:${move.number}:${side}:${itemId}`
}

/** What a move did to one side, and what the side did since. */
export interface Past {
  /** What the move rewrote, by item id: what was there before; empty where nothing was. */
  before: Map<string, GivenResponse>
  /** Ids of what was answered since. Where text was taken out nothing was. */
  since: Set<string>
}

/** Reads a side's history for what a move rewrote, and for what was saved after it. */
export async function readPast(
  { orm, tables: { responseHistory: history } }: Database,
  move: VersionMove,
  { side, rows: present }: { side: Side; rows: ReadonlyMap<string, SideRow> },
): Promise<Past> {
  // A side that was asked after the move has answered in the new version alone.
  const left = side === 'agency' ? move.agencyRevision : (move.partnerRevision ?? 0)
  const rows = await orm
    .select()
    .from(history)
    .where(and(eq(history.assessmentId, move.assessmentId), eq(history.side, side)))
    .orderBy(asc(history.revision))
  const given = new Map(rows.map((row) => [`${row.itemId} ${row.revision}`, row]))
  const isMove = ({ itemId, saveId }: (typeof rows)[number]) => saveId === moveSaveId(move, side, itemId)
  const moved = new Map(rows.filter(isMove).map(({ itemId, revision }) => [itemId, revision]))
  const since = rows.filter(
    ({ itemId, revision, before, after, savedAt }) =>
      (present.get(itemId)?.sideRevision ?? 0) > left &&
      savedAt >= move.movedAt &&
      revision > (moved.get(itemId) ?? 0) &&
      canonicalJson(before ?? {}) !== canonicalJson(after),
  )
  const before = rows.filter(isMove).map((row): [string, GivenResponse] => {
    const { savedAt, savedBy } = given.get(`${row.itemId} ${row.revision - 1}`) ?? row
    const response: Response = row.before ?? {}
    return [row.itemId, { response, at: savedAt.toISOString(), person: savedBy }]
  })
  return { before: new Map(before), since: new Set(since.map(({ itemId }) => itemId)) }
}
