/** The names of the fields of every form that takes a step of reconciling; `intent` says which kind of step. */
export const stepFields = {
  intent: 'intent',
  item: 'item',
  /** Of a proposal: a level, or one of `choices`. */
  choice: 'choice',
  reason: 'reason',
  note: 'note',
  text: 'text',
  refersTo: 'refersTo',
  seen: 'seen',
  sha256: 'sha256',
  stepId: 'stepId',
  confirmedPrivate: 'confirmedPrivate',
} as const

/** What can be proposed besides a level. */
export const choices = { notApplicable: 'not-applicable', notAgreed: 'not-agreed' } as const

/**
 * What a form holds, in the shape in which a step is sent as JSON; what is missing or wrong in it is found when
 * that is read.
 */
export function stepInForm(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const number = (name: string) => (text(name) === '' ? undefined : Number(text(name)))
  const kind = text(stepFields.intent)
  const note = text(stepFields.note).trim() === '' ? null : text(stepFields.note)
  const item = text(stepFields.item)
  const step: Record<string, Record<string, unknown>> = {
    proposed: { item, proposal: proposalIn(text), note, seen: number(stepFields.seen) },
    accepted: { item, refersTo: number(stepFields.refersTo), note },
    withdrawn: { item, refersTo: number(stepFields.refersTo) },
    commented: { item, text: text(stepFields.text) },
    signed: { sha256: text(stepFields.sha256) },
  }
  return {
    step: { kind, ...(Object.hasOwn(step, kind) ? step[kind] : {}) },
    stepId: text(stepFields.stepId),
    confirmedPrivate: text(stepFields.confirmedPrivate) === 'yes',
  }
}

function proposalIn(text: (name: string) => string): Record<string, unknown> | undefined {
  const choice = text(stepFields.choice)
  if (choice === '') return undefined
  if (choice === choices.notApplicable) return { notApplicable: text(stepFields.reason) }
  if (choice === choices.notAgreed) return { notAgreed: true }
  return { value: Number(choice) }
}
