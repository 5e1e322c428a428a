import { and, eq } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import { frozenText, readFrozen } from '../../assessments/frozen-copy.ts'
import type { Step } from '../../assessments/reconciliation.ts'
import { sha256 } from '../../assessments/sha256.server.ts'
import type { Database } from '../database.server.ts'
import type { Orm, Step as Write, Tables } from '../statement.ts'
import { redactAgreed, redactStep } from '../step-redaction.ts'
import type { RedactedStepField } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { readSteps, toStepColumns } from './reconciliation-steps.server.ts'
import { copySteps, recordSteps, type CopyChange } from './redact-text.server.ts'

export interface StepRedaction {
  assessmentId: string
  /** Only a side's own steps are redacted for it. */
  side: Side
  /** Whose side it is: its log says that text was taken out. */
  organizationId: string
  /** Of the step. */
  revision: number
  field: RedactedStepField
  reason: string
  by: string
  at: Date
}

/**
 * Replaces what a side typed in a step of reconciling by `[redacted]`, in the step and wherever it went from
 * there: into agreed responses of frozen copies, whose SHA-256 is computed anew and recorded, and into the
 * reason for which a copy was reopened. Scorecards and their hashes, which were signed, stay. The assessment's
 * revision moves, so that nothing is made final meanwhile with the old text. Answers `nothing-there` if that
 * side has no such text there.
 */
export async function redactStepText(
  database: Database,
  redaction: StepRedaction,
): Promise<'redacted' | 'nothing-there'> {
  for (let looks = 0; looks < 10; looks++) {
    const writes = await writesFor(database, redaction)
    if (!writes) return 'nothing-there'
    if ((await writeAll(database, writes)).status === 'written') return 'redacted'
  }
  throw new Error(`The text of step ${redaction.revision} could not be taken out: it kept moving meanwhile.`)
}

/** Reads the assessment's revision first: whatever changes after that refuses the write. */
async function writesFor(database: Database, redaction: StepRedaction): Promise<Write[] | undefined> {
  const { assessmentId, side, revision, field } = redaction
  const { assessments, frozenCopies } = database.tables
  const [assessment] = await database.orm
    .select({ revision: assessments.revision })
    .from(assessments)
    .where(eq(assessments.id, assessmentId))
  const before = await readSteps(database, assessmentId)
  const step = before.find((one) => one.revision === revision && one.side === side)
  const redacted = step && redactStep(step, field)
  if (!assessment || !redacted || redacted === step) return undefined
  const copies = await database.orm
    .select()
    .from(frozenCopies)
    .where(eq(frozenCopies.assessmentId, assessmentId))
  const now = before.map((one) => (one === step ? redacted : one))
  const itemId = 'item' in step ? step.item : ''
  const changed = changedCopies(copies, itemId, { before, now })
  const { organizationId, reason, by, at } = redaction
  const record = { assessmentId, side, organizationId, itemId, field, reason, by, at }
  return [
    movingAssessment(database, assessmentId, assessment.revision),
    replacingStep(database, assessmentId, redacted),
    ...(step.kind === 'reopened' ? [replacingReopenReason(database, assessmentId, step, redacted)] : []),
    ...copySteps(database, redaction, changed),
    ...recordSteps(database, record, changed),
  ]
}

function movingAssessment({ tables: { assessments } }: Database, id: string, revision: number) {
  return guarded((orm: Orm) =>
    orm
      .update(assessments)
      .set({ revision: revision + 1 })
      .where(and(eq(assessments.id, id), eq(assessments.revision, revision))),
  )
}

function replacingStep({ tables }: Database, assessmentId: string, step: Step): Write {
  const { reconciliationSteps: steps } = tables
  const { text, proposal } = toStepColumns(step)
  return (orm) =>
    orm
      .update(steps)
      .set({ text, proposal })
      .where(and(eq(steps.assessmentId, assessmentId), eq(steps.revision, step.revision)))
}

/** The copy that was reopened keeps the reason too, from the same moment. */
function replacingReopenReason(
  { tables }: Database,
  assessmentId: string,
  step: Step,
  redacted: Step,
): Write {
  const { frozenCopies: copies } = tables
  const { text: reopenReason } = toStepColumns(redacted)
  return (orm) =>
    orm
      .update(copies)
      .set({ reopenReason })
      .where(and(eq(copies.assessmentId, assessmentId), eq(copies.reopenedAt, new Date(step.at))))
}

function changedCopies(
  copies: readonly Tables['frozenCopies']['$inferSelect'][],
  item: string,
  steps: Record<'before' | 'now', readonly Step[]>,
): CopyChange[] {
  return copies.flatMap(({ number, document, sha256: before }) => {
    const frozen = readFrozen(document)
    const redacted = redactAgreed(frozen, item, steps)
    if (redacted === frozen) return []
    const text = frozenText(redacted)
    return [{ number, document: text, before, after: sha256(text) }]
  })
}
