import { redactedText } from '../assessments/evidence.ts'
import type { FrozenDocument } from '../assessments/frozen-copy.ts'
import { agreedNote, type Step } from '../assessments/reconciliation.ts'
import { redactedStepFields, type RedactedStepField } from './words.ts'

/** The text that a step holds in a field; undefined where it has none. */
export function textOfStep(step: Step, field: RedactedStepField): string | undefined {
  switch (field) {
    case 'comment':
      return step.kind === 'commented' ? step.text : undefined
    case 'proposal-note':
      return step.kind === 'proposed' ? (step.note ?? undefined) : undefined
    case 'proposal-reason':
      return step.kind === 'proposed' && 'notApplicable' in step.proposal
        ? step.proposal.notApplicable
        : undefined
    case 'acceptance-note':
      return step.kind === 'accepted' ? (step.note ?? undefined) : undefined
    case 'reopening-reason':
      return step.kind === 'reopened' ? step.reason : undefined
  }
}

/** The fields in which a step still holds typed text. */
export function redactableFields(step: Step): RedactedStepField[] {
  return redactedStepFields.filter((field) => ![undefined, redactedText].includes(textOfStep(step, field)))
}

/** A step without the text of one field; the same object where there is none. */
export function redactStep(step: Step, field: RedactedStepField): Step {
  if (!redactableFields(step).includes(field)) return step
  switch (step.kind) {
    case 'commented':
      return { ...step, text: redactedText }
    case 'proposed':
      return field === 'proposal-note'
        ? { ...step, note: redactedText }
        : { ...step, proposal: { notApplicable: redactedText } }
    case 'accepted':
      return { ...step, note: redactedText }
    case 'reopened':
      return { ...step, reason: redactedText }
    case 'withdrawn':
    case 'signed':
      return step
  }
}

/**
 * A frozen copy whose agreed response to an item says what follows from the steps now, where it says what
 * followed from them before; the same object where nothing changed for it.
 */
export function redactAgreed(
  document: FrozenDocument,
  item: string,
  steps: Record<'before' | 'now', readonly Step[]>,
): FrozenDocument {
  const { agreed } = document
  const response = agreed?.[item]
  if (!response) return document
  const [before, now] = [typedTexts(document, item, steps.before), typedTexts(document, item, steps.now)]
  const changed = (['note', 'notApplicable'] as const).flatMap((key) =>
    before[key] !== now[key] && response[key] === before[key] ? [[key, now[key]] as const] : [],
  )
  if (changed.length === 0) return document
  return { ...document, agreed: { ...agreed, [item]: { ...response, ...Object.fromEntries(changed) } } }
}

/** What the steps up to a copy's signatures make the agreed response to an item say. */
function typedTexts({ signatures }: FrozenDocument, item: string, steps: readonly Step[]) {
  const signed = Math.max(0, ...signatures.map(({ revision }) => revision ?? 0))
  for (const step of steps.toReversed()) {
    if (step.kind !== 'accepted' || step.item !== item || step.revision > signed) continue
    const proposed = steps.find(({ revision }) => revision === step.refersTo)
    if (proposed?.kind !== 'proposed') return {}
    const note = agreedNote(proposed.note, step.note)
    return { note, notApplicable: textOfStep(proposed, 'proposal-reason') }
  }
  return {}
}
