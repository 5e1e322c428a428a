import { and, eq } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { StepContent } from '../../assessments/reconciliation.ts'
import type { Database } from '../database.server.ts'
import type { Orm } from '../statement.ts'
import { guarded } from '../write-all.server.ts'
import { toStepColumns, type StepRow } from './reconciliation-steps.server.ts'

/** Who takes a step, when, and after which revision. */
export interface StepOrigin {
  assessmentId: string
  /** The reconciliation's revision that the step was decided on. */
  after: number
  side: Side
  stepId: string
  personId: string
  at: Date
}

/** Writes of `writeAll`: the reconciliation moves on by one step, if it is where it was read. */
export function addingStep({ tables }: Database, { after, ...origin }: StepOrigin, content: StepContent) {
  const { reconciliations, reconciliationSteps } = tables
  const revision = after + 1
  const row = { ...origin, revision, ...toStepColumns(content) }
  const moving = guarded((orm: Orm) =>
    orm
      .update(reconciliations)
      .set({ revision })
      .where(and(eq(reconciliations.assessmentId, origin.assessmentId), eq(reconciliations.revision, after))),
  )
  return [moving, (orm: Orm) => orm.insert(reconciliationSteps).values(row)]
}

/** The step that was taken under an id, on whatever assessment. */
export async function findStep(database: Database, stepId: string): Promise<StepRow | undefined> {
  const { reconciliationSteps } = database.tables
  const [row] = await database.orm
    .select()
    .from(reconciliationSteps)
    .where(eq(reconciliationSteps.stepId, stepId))
  return row
}
