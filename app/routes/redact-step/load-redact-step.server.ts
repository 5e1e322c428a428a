import { can, type Actor, type Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { findItem } from '#assessments/questionnaire.ts'
import type { Step } from '#assessments/reconciliation.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { formatMoment } from '#app/format.ts'
import { stepWords } from '#app/reconciling/talk-words.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { readSteps } from '#db/queries/reconciliation-steps.server.ts'
import { redactableFields, textOfStep } from '#db/step-redaction.ts'

interface Found {
  assessment: Assessment
  version: CatalogVersion
  actor: NonNullable<Actor>
  side: Side
}

/** A step of reconciling that the person's own side took, and which texts it holds. */
export async function loadRedactStep(
  { database }: RequestContext,
  { assessment, version, actor, side }: Found,
  revision: string,
) {
  const { id, timeZone } = assessment
  const steps = await readSteps(database, id)
  const step = steps.find((one) => String(one.revision) === revision && one.side === side)
  if (!step) throw notFound()
  const fields = redactableFields(step)
  return {
    above: wayUp(assessment, side),
    revision: step.revision,
    question: 'item' in step ? (findItem(version.questionnaire, step.item)?.question ?? null) : null,
    done: `Your side ${doneIn(step, version)} on ${formatMoment(new Date(step.at), timeZone)}.`,
    fields,
    texts: fields.map((field) => textOfStep(step, field) ?? ''),
    back: can(actor, 'differences.read', assessment)
      ? `/assessments/${id}/differences${'item' in step ? `?item=${step.item}#${step.item}` : ''}`
      : `/assessments/${id}`,
  }
}

function doneIn(step: Step, { questionnaire }: CatalogVersion): string {
  if (step.kind === 'signed') return 'signed'
  return step.kind === 'reopened' ? 'reopened this assessment' : stepWords(step, questionnaire.levels)
}
