import { and, asc, eq, type Column } from 'drizzle-orm'
import { otherSide, type Side } from '../../assessments/access.ts'
import { askedResponses } from '../../assessments/asked.ts'
import { countingResponses } from '../../assessments/carried.ts'
import type { Responses } from '../../assessments/response.ts'
import type { Database } from '../database.server.ts'
import { toResponse } from '../response-row.ts'
import { copiesSignedByBoth } from './frozen-copies.server.ts'
import { questionnaireOf } from './questionnaire-versions.server.ts'
import { reconciliationRevision } from './reconciliation.server.ts'
import { listVersionMoves, type VersionMove } from './version-moves.server.ts'
import type { Tables } from '../statement.ts'

type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect']

/** Whatever the record holds of one side alone, as rows. */
interface OfSide {
  sides: Row<'sides'>[]
  contributors: Row<'contributors'>[]
  assignments: Row<'assignments'>[]
  responses: Row<'responses'>[]
  history: Row<'responseHistory'>[]
  redactions: Row<'redactions'>[]
}

/** What both sides see of an assessment. */
interface OfBoth {
  frozenCopies: Row<'frozenCopies'>[]
  scores: Row<'scores'>[]
  changes: Row<'changes'>[]
  reconciliationSteps: Row<'reconciliationSteps'>[]
  /** By item id what the other side submitted, once both have; null before. */
  otherResponses: Responses | null
}

/** When an assessment was moved to another version, and by whom; the sides' revisions would count what the other does. */
type ExportedMove = Omit<VersionMove, 'agencyRevision' | 'partnerRevision'> & {
  agencyRevision: undefined
  partnerRevision: undefined
}

/** An assessment as the organization that acts for `side` may keep it. Its revision would count what the other does. */
export interface ExportedAssessment extends Omit<Row<'assessments'>, 'revision'>, OfSide, OfBoth {
  revision: undefined
  side: Side
  versionMoves: ExportedMove[]
}

/**
 * Reads an assessment for one side's organization: all that is its own; of the other side what both see since both
 * submitted; where the assessment went on without the partner who asks, only the copies that it had signed.
 */
export async function exportAssessment(
  database: Database,
  row: Row<'assessments'>,
  side: Side,
): Promise<ExportedAssessment> {
  const moves = await listVersionMoves(database, row.id)
  const leftOut = side === 'partner' && row.aloneSince !== null
  return {
    ...row,
    // Not in the file then.
    revision: undefined,
    side,
    versionMoves: moves.map((move) => ({ ...move, agencyRevision: undefined, partnerRevision: undefined })),
    ...(await ofSide(database, row.id, side)),
    ...(leftOut ? await whatItSigned(database, row.id) : await ofBoth(database, row, side, moves.length > 0)),
  }
}

/** What stays to a partner without which an assessment went on, of what both saw. */
async function whatItSigned(database: Database, assessmentId: string): Promise<OfBoth> {
  return {
    frozenCopies: await copiesSignedByBoth(database, assessmentId),
    scores: [],
    changes: [],
    reconciliationSteps: [],
    otherResponses: null,
  }
}

interface SideColumns {
  assessmentId: Column
  side: Column
}

async function ofSide({ orm, tables }: Database, assessmentId: string, side: Side): Promise<OfSide> {
  const { sides, contributors, assignments, responses, responseHistory: history, redactions } = tables
  const isIts = (table: SideColumns) => and(eq(table.assessmentId, assessmentId), eq(table.side, side))
  return {
    sides: await orm.select().from(sides).where(isIts(sides)),
    contributors: await orm.select().from(contributors).where(isIts(contributors)),
    assignments: await orm.select().from(assignments).where(isIts(assignments)),
    responses: await orm.select().from(responses).where(isIts(responses)),
    history: await orm
      .select()
      .from(history)
      .where(isIts(history))
      .orderBy(asc(history.savedAt), asc(history.itemId), asc(history.revision)),
    redactions: await orm.select().from(redactions).where(isIts(redactions)),
  }
}

async function ofBoth(
  database: Database,
  row: Row<'assessments'>,
  side: Side,
  wasMoved: boolean,
): Promise<OfBoth> {
  const assessmentId = row.id
  const { orm, tables } = database
  const { frozenCopies, scores, changes, reconciliationSteps: steps } = tables
  const isIts = (column: Column) => eq(column, assessmentId)
  return {
    frozenCopies: await orm
      .select()
      .from(frozenCopies)
      .where(isIts(frozenCopies.assessmentId))
      .orderBy(asc(frozenCopies.number)),
    scores: await orm.select().from(scores).where(isIts(scores.assessmentId)).orderBy(asc(scores.number)),
    changes: await orm.select().from(changes).where(isIts(changes.assessmentId)).orderBy(asc(changes.number)),
    reconciliationSteps: await orm
      .select()
      .from(steps)
      .where(isIts(steps.assessmentId))
      .orderBy(asc(steps.revision)),
    otherResponses:
      (await reconciliationRevision(database, assessmentId)) !== undefined
        ? await submittedBy(database, row, otherSide(side), wasMoved)
        : null,
  }
}

/** What a side submitted: not who gave it and when, nor from which assessment it was copied. */
async function submittedBy(database: Database, version: Row<'assessments'>, side: Side, wasMoved: boolean) {
  const { orm, tables } = database
  const { responses } = tables
  const rows = await orm
    .select()
    .from(responses)
    .where(and(eq(responses.assessmentId, version.id), eq(responses.side, side)))
    .orderBy(asc(responses.itemId))
  const all = countingResponses(Object.fromEntries(rows.map((row) => [row.itemId, toResponse(row)])))
  // What was answered under a version before, and isn't asked any more, was not submitted.
  return wasMoved ? askedResponses(await questionnaireOf(database, version), side, all) : all
}
