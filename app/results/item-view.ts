import type { BothSides } from '#assessments/differences.ts'
import { passingLevel, type Item } from '#assessments/item.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { isAsked } from '#assessments/progress.ts'
import type { Settled } from '#assessments/reconciliation.ts'
import type { AnswerValue, Response } from '#assessments/response.ts'
import { statusOf, type ResponseStatus } from '#assessments/responses.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { FinalRound } from './round.ts'

/** A response with every field there, as loaders send it. */
export interface Given {
  value: AnswerValue | null
  /** Why the item doesn't apply. */
  reason: string | null
  dontKnow: boolean
  note: string | null
  evidence: readonly string[]
}

/** The response that `given` was made of. */
export function responseOf({ value, reason, dontKnow, note, evidence }: Given): Response {
  return {
    ...(value !== null && { value }),
    ...(reason !== null && { notApplicable: reason }),
    ...(dontKnow && { dontKnow }),
    ...(note !== null && { note }),
    ...(evidence.length > 0 && { evidence }),
  }
}

function givenBy(response: Response | undefined): Given {
  return {
    value: response?.value ?? null,
    reason: response?.notApplicable ?? null,
    dontKnow: response?.dontKnow ?? false,
    note: response?.note ?? null,
    evidence: response?.evidence ?? [],
  }
}

/** What one side gave itself; null where it wasn't asked. */
type OwnAnswer = Given | null

/** Of a co-reviewed round: each side's own answer, and how the one that counts came about. */
export interface BothGiven {
  agency: OwnAnswer
  partner: OwnAnswer
  how: Settled
  /** Without what the results don't show of it. */
  item: Item
}

/** A scored item with what was answered, as the results show it. */
export interface LevelItemView {
  kind: 'level'
  id: string
  question: string
  status: ResponseStatus | 'hidden'
  /** "3 · Partly in place", or null where no level was chosen. */
  level: { value: number; label: string } | null
  /** The sentence of the level that was chosen. */
  anchor: string | null
  /** The level that passes, where the item is a must-have. */
  passes: number | null
  given: Given
  both: BothGiven | null
}

/** Any other item: what was answered is context, and isn't scored. */
export interface ContextItemView {
  kind: 'context'
  id: string
  question: string
  status: ResponseStatus | 'hidden'
  item: Item
  given: Given
  both: BothGiven | null
}

export type ItemView = LevelItemView | ContextItemView
type AnItemView = Omit<LevelItemView, 'both'> | Omit<ContextItemView, 'both'>

/** The items of a domain with their responses, in the order in which they are asked. */
export function itemViews(round: Omit<FinalRound, 'assessmentId' | 'date'>, domainId: string): ItemView[] {
  const { questionnaire, responses, sides, settled } = round
  const shown = shownItems(questionnaire, responses)
  const domain = questionnaire.domains.find(({ id }) => id === domainId)
  const both = sides ? bothGivenBy(questionnaire, sides, settled ?? {}) : () => null
  return (domain?.items ?? []).map((item) => ({
    ...itemView(item, questionnaire, responses[item.id], shown),
    both: both(item),
  }))
}

function itemView(
  item: Item,
  { levels }: Questionnaire,
  response: Response | undefined,
  shown: ReadonlySet<string>,
): AnItemView {
  const { id, question } = item
  const status: ItemView['status'] = shown.has(id) ? statusOf(response) : 'hidden'
  const common = { id, question, status, given: givenBy(response) }
  if (item.kind !== 'level') return { kind: 'context', ...common, item }
  const value = status === 'answered' ? response?.value : undefined
  const level = levels.find((candidate) => candidate.value === value)
  return {
    kind: 'level',
    ...common,
    level: level ? { value: level.value, label: level.label } : null,
    anchor: level ? (item.anchors[String(level.value)] ?? null) : null,
    passes: passingLevel(item),
  }
}

/** Tells of an item what each side gave; items that aren't scored stand as the agency answered them. */
function bothGivenBy(
  questionnaire: Questionnaire,
  sides: BothSides,
  settled: Readonly<Record<string, Settled>>,
): (item: Item) => BothGiven {
  const shown = {
    agency: shownItems(questionnaire, sides.agency),
    partner: shownItems(questionnaire, sides.partner),
  }
  const given = (side: 'agency' | 'partner', item: Item) =>
    isAsked(item, side) && shown[side].has(item.id) ? givenBy(sides[side][item.id]) : null
  return (item) => ({
    agency: given('agency', item),
    partner: given('partner', item),
    how: settled[item.id] ?? 'agency-only',
    item: withoutMore(item, [sides.agency[item.id]?.value, sides.partner[item.id]?.value]),
  })
}

/** An item with what tells these values in words, and without the rest. */
export function withoutMore(item: Item, values: readonly (AnswerValue | undefined)[]): Item {
  const bare = { ...item, guidance: '', evidence: [], sources: [], resources: [] }
  if (bare.kind !== 'level') return bare
  const chosen = Object.entries(bare.anchors).filter(([level]) =>
    values.some((value) => String(value) === level),
  )
  return { ...bare, anchors: Object.fromEntries(chosen) }
}
