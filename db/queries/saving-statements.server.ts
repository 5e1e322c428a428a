import { and, eq, exists, isNull, or, sql } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { Response } from '../../assessments/response.ts'
import { prepared, type Given } from '../prepared.server.ts'
import type { toColumns } from '../response-row.ts'

export interface Key {
  assessmentId: string
  side: Side
  itemId: string
}

/** Moves the side's revision while it is open. On PostgreSQL this also makes other saves of the side wait. */
export const moveSide = prepared(
  (orm, { sides, assessments, partnerships }, given: Given<Key & { moves: number }>) => {
    const assessmentId = given('assessmentId', sides.assessmentId)
    const withPartner = and(isNull(assessments.aloneSince), eq(partnerships.status, 'active'))
    const answering = orm
      .select({ id: assessments.id })
      .from(assessments)
      .leftJoin(partnerships, eq(partnerships.id, assessments.partnershipId))
      .where(
        and(
          eq(assessments.id, assessmentId),
          eq(assessments.stage, 'answering'),
          or(eq(sides.side, 'agency'), withPartner),
        ),
      )
    return orm
      .update(sides)
      .set({ revision: sql`${sides.revision} + 1` })
      .where(
        and(
          eq(sides.assessmentId, assessmentId),
          eq(sides.side, given('side', sides.side)),
          eq(sides.moves, given('moves', sides.moves)),
          isNull(sides.submittedAt),
          exists(answering),
        ),
      )
      .returning({ revision: sides.revision })
  },
)

/** What a response and its history are written with besides what was answered. */
type Writing = Key & { revision: number; personId: string; at: Date }

/** Writes the response if it still has the revision that the save was made from. */
export const writeResponse = prepared(
  (
    orm,
    { sides, responses },
    given: Given<Writing & ReturnType<typeof toColumns> & { baseRevision: number }>,
  ) => {
    const assessmentId = given('assessmentId', responses.assessmentId)
    const side = given('side', responses.side)
    const moved = orm
      .select({ revision: sides.revision })
      .from(sides)
      .where(and(eq(sides.assessmentId, assessmentId), eq(sides.side, side)))
    const columns = {
      value: given('value', responses.value),
      notApplicable: given('notApplicable', responses.notApplicable),
      dontKnow: given('dontKnow', responses.dontKnow),
      note: given('note', responses.note),
      evidence: given('evidence', responses.evidence),
      carried: given('carried', responses.carried),
      revision: given('revision', responses.revision),
      sideRevision: sql`${moved}`,
      updatedAt: given('at', responses.updatedAt),
      updatedBy: given('personId', responses.updatedBy),
    }
    return orm
      .insert(responses)
      .values({ assessmentId, side, itemId: given('itemId', responses.itemId), ...columns })
      .onConflictDoUpdate({
        target: [responses.assessmentId, responses.side, responses.itemId],
        set: columns,
        setWhere: eq(responses.revision, given('baseRevision', responses.revision)),
      })
  },
)

export const addToHistory = prepared(
  (
    orm,
    { responseHistory: history },
    given: Given<Writing & { saveId: string; before: Response | null; after: Response }>,
  ) =>
    orm.insert(history).values({
      assessmentId: given('assessmentId', history.assessmentId),
      side: given('side', history.side),
      itemId: given('itemId', history.itemId),
      revision: given('revision', history.revision),
      saveId: given('saveId', history.saveId),
      before: given('before', history.before),
      after: given('after', history.after),
      savedAt: given('at', history.savedAt),
      savedBy: given('personId', history.savedBy),
    }),
)
