import { and, asc, eq, lte } from 'drizzle-orm'
import type { Step, StepContent } from '../../assessments/reconciliation.ts'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'

export type StepRow = Tables['reconciliationSteps']['$inferSelect']

/**
 * Everything that both sides did to agree, in order, or only what they did up to a revision; empty before the
 * first step. Throws where a step lacks something.
 */
export async function readSteps(database: Database, assessmentId: string, upTo?: number): Promise<Step[]> {
  const { reconciliationSteps } = database.tables
  const rows = await database.orm
    .select()
    .from(reconciliationSteps)
    .where(
      and(
        eq(reconciliationSteps.assessmentId, assessmentId),
        upTo === undefined ? undefined : lte(reconciliationSteps.revision, upTo),
      ),
    )
    .orderBy(asc(reconciliationSteps.revision))
  return rows.map(toStep)
}

/** Steps of which none lacks anything, or what the first one lacks, as the rest of a sentence. */
export type SoundSteps = { status: 'sound'; steps: Step[] } | { status: 'damaged'; reason: string }

/** As readSteps, for those who look whether anything was lost. */
export async function readSoundSteps(
  database: Database,
  assessmentId: string,
  upTo: number,
): Promise<SoundSteps> {
  try {
    return { status: 'sound', steps: await readSteps(database, assessmentId, upTo) }
  } catch (error) {
    if (error instanceof LackingStep) return { status: 'damaged', reason: error.reason }
    // Of a proposal that is no JSON any more.
    if (error instanceof SyntaxError) return { status: 'damaged', reason: 'one of its steps can’t be read' }
    throw error
  }
}

/** A step without something that its kind needs. */
class LackingStep extends Error {
  readonly reason: string

  constructor({ assessmentId, revision }: StepRow, what: string) {
    const reason = `step ${revision} lacks ${what}`
    super(`Of the assessment ${assessmentId}, ${reason}.`)
    this.reason = reason
  }
}

/** A step from its row. Throws where a column that its kind needs is empty. */
function toStep(row: StepRow): Step {
  const { revision, side, personId, at } = row
  return { ...contentOf(row), revision, side, person: personId, at: at.toISOString() }
}

function contentOf(row: StepRow): StepContent {
  const { kind, text: note } = row
  const item = () => needed(row, 'itemId')
  switch (kind) {
    case 'proposed':
      return { kind, item: item(), proposal: proposalOf(row), note }
    case 'accepted':
      return { kind, item: item(), refersTo: needed(row, 'refersTo'), note }
    case 'withdrawn':
      return { kind, item: item(), refersTo: needed(row, 'refersTo') }
    case 'commented':
      return { kind, item: item(), text: needed(row, 'text') }
    case 'signed':
      return { kind, sha256: needed(row, 'sha256') }
    case 'reopened':
      return { kind, reason: needed(row, 'text') }
  }
}

const lacking = {
  itemId: 'its item',
  proposal: 'its proposal',
  refersTo: 'the proposal that it is about',
  text: 'its text',
  sha256: 'the hash of what was signed',
} as const

function needed<Key extends keyof typeof lacking>(row: StepRow, key: Key): NonNullable<StepRow[Key]> {
  const value = row[key]
  if (value === null) throw new LackingStep(row, lacking[key])
  return value
}

/** JSON of another kind would be no proposal either. */
function proposalOf(row: StepRow) {
  const proposal = needed(row, 'proposal')
  if (typeof proposal === 'object') return proposal
  throw new LackingStep(row, lacking.proposal)
}

/** The columns that hold what a step says; what its kind has not is null. */
export function toStepColumns(
  content: StepContent,
): Pick<StepRow, 'kind' | 'itemId' | 'proposal' | 'text' | 'refersTo' | 'sha256'> {
  const { kind } = content
  const columns = { kind, itemId: null, proposal: null, text: null, refersTo: null, sha256: null }
  switch (kind) {
    case 'proposed':
      return { ...columns, itemId: content.item, proposal: content.proposal, text: content.note }
    case 'accepted':
      return { ...columns, itemId: content.item, refersTo: content.refersTo, text: content.note }
    case 'withdrawn':
      return { ...columns, itemId: content.item, refersTo: content.refersTo }
    case 'commented':
      return { ...columns, itemId: content.item, text: content.text }
    case 'signed':
      return { ...columns, sha256: content.sha256 }
    case 'reopened':
      return { ...columns, text: content.reason }
  }
}
