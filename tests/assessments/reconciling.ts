import type { Side } from '#assessments/access.ts'
import type { BothSides } from '#assessments/differences.ts'
import { agreedScorecardText } from '#assessments/frozen-copy.ts'
import { refusalOf, type StepRefusal } from '#assessments/reconciliation-rules.ts'
import {
  reconcile,
  type ProposedResponse,
  type Reconciliation,
  type Step,
  type StepContent,
} from '#assessments/reconciliation.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { notApplicable, responses } from '#tests/support/questionnaires.ts'
import { sample } from '#tests/support/talked-of.ts'

export { sample }

export const sides: BothSides = {
  agency: responses({
    'training.same': { value: 3, note: 'The agency’s own note' },
    'training.near': 4,
    'training.wide': 5,
    'training.budget': { value: 2, note: 'What we could pay' },
    'training.optional': 4,
    'training.officers': 40,
    'data.plan': 4,
    'data.shared': 3,
  }),
  partner: responses({
    'training.same': { value: 3, note: 'The partner’s own note' },
    'training.near': 3,
    'training.wide': 2,
    'training.officers': 41,
    'data.plan': notApplicable,
    'data.shared': 5,
  }),
}

/** Two sides at a table: each step is tried on what there is, and taken if nothing speaks against it. */
export function table(between: BothSides = sides, by = sample) {
  const steps: Step[] = []
  const state = (): Reconciliation => reconcile(by, between, steps)
  const hash = () => sha256(agreedScorecardText(by, state()))
  const attempt = (side: Side, content: StepContent, seen?: number): StepRefusal | null => {
    const now = state()
    const movedAt = 'item' in content ? (now.items.get(content.item)?.movedAt ?? 0) : 0
    const refusal = refusalOf(by, now, { ...content, side, seen: seen ?? movedAt }, hash())
    if (refusal) return refusal
    const revision = steps.length + 1
    steps.push({
      ...content,
      side,
      revision,
      person: `${side}-person`,
      at: `2026-01-01T00:00:0${revision % 10}.000Z`,
    })
    return null
  }
  return {
    steps,
    state,
    hash,
    item: (id: string) => state().items.get(id),
    propose: (
      side: Side,
      item: string,
      proposal: ProposedResponse,
      note: string | null = null,
      seen?: number,
    ) => attempt(side, { kind: 'proposed', item, proposal, note }, seen),
    accept: (side: Side, item: string, note: string | null = null, refersTo?: number) =>
      attempt(side, {
        kind: 'accepted',
        item,
        note,
        refersTo: refersTo ?? state().items.get(item)?.proposal?.revision ?? 0,
      }),
    withdraw: (side: Side, item: string, refersTo?: number) =>
      attempt(side, {
        kind: 'withdrawn',
        item,
        refersTo: refersTo ?? state().items.get(item)?.proposal?.revision ?? 0,
      }),
    comment: (side: Side, item: string, text = 'Let us see.') =>
      attempt(side, { kind: 'commented', item, text }),
    sign: (side: Side, sha = hash()) => attempt(side, { kind: 'signed', sha256: sha }),
    reopen: (reason = 'A mistake') => attempt('agency', { kind: 'reopened', reason }),
  }
}

/** The same with every difference settled, so that both can sign. */
export function settledTable() {
  const at = table()
  at.propose('agency', 'training.near', { value: 4 })
  at.accept('partner', 'training.near')
  at.propose('partner', 'training.wide', { value: 3 }, 'Only half of us were trained')
  at.accept('agency', 'training.wide')
  at.propose('agency', 'data.plan', { value: 2 })
  at.accept('partner', 'data.plan')
  return at
}
