import type { Side } from './access.ts'
import { countingResponses } from './carried.ts'
import { compareSides, lowerLevel, type BothSides, type ComparedItem } from './differences.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'
import type { Response, Responses } from './response.ts'
import { shownItems } from './shown-when.ts'

export type StepKind = 'proposed' | 'accepted' | 'withdrawn' | 'commented' | 'signed' | 'reopened'

/** What one side proposes that both settle on; `notAgreed` closes the item without agreement. */
export type ProposedResponse = { value: number } | { notApplicable: string } | { notAgreed: true }

/** What somebody does to reconcile, apart from when and by whom. */
export type StepContent =
  /** On another's open proposal it is a counter-proposal, and takes its place. */
  | { kind: 'proposed'; item: string; proposal: ProposedResponse; note: string | null }
  /** `refersTo` is the revision of the proposal. The note joins the proposal's own. */
  | { kind: 'accepted'; item: string; refersTo: number; note: string | null }
  | { kind: 'withdrawn'; item: string; refersTo: number }
  | { kind: 'commented'; item: string; text: string }
  /** `sha256` is that of the agreed scorecard's text. */
  | { kind: 'signed'; sha256: string }
  /** A final assessment is opened again: what was agreed stays, the signatures don't. */
  | { kind: 'reopened'; reason: string }

/** A step as it was taken. Steps are numbered from 1 without a gap. */
export type Step = StepContent & { revision: number; side: Side; person: string; at: string }

/** How an item can come to its agreed response. */
export const waysToSettle = ['agency-only', 'same', 'settled', 'not-agreed'] as const
export type Settled = (typeof waysToSettle)[number]

export interface Agreed {
  /** Empty where both left it unanswered. */
  response: Response
  how: Settled
  /** The revision of the step that settled it; 0 where both sides' own answers did. */
  since: number
}

/** A proposal that waits for the other side. */
export type OpenProposal = Extract<Step, { kind: 'proposed' }>

/** A scored item while the sides reconcile. */
export interface ItemUnderTalk extends ComparedItem {
  /** Whether it is shown under what is agreed so far. */
  shown: boolean
  agreed: Agreed | null
  proposal: OpenProposal | null
  /** What was said and proposed about it, in order. */
  thread: Exclude<Step, { kind: 'signed' | 'reopened' }>[]
  /** The revision of the latest step that moved its proposal or its agreed response; 0 before any. */
  movedAt: number
}

export interface Signature {
  side: Side
  person: string
  at: string
  sha256: string
  revision: number
}

/** Where two sides are with agreeing. */
export interface Reconciliation {
  revision: number
  /** By item id, in the questionnaire's order. */
  items: ReadonlyMap<string, ItemUnderTalk>
  /** Everything agreed so far, the agency's answers to other kinds of items among it. */
  agreed: Responses
  signatures: Readonly<Partial<Record<Side, Signature>>>
}

/** Plays the steps over both sides' submitted responses: the state is nothing else than what they make of it. */
export function reconcile(
  questionnaire: Questionnaire,
  submitted: BothSides,
  steps: readonly Step[],
): Reconciliation {
  const sides = {
    agency: countingResponses(submitted.agency),
    partner: countingResponses(submitted.partner),
  }
  const items = new Map(
    compareSides(questionnaire, sides).map((compared) => [compared.item.id, begin(compared, sides)]),
  )
  let signatures: Reconciliation['signatures'] = {}
  for (const step of steps) {
    if (step.kind === 'signed') {
      const { side, person, at, sha256, revision } = step
      signatures = { ...signatures, [side]: { side, person, at, sha256, revision } }
    } else if (step.kind === 'reopened') {
      signatures = {}
    } else {
      const before = items.get(step.item)
      if (before) items.set(step.item, after(before, step))
      if (step.kind === 'accepted') signatures = {}
    }
  }
  const agreed = agreedResponses(questionnaire, sides.agency, items)
  const shown = shownItems(questionnaire, agreed)
  for (const [id, item] of items) items.set(id, { ...item, shown: shown.has(id) })
  return { revision: steps.at(-1)?.revision ?? 0, items, agreed, signatures }
}

/** The items that both sides still have to settle: shown, and not agreed or under a new proposal. */
export function openItems({ items }: Reconciliation): ItemUnderTalk[] {
  return [...items.values()].filter(({ shown, agreed, proposal }) => shown && (!agreed || proposal))
}

function begin(compared: ComparedItem, sides: BothSides): ItemUnderTalk {
  const agreed = agreedFromTheStart(compared, sides)
  return { ...compared, shown: false, agreed, proposal: null, thread: [], movedAt: 0 }
}

function agreedFromTheStart({ item, standings, difference }: ComparedItem, sides: BothSides): Agreed | null {
  const own = sides.agency[item.id]
  if (difference.kind === 'agency-only') return { response: own ?? {}, how: 'agency-only', since: 0 }
  if (difference.kind !== 'same') return null
  const { agency } = standings
  if (agency.kind === 'level') return { response: { value: agency.level }, how: 'same', since: 0 }
  const reason = agency.kind === 'not-applicable' ? own?.notApplicable : undefined
  return { response: reason === undefined ? {} : { notApplicable: reason }, how: 'same', since: 0 }
}

function after(item: ItemUnderTalk, step: ItemUnderTalk['thread'][number]): ItemUnderTalk {
  const talked = { ...item, thread: [...item.thread, step] }
  switch (step.kind) {
    case 'commented':
      return talked
    case 'proposed':
      return { ...talked, proposal: step, movedAt: step.revision }
    case 'withdrawn':
      return { ...talked, proposal: null, movedAt: step.revision }
    case 'accepted':
      return {
        ...talked,
        proposal: null,
        movedAt: step.revision,
        agreed: item.proposal ? settledBy(item, item.proposal, step) : item.agreed,
      }
  }
}

function settledBy(
  { standings }: ComparedItem,
  { proposal, note }: OpenProposal,
  acceptance: Extract<Step, { kind: 'accepted' }>,
): Agreed {
  const said = agreedNote(note, acceptance.note)
  const why = said === undefined ? {} : { note: said }
  const since = acceptance.revision
  if (!('notAgreed' in proposal)) return { response: { ...proposal, ...why }, how: 'settled', since }
  const level = lowerLevel(standings)
  const response = level === undefined ? why : { value: level, ...why }
  return { response, how: 'not-agreed', since }
}

/** The note of an agreed response: the proposal's and the acceptance's, as far as there are any. */
export function agreedNote(proposed: string | null, accepted: string | null): string | undefined {
  const notes = [proposed, accepted].filter((one) => one !== null)
  return notes.length > 0 ? notes.join('\n\n') : undefined
}

/** For items of other kinds the agency's answer stands; for scored ones, what is agreed. */
function agreedResponses(
  questionnaire: Questionnaire,
  agency: Responses,
  items: ReadonlyMap<string, ItemUnderTalk>,
): Responses {
  const entries = itemsOf(questionnaire).flatMap(({ id, kind }): [string, Response][] => {
    const response = kind === 'level' ? items.get(id)?.agreed?.response : agency[id]
    return response && Object.keys(response).length > 0 ? [[id, response]] : []
  })
  return Object.fromEntries(entries)
}
