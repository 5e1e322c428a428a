import { and, eq, sql } from 'drizzle-orm'
import { otherSide, type Side } from '../../assessments/access.ts'
import { askedResponses } from '../../assessments/asked.ts'
import { canonicalJson } from '../../assessments/canonical.ts'
import { countingResponses } from '../../assessments/carried.ts'
import type { BothSides } from '../../assessments/differences.ts'
import { agreedScorecardText } from '../../assessments/frozen-copy.ts'
import type { Questionnaire } from '../../assessments/questionnaire.ts'
import { refusalOf, type AttemptedStep, type StepRefusal } from '../../assessments/reconciliation-rules.ts'
import { reconcile, type Reconciliation, type Step } from '../../assessments/reconciliation.ts'
import { sha256 } from '../../assessments/sha256.server.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import type { Orm, Step as Write } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { isPartnershipActive } from './active-partnership.server.ts'
import { findAssessment, type Assessment } from './assessments.server.ts'
import { addingStep, findStep } from './adding-step.server.ts'
import { readSteps, toStepColumns, type StepRow } from './reconciliation-steps.server.ts'
import { readResponses } from './responses.server.ts'

/** Where both sides of an assessment are with agreeing, and what that follows from. */
export interface ReconciliationRead {
  sides: BothSides
  steps: Step[]
  state: Reconciliation
  /** Of the text of the agreed scorecard as it is now: what is signed. */
  scorecardSha256: string
  /** The names of those who took a step, by id. */
  names: ReadonlyMap<string, string>
}

/** Reads both sides' submitted responses and every step, and plays the steps over the responses. */
export async function readReconciliation(
  database: Database,
  assessmentId: string,
  questionnaire: Questionnaire,
): Promise<ReconciliationRead> {
  const own = async (side: Side) => {
    const stored = await readResponses(database, assessmentId, side)
    // What was copied and never confirmed, or asked by another version, was never said here.
    const all = Object.fromEntries([...stored].map(([id, { response }]) => [id, response]))
    return countingResponses(askedResponses(questionnaire, side, all))
  }
  const [agency, partner, steps, names] = await Promise.all([
    own('agency'),
    own('partner'),
    readSteps(database, assessmentId),
    namesOfTakers(database, assessmentId),
  ])
  const sides = { agency, partner }
  const state = reconcile(questionnaire, sides, steps)
  const scorecardSha256 = sha256(agreedScorecardText(questionnaire, state))
  return { sides, steps, state, scorecardSha256, names }
}

async function namesOfTakers(database: Database, assessmentId: string): Promise<Map<string, string>> {
  const { reconciliationSteps, people } = database.tables
  const rows = await database.orm
    .selectDistinct({ id: people.id, name: people.name })
    .from(reconciliationSteps)
    .innerJoin(people, eq(people.id, reconciliationSteps.personId))
    .where(eq(reconciliationSteps.assessmentId, assessmentId))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * How many steps were taken to reconcile an assessment. Undefined before both sides have submitted for the
 * first time; from then on they have seen each other's answers.
 */
export async function reconciliationRevision(
  { orm, tables: { reconciliations } }: Database,
  assessmentId: string,
): Promise<number | undefined> {
  const [row] = await orm
    .select({ revision: reconciliations.revision })
    .from(reconciliations)
    .where(eq(reconciliations.assessmentId, assessmentId))
  return row?.revision
}

export interface StepToTake {
  assessmentId: string
  questionnaire: Questionnaire
  step: AttemptedStep
  /** Made by the browser, so that a repeated step is acknowledged and not taken twice. */
  stepId: string
  personId: string
  at: Date
}

export type TakeRefusal =
  | StepRefusal
  /** Its stage is another: not both have submitted, or it is final. */
  | 'not-reconciling'
  /** Neither side can do anything more here; the agency may go on alone. */
  | 'partnership-ended'
  /** Its id belongs to another step. */
  | 'id-used'

export type TakeOutcome =
  | { status: 'taken'; revision: number; number: number | null }
  /** It was taken before, under this id. */
  | { status: 'repeated'; revision: number }
  | { status: 'refused'; reason: TakeRefusal }

/** What the second signature does besides: the copy that it freezes, and under which number. */
export type SecondSignature = (
  read: ReconciliationRead,
  signing: { assessment: Assessment; signature: Step },
) => Promise<{ writes: readonly Write[]; number: number }>

/** More often than people at one assessment can come first. */
const mostLooks = 20

/**
 * Takes a step if the rules let it, as things are now: where another's step came in between, it is decided
 * anew. The second signature takes `second` with it, in one transaction.
 */
export async function takeStep(
  database: Database,
  take: StepToTake,
  second: SecondSignature,
): Promise<TakeOutcome> {
  for (let looks = 0; looks < mostLooks; looks++) {
    const outcome = await tryStep(database, take, second)
    if (outcome) return outcome
  }
  throw new Error(`No step could be taken at ${take.assessmentId}: it kept moving meanwhile.`)
}

/** Answers undefined, having written nothing, where another's step came in between. */
async function tryStep(
  database: Database,
  take: StepToTake,
  second: SecondSignature,
): Promise<TakeOutcome | undefined> {
  const { assessmentId, questionnaire, step, stepId, personId, at } = take
  const before = await findStep(database, stepId)
  if (before && isSame(before, take)) {
    return { status: 'repeated', revision: before.revision }
  }
  if (before) return { status: 'refused', reason: 'id-used' }
  const assessment = await findAssessment(database, assessmentId)
  if (assessment?.stage !== 'reconciling') return { status: 'refused', reason: 'not-reconciling' }
  if (assessment.partnership !== 'active') return { status: 'refused', reason: 'partnership-ended' }
  const read = await readReconciliation(database, assessmentId, questionnaire)
  const reason = refusalOf(questionnaire, read.state, step, read.scorecardSha256)
  if (reason) return { status: 'refused', reason }
  const after = read.state.revision
  const revision = after + 1
  const further = await alsoWriting(read, assessment, { ...take, revision }, second)
  const written = await write(database, [
    guarded(lockWhileReconciling(database, assessment)),
    ...addingStep(database, { assessmentId, after, side: step.side, stepId, personId, at }, step),
    ...logging(database, assessment, take),
    ...(further?.writes ?? []),
  ])
  return written ? { status: 'taken', revision, number: further?.number ?? null } : undefined
}

async function write(database: Database, writes: readonly Write[]): Promise<boolean> {
  try {
    return (await writeAll(database, writes)).status === 'written'
  } catch (error) {
    // The same step, or the next one, was written by another at this moment.
    if (isUniqueViolation(error)) return false
    throw error
  }
}

async function alsoWriting(
  read: ReconciliationRead,
  assessment: Assessment,
  { step, revision, personId, at }: StepToTake & { revision: number },
  second: SecondSignature,
) {
  if (step.kind !== 'signed') return null
  const { kind, side, sha256: signed } = step
  if (!read.state.signatures[otherSide(side)]) return null
  const signature = { kind, side, sha256: signed, revision, person: personId, at: at.toISOString() }
  return second(read, { assessment, signature })
}

/**
 * Holds the assessment's row, so that its stage can't be moved meanwhile, and refuses if it is no longer being
 * reconciled, or if the partnership has ended.
 */
function lockWhileReconciling({ tables }: Database, assessment: Assessment) {
  const { assessments } = tables
  return (orm: Orm) =>
    orm
      .update(assessments)
      .set({ stage: sql`${assessments.stage}` })
      .where(
        and(
          eq(assessments.id, assessment.id),
          eq(assessments.stage, 'reconciling'),
          isPartnershipActive(orm, tables, assessment),
        ),
      )
}

/** Settling and signing go into the log of whoever does it. */
function logging(database: Database, { agencyId, partnerId }: Assessment, { step, ...take }: StepToTake) {
  const { personId, assessmentId, at } = take
  const organizationId = step.side === 'agency' ? agencyId : partnerId
  if (!organizationId || (step.kind !== 'accepted' && step.kind !== 'signed')) return []
  const what =
    step.kind === 'accepted'
      ? ({ action: 'assessment.settled', subject: step.item } as const)
      : ({ action: 'assessment.signed' } as const)
  return [logActivity(database, { organizationId, personId, assessmentId, ...what, at })]
}

/** Whether a step that was taken is this one, sent again. */
function isSame(row: StepRow, { assessmentId, personId, step }: StepToTake): boolean {
  const content = ({
    kind,
    itemId,
    proposal,
    text,
    refersTo,
    sha256: signed,
  }: ReturnType<typeof toStepColumns>) =>
    canonicalJson([kind, itemId, JSON.parse(JSON.stringify(proposal)), text, refersTo, signed])
  return (
    row.assessmentId === assessmentId &&
    row.personId === personId &&
    row.side === step.side &&
    content(row) === content(toStepColumns(step))
  )
}
