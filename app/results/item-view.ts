import { passingLevel, type Item } from '#assessments/item.ts'
import { type Questionnaire } from '#assessments/questionnaire.ts'
import type { AnswerValue, Response, Responses } from '#assessments/response.ts'
import { statusOf, type ResponseStatus } from '#assessments/responses.ts'
import { shownItems } from '#assessments/shown-when.ts'

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
}

/** Any other item: what was answered is context, and isn't scored. */
export interface ContextItemView {
  kind: 'context'
  id: string
  question: string
  status: ResponseStatus | 'hidden'
  item: Item
  given: Given
}

export type ItemView = LevelItemView | ContextItemView

/** The items of a domain with their responses, in the order in which they are asked. */
export function itemViews(questionnaire: Questionnaire, responses: Responses, domainId: string): ItemView[] {
  const shown = shownItems(questionnaire, responses)
  const domain = questionnaire.domains.find(({ id }) => id === domainId)
  return (domain?.items ?? []).map((item) => itemView(item, questionnaire, responses[item.id], shown))
}

function itemView(
  item: Item,
  { levels }: Questionnaire,
  response: Response | undefined,
  shown: ReadonlySet<string>,
): ItemView {
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
