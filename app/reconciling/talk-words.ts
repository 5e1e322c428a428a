import type { Side } from '#assessments/access.ts'
import type { ComparedItem, Difference, Standing } from '#assessments/differences.ts'
import type { Level } from '#assessments/questionnaire.ts'
import type { ItemUnderTalk, ProposedResponse } from '#assessments/reconciliation.ts'
import type { Response } from '#assessments/response.ts'
import { levelLabel } from '../components/response-value.tsx'
import { counted } from '../format.ts'

/** What a side says of an item, in a few words: "4 · Mostly in place". */
export function standingWords(
  standing: Standing,
  response: Response | undefined,
  levels: readonly Level[],
): string {
  switch (standing.kind) {
    case 'level':
      return levelLabel(levels, standing.level)
    case 'not-applicable':
      return 'Not applicable'
    case 'unanswered':
      return response?.dontKnow ? 'Don’t know' : 'No answer'
    case 'hidden':
      return 'Not asked'
  }
}

/** How the sides differ, in a few words. */
export function differenceWords(difference: Difference): string {
  switch (difference.kind) {
    case 'agency-only':
      return 'Agency only'
    case 'same':
      return 'Same on both sides'
    case 'levels':
      return `${counted(Math.abs(difference.gap), 'level')} apart`
    case 'not-applicable':
      return `Not applicable for the ${difference.side}`
    case 'unanswered':
      return `No answer from the ${difference.side}`
    case 'hidden':
      return `Not asked of the ${difference.side}`
  }
}

/** What is proposed: "3 · Partly in place". */
export function proposalWords(proposal: ProposedResponse, levels: readonly Level[]): string {
  if ('value' in proposal) return levelLabel(levels, proposal.value)
  return 'notApplicable' in proposal ? 'not applicable' : 'to close it as not agreed'
}

/** What somebody did, to follow the name: "proposed 3 · Partly in place". */
export function stepWords(step: ItemUnderTalk['thread'][number], levels: readonly Level[]): string {
  switch (step.kind) {
    case 'proposed':
      return `proposed ${proposalWords(step.proposal, levels)}`
    case 'accepted':
      return 'accepted the proposal'
    case 'withdrawn':
      return 'withdrew the proposal'
    case 'commented':
      return 'commented'
  }
}

/** Where the talk about an item is, as one side sees it. */
export type TalkState =
  'open' | 'waits-for-you' | 'waits-for-them' | 'settled' | 'not-agreed' | 'same' | 'agency-only' | 'hidden'

/** Where the talk about an item is, for somebody on `side`. */
export function talkStateOf({ shown, agreed, proposal, difference }: ItemUnderTalk, side: Side): TalkState {
  if (difference.kind === 'agency-only') return 'agency-only'
  if (!shown) return 'hidden'
  if (proposal) return proposal.side === side ? 'waits-for-them' : 'waits-for-you'
  return agreed ? agreed.how : 'open'
}

/** The lower level, which counts where both agree that they can't agree. */
export function lowerLevelWords({ standings }: Pick<ComparedItem, 'standings'>, levels: readonly Level[]) {
  const { agency, partner } = standings
  const known = [agency, partner].flatMap((one) => (one.kind === 'level' ? [one.level] : []))
  return known.length > 0 ? levelLabel(levels, Math.min(...known)) : null
}
