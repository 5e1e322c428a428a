import type { Side } from './access.ts'
import { needsNote } from './differences.ts'
import type { Questionnaire } from './questionnaire.ts'
import { openItems, type ItemUnderTalk, type Reconciliation, type StepContent } from './reconciliation.ts'

/** A step that somebody tries to take, and what they had before their eyes. */
export type AttemptedStep = StepContent & {
  side: Side
  /** For a proposal: the revision at which the item last moved, as the page showed it. */
  seen: number
}

/** Why a step can't be taken. */
export type StepRefusal =
  /** No scored item of that id is there to be settled by both. */
  | 'unknown-item'
  /** What is agreed on other items hides it. */
  | 'hidden-item'
  /** The questionnaire has no such level, or the item can't be not applicable. */
  | 'value-not-offered'
  /** The other side moved first; what was typed is still the person's. */
  | 'moved-on'
  | 'nothing-proposed'
  | 'own-proposal'
  | 'not-own-proposal'
  | 'note-missing'
  | 'differences-open'
  | 'signed-already'
  /** What was signed isn't the scorecard as it is now. */
  | 'other-scorecard'

/**
 * Whether a side may take a step now; null if so. Pure: whether somebody is on that side, and whether the
 * assessment is being reconciled at all, is decided before.
 *
 * @param scorecardSha256 of the agreed scorecard's text, as it is now
 */
export function refusalOf(
  questionnaire: Questionnaire,
  state: Reconciliation,
  step: AttemptedStep,
  scorecardSha256: string,
): StepRefusal | null {
  if (step.kind === 'reopened') return null
  if (step.kind === 'signed') return refusalToSign(state, step.side, step.sha256 === scorecardSha256)
  const item = state.items.get(step.item)
  if (!item || item.difference.kind === 'agency-only') return 'unknown-item'
  switch (step.kind) {
    case 'commented':
      return null
    case 'proposed':
      return refusalToPropose(questionnaire, item, step)
    case 'withdrawn':
      return refusalToWithdraw(item, step.side, step.refersTo)
    case 'accepted':
      return refusalToAccept(item, step)
  }
}

function refusalToSign({ signatures, ...state }: Reconciliation, side: Side, same: boolean) {
  if (signatures[side]) return 'signed-already'
  if (openItems({ signatures, ...state }).length > 0) return 'differences-open'
  return same ? null : 'other-scorecard'
}

function refusalToPropose(
  { levels }: Questionnaire,
  { item, shown, movedAt }: ItemUnderTalk,
  { proposal, seen }: Extract<AttemptedStep, { kind: 'proposed' }>,
): StepRefusal | null {
  if (!shown) return 'hidden-item'
  if (movedAt > seen) return 'moved-on'
  if ('value' in proposal && !levels.some(({ value }) => value === proposal.value)) return 'value-not-offered'
  return 'notApplicable' in proposal && !item.notApplicable ? 'value-not-offered' : null
}

function refusalToWithdraw(item: ItemUnderTalk, side: Side, refersTo: number): StepRefusal | null {
  if (item.proposal?.revision !== refersTo) return refusalOfGone(item, refersTo)
  return item.proposal.side === side ? null : 'not-own-proposal'
}

/** What was meant isn't the proposal that waits: whether it ever was one, or something came after it. */
function refusalOfGone({ proposal, movedAt }: ItemUnderTalk, refersTo: number): StepRefusal {
  return proposal || movedAt > refersTo ? 'moved-on' : 'nothing-proposed'
}

function refusalToAccept(
  item: ItemUnderTalk,
  { side, refersTo, note }: Extract<AttemptedStep, { kind: 'accepted' }>,
): StepRefusal | null {
  const { proposal, difference, shown } = item
  if (proposal?.revision !== refersTo) return refusalOfGone(item, refersTo)
  if (proposal.side === side) return 'own-proposal'
  if (!shown) return 'hidden-item'
  return needsNote(difference) && !says(proposal.note) && !says(note) ? 'note-missing' : null
}

const says = (note: string | null) => note !== null && note.trim() !== ''
