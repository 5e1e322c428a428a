import { and, desc, eq, gt } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { Response } from '../../assessments/response.ts'
import type { Database } from '../database.server.ts'
import { toResponse } from '../response-row.ts'

/** A response as it is kept, with who gave it last. */
export interface StoredResponse {
  response: Response
  /** 1 for the first save, moved by each one after. */
  revision: number
  updatedAt: Date
  updatedBy: string
  updatedByName: string
}

/** One save of an item, from what to what. */
export interface PastSave {
  revision: number
  before: Response | null
  after: Response
  savedAt: Date
  savedBy: string
  savedByName: string
}

/** One side's responses by item id; cleared ones are there and empty. */
export async function readResponses(
  database: Database,
  assessmentId: string,
  side: Side,
): Promise<Map<string, StoredResponse>> {
  const { responses, people } = database.tables
  const rows = await database.orm
    .select({ row: responses, name: people.name })
    .from(responses)
    .innerJoin(people, eq(people.id, responses.updatedBy))
    .where(and(eq(responses.assessmentId, assessmentId), eq(responses.side, side)))
  return new Map(rows.map(({ row, name }) => [row.itemId, toStored(row, name)]))
}

/**
 * What a side's responses became after `sideRevision`, and the side's revision to ask with next time; 0 gives
 * all. Undefined if there is no such side.
 */
export async function changedSince(
  database: Database,
  assessmentId: string,
  side: Side,
  sideRevision: number,
): Promise<{ sideRevision: number; changed: Map<string, StoredResponse> } | undefined> {
  const { sides, responses, people } = database.tables
  const rows = await database.orm
    .select({ sideRevision: sides.revision, row: responses, name: people.name })
    .from(sides)
    .leftJoin(
      responses,
      and(
        eq(responses.assessmentId, sides.assessmentId),
        eq(responses.side, sides.side),
        gt(responses.sideRevision, sideRevision),
      ),
    )
    .leftJoin(people, eq(people.id, responses.updatedBy))
    .where(and(eq(sides.assessmentId, assessmentId), eq(sides.side, side)))
  const [first] = rows
  if (!first) return undefined
  const changed = new Map<string, StoredResponse>()
  for (const { row, name } of rows) if (row && name !== null) changed.set(row.itemId, toStored(row, name))
  return { sideRevision: first.sideRevision, changed }
}

/** Every save of an item, the latest first. */
export async function responseHistory(
  database: Database,
  assessmentId: string,
  side: Side,
  itemId: string,
): Promise<PastSave[]> {
  const { responseHistory: history, people } = database.tables
  return database.orm
    .select({
      revision: history.revision,
      before: history.before,
      after: history.after,
      savedAt: history.savedAt,
      savedBy: history.savedBy,
      savedByName: people.name,
    })
    .from(history)
    .innerJoin(people, eq(people.id, history.savedBy))
    .where(and(eq(history.assessmentId, assessmentId), eq(history.side, side), eq(history.itemId, itemId)))
    .orderBy(desc(history.revision))
}

type Row = Parameters<typeof toResponse>[0] & Pick<StoredResponse, 'revision' | 'updatedAt' | 'updatedBy'>

/** A stored response from its row and the name of who saved it. */
export function toStored(row: Row, updatedByName: string): StoredResponse {
  const { revision, updatedAt, updatedBy } = row
  return { response: toResponse(row), revision, updatedAt, updatedBy, updatedByName }
}
