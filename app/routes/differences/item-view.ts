import type { Side } from '#assessments/access.ts'
import { needsNote } from '#assessments/differences.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Agreed, ItemUnderTalk } from '#assessments/reconciliation.ts'
import { levelLabel } from '#app/components/response-value.tsx'
import { formatMoment } from '#app/format.ts'
import { itemMarks } from '#app/questionnaires/item-marks.ts'
import {
  differenceWords,
  lowerLevelWords,
  proposalWords,
  standingWords,
  stepWords,
  talkStateOf,
} from '#app/reconciling/talk-words.ts'
import type { ReconciliationRead } from '#db/queries/reconciliation.server.ts'
import { redactableFields } from '#db/step-redaction.ts'

/** Who looks, and at what. */
export interface Reading {
  read: ReconciliationRead
  questionnaire: Questionnaire
  side: Side
  personId: string
  timeZone: string
  /** Whether this person may take typed text of their own side out. */
  mayRedact: boolean
}

/** One item with all that both sides said about it. */
export type ItemDetail = ReturnType<typeof itemView>

/** Makes the detail of one item, as somebody on one side sees it. */
export function itemView(talked: ItemUnderTalk, reading: Reading) {
  const { item, difference, agreed, proposal } = talked
  const { questionnaire, side, read } = reading
  const { levels } = questionnaire
  return {
    id: item.id,
    question: item.question,
    domain: questionnaire.domains.find(({ items }) => items.some(({ id }) => id === item.id))?.title ?? '',
    marks: itemMarks(item, levels).filter((mark) => mark.startsWith('Must')),
    kind: difference.kind,
    width: differenceWords(difference),
    needsNote: needsNote(difference),
    notApplicable: item.notApplicable,
    lower: lowerLevelWords(talked, levels),
    state: talkStateOf(talked, side),
    scale: scaleOf(talked, questionnaire),
    sides: {
      agency: sideView(talked, read, 'agency', questionnaire),
      partner: sideView(talked, read, 'partner', questionnaire),
    },
    agreed: agreed && agreedView(agreed, questionnaire),
    proposal: proposal && {
      revision: proposal.revision,
      own: proposal.side === side,
      words: proposalWords(proposal.proposal, levels),
      reason: 'notApplicable' in proposal.proposal ? proposal.proposal.notApplicable : null,
      notAgreed: 'notAgreed' in proposal.proposal,
      note: proposal.note,
      ...takerOf(proposal, reading),
    },
    thread: talked.thread.map((step) => stepView(step, reading)),
    movedAt: talked.movedAt,
  }
}

/** The questionnaire's levels, highest first, with what this item says of each and who chose it. */
function scaleOf({ item, standings, agreed, proposal }: ItemUnderTalk, { levels }: Questionnaire) {
  const proposed = proposal && 'value' in proposal.proposal ? proposal.proposal.value : null
  return levels.toReversed().map(({ value, label }) => ({
    value,
    label,
    anchor: item.anchors[String(value)] ?? '',
    chosenBy: (['agency', 'partner'] as const).filter((side) => {
      const standing = standings[side]
      return standing.kind === 'level' && standing.level === value
    }),
    agreed: agreed?.response.value === value,
    proposed: proposed === value,
  }))
}

function sideView(
  { item, standings }: ItemUnderTalk,
  { sides }: ReconciliationRead,
  side: Side,
  { levels }: Questionnaire,
) {
  const response = sides[side][item.id]
  return {
    words: standingWords(standings[side], response, levels),
    reason: standings[side].kind === 'not-applicable' ? (response?.notApplicable ?? null) : null,
    note: response?.note ?? null,
    evidence: response?.evidence ?? [],
  }
}

function agreedView({ response, how }: Agreed, { levels }: Questionnaire) {
  const { value, notApplicable, note = null } = response
  const unanswered = notApplicable === undefined ? 'Unanswered' : 'Not applicable'
  return {
    how,
    words: value === undefined ? unanswered : levelLabel(levels, value),
    reason: notApplicable ?? null,
    note,
  }
}

type Thread = ItemUnderTalk['thread'][number]

function takerOf({ person, side, at }: Pick<Thread, 'person' | 'side' | 'at'>, { read, timeZone }: Reading) {
  return { by: read.names.get(person) ?? 'Somebody', side, at: formatMoment(new Date(at), timeZone) }
}

function stepView(step: Thread, reading: Reading) {
  const { levels } = reading.questionnaire
  const reason =
    step.kind === 'proposed' && 'notApplicable' in step.proposal ? step.proposal.notApplicable : null
  return {
    revision: step.revision,
    kind: step.kind,
    words: stepWords(step, levels),
    reason,
    text: step.kind === 'commented' ? step.text : 'note' in step ? step.note : null,
    own: step.person === reading.personId,
    redactable: reading.mayRedact && step.side === reading.side && redactableFields(step).length > 0,
    ...takerOf(step, reading),
  }
}
