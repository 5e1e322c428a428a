import { asc, eq } from 'drizzle-orm'
import type { Step, StepContent } from '../../assessments/reconciliation.ts'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'

export type StepRow = Tables['reconciliationSteps']['$inferSelect']

/** Everything that both sides did to agree, in order; empty before the first step. */
export async function readSteps(database: Database, assessmentId: string): Promise<Step[]> {
  const { reconciliationSteps } = database.tables
  const rows = await database.orm
    .select()
    .from(reconciliationSteps)
    .where(eq(reconciliationSteps.assessmentId, assessmentId))
    .orderBy(asc(reconciliationSteps.revision))
  return rows.map(toStep)
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
      return { kind, item: item(), proposal: needed(row, 'proposal'), note }
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

function needed<Key extends keyof StepRow>(row: StepRow, key: Key): NonNullable<StepRow[Key]> {
  const value = row[key]
  if (value !== null) return value
  throw new Error(`Step ${row.revision} of the assessment ${row.assessmentId} lacks its ${key}.`)
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
