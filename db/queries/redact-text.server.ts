import { and, eq } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import { frozenText, readFrozen } from '../../assessments/frozen-copy.ts'
import { sha256 } from '../../assessments/sha256.server.ts'
import type { Database } from '../database.server.ts'
import { redactDocument, redactRow, type TypedValues } from '../redaction.ts'
import { toColumns, toResponse } from '../response-row.ts'
import type { Orm, Step, Tables } from '../statement.ts'
import type { RedactedField, RedactedStepField } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'

export interface Redaction {
  assessmentId: string
  side: Side
  /** Whose side it is: its log says that text was taken out. */
  organizationId: string
  itemId: string
  field: RedactedField
  /** Where a `value` is typed text; if left out, everywhere but in what was answered before. */
  typed?: TypedValues
  reason: string
  by: string
  at: Date
}

/**
 * Replaces typed text by `[redacted]`, in the response, in its history and in the text of frozen copies,
 * whose SHA-256 is computed anew and recorded. Scorecards and their hashes hold no typed text and stay. The
 * response's revision moves, so that a page that still shows the old text can't save it again unnoticed.
 * Answers `nothing-there` if that text was nowhere.
 */
export async function redactText(
  database: Database,
  redaction: Redaction,
): Promise<'redacted' | 'nothing-there'> {
  for (let looks = 0; looks < 10; looks++) {
    const found = await lookUp(database, redaction)
    const steps = found ? stepsFor(database, redaction, found) : []
    if (!found || steps.length === 0) return 'nothing-there'
    const moved = await writeAll(database, [...movingRevisions(database, redaction, found), ...steps])
    if (moved.status === 'written') return 'redacted'
  }
  throw new Error(`The text could not be taken out of ${redaction.itemId}: it kept changing meanwhile.`)
}

interface Found {
  assessmentRevision: number
  /** Whether both sides are still answering, when neither may notice what the other does. */
  apart: boolean
  sideRevision: number
  /** Of all items of the side: what was said of one may be shown beside another. */
  responses: Tables['responses']['$inferSelect'][]
  history: Tables['responseHistory']['$inferSelect'][]
  copies: Pick<Tables['frozenCopies']['$inferSelect'], 'number' | 'document' | 'sha256'>[]
}

/** Reads the revisions first: whatever changes after that refuses the write. */
async function lookUp(database: Database, { assessmentId, side }: Redaction): Promise<Found | undefined> {
  const { assessments, sides, responses, responseHistory, frozenCopies } = database.tables
  const [revisions] = await database.orm
    .select({
      assessmentRevision: assessments.revision,
      sideRevision: sides.revision,
      stage: assessments.stage,
      aloneSince: assessments.aloneSince,
    })
    .from(assessments)
    .innerJoin(sides, and(eq(sides.assessmentId, assessments.id), eq(sides.side, side)))
    .where(eq(assessments.id, assessmentId))
  if (!revisions) return undefined
  const isIt = (table: typeof responses | typeof responseHistory) =>
    and(eq(table.assessmentId, assessmentId), eq(table.side, side))
  const rows = await database.orm.select().from(responses).where(isIt(responses))
  const history = await database.orm.select().from(responseHistory).where(isIt(responseHistory))
  const copies = await database.orm
    .select({ number: frozenCopies.number, document: frozenCopies.document, sha256: frozenCopies.sha256 })
    .from(frozenCopies)
    .where(eq(frozenCopies.assessmentId, assessmentId))
  const { stage, aloneSince, ...rest } = revisions
  return { ...rest, apart: stage === 'answering' && aloneSince === null, responses: rows, history, copies }
}

function movingRevisions({ tables }: Database, { assessmentId, side }: Redaction, found: Found): Step[] {
  const { assessments, sides } = tables
  const { assessmentRevision, sideRevision, apart } = found
  return [
    guarded((orm) =>
      orm
        .update(assessments)
        .set({ revision: assessmentRevision + (apart ? 0 : 1) })
        .where(and(eq(assessments.id, assessmentId), eq(assessments.revision, assessmentRevision))),
    ),
    guarded((orm) =>
      orm
        .update(sides)
        .set({ revision: sideRevision + 1 })
        .where(
          and(eq(sides.assessmentId, assessmentId), eq(sides.side, side), eq(sides.revision, sideRevision)),
        ),
    ),
  ]
}

/** What has to be written; nothing where the text was nowhere. */
function stepsFor(database: Database, redaction: Redaction, found: Found): Step[] {
  const copies = redactedCopies(redaction, found)
  const steps = [
    ...historySteps(database, redaction, found),
    ...responseSteps(database, redaction, found),
    ...copySteps(database, redaction, copies),
  ]
  return steps.length === 0 ? [] : [...steps, ...recordSteps(database, redaction, copies)]
}

function historySteps({ tables }: Database, redaction: Redaction, found: Found): Step[] {
  const { responseHistory: history } = tables
  return found.history.flatMap((row) => {
    const before = row.before && redactRow(row.itemId, row.before, redaction)
    const after = redactRow(row.itemId, row.after, redaction)
    if (before === row.before && after === row.after) return []
    const isRow = and(
      eq(history.assessmentId, row.assessmentId),
      eq(history.side, row.side),
      eq(history.itemId, row.itemId),
      eq(history.revision, row.revision),
    )
    return [(orm: Orm) => orm.update(history).set({ before, after }).where(isRow)]
  })
}

function responseSteps({ tables }: Database, redaction: Redaction, found: Found): Step[] {
  const { responses, responseHistory } = tables
  const { by, at } = redaction
  return found.responses.flatMap((row) => {
    const { assessmentId, side, itemId } = row
    const present = toResponse(row)
    const redacted = redactRow(itemId, present, redaction)
    if (redacted === present) return []
    const key = { assessmentId, side, itemId }
    const revision = row.revision + 1
    const past = { before: redacted, after: redacted, saveId: crypto.randomUUID(), savedAt: at, savedBy: by }
    const step: Step[] = [
      (orm) =>
        orm
          .update(responses)
          .set({ ...toColumns(redacted), revision, sideRevision: found.sideRevision + 1 })
          .where(
            and(
              eq(responses.assessmentId, assessmentId),
              eq(responses.side, side),
              eq(responses.itemId, itemId),
            ),
          ),
      (orm) => orm.insert(responseHistory).values({ ...key, revision, ...past }),
    ]
    return step
  })
}

/** A frozen copy with its text and SHA-256 after a redaction, and the SHA-256 before. */
export interface CopyChange {
  number: number
  document: string
  before: string
  after: string
}

function redactedCopies({ side, itemId, field, typed }: Redaction, found: Found): CopyChange[] {
  return found.copies.flatMap(({ number, document, sha256: before }) => {
    const frozen = readFrozen(document)
    const redacted = redactDocument(frozen, side, itemId, field, typed)
    if (redacted === frozen) return []
    const text = frozenText(redacted)
    return [{ number, document: text, before, after: sha256(text) }]
  })
}

/** Writes of `writeAll` that put the redacted text of frozen copies in their place. */
export function copySteps(
  { tables }: Database,
  { assessmentId }: Pick<Redaction, 'assessmentId'>,
  copies: CopyChange[],
): Step[] {
  const { frozenCopies } = tables
  return copies.map(
    ({ number, document, after }) =>
      (orm: Orm) =>
        orm
          .update(frozenCopies)
          .set({ document, sha256: after })
          .where(and(eq(frozenCopies.assessmentId, assessmentId), eq(frozenCopies.number, number))),
  )
}

/** Writes of `writeAll` that keep that something was redacted, and why, and log it. */
export function recordSteps(
  database: Database,
  redaction: Omit<Redaction, 'field'> & { field: RedactedField | RedactedStepField },
  changed: CopyChange[],
): Step[] {
  const { organizationId, assessmentId, side, itemId, field, reason, at, by } = redaction
  const id = crypto.randomUUID()
  const copies = changed.map(({ number, before, after }) => ({ number, before, after }))
  const row = { id, assessmentId, side, itemId, field, reason, copies, redactedAt: at, redactedBy: by }
  return [
    (orm) => orm.insert(database.tables.redactions).values(row),
    logActivity(database, {
      organizationId,
      personId: by,
      action: 'text.redacted',
      assessmentId: redaction.assessmentId,
      subject: id,
      at,
    }),
  ]
}

export type RedactionRow = Tables['redactions']['$inferSelect']

/** What was taken out of an assessment's typed text, the earliest first. */
export async function listRedactions(database: Database, assessmentId: string): Promise<RedactionRow[]> {
  const { redactions } = database.tables
  return database.orm
    .select()
    .from(redactions)
    .where(eq(redactions.assessmentId, assessmentId))
    .orderBy(redactions.redactedAt, redactions.id)
}
