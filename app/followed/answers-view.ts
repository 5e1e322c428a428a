import { passingLevel, type Item } from '#assessments/item.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import type { SharedCopy } from '#assessments/shared-copy.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { ShownResponse } from '#app/components/response-value.tsx'
import { withoutMore } from '#app/results/item-view.ts'

/** Whose answer it is. */
export type Whose = 'Agency' | 'Partner' | 'Agreed'

/** An item with those of its answers that are shared. */
export interface FollowedItem {
  id: string
  question: string
  mustHave: boolean
  /** Closed without agreement, so that the lower level counts. */
  notAgreed: boolean
  /** Without what a page doesn't show of it. */
  item: Item
  answers: { whose: Whose[]; response: ShownResponse }[]
}

export interface FollowedAnswers {
  levels: Questionnaire['levels']
  /** Whether the partner's own answers are among them. */
  withPartner: boolean
  domains: { id: string; title: string; items: FollowedItem[] }[]
}

/** The answers that a shared copy holds, domain by domain; null where answers aren't shared. */
export function answersView(questionnaire: Questionnaire, copy: SharedCopy): FollowedAnswers | null {
  const { responses, settled = {}, sharing } = copy
  if (!responses) return null
  const { agency, partner, agreed } = responses
  const shown = shownItems(questionnaire, agreed ?? agency)
  const isShown = (item: Item) => shown.has(item.id) && (item.kind !== 'text' || sharing.notes)
  const given = { Agency: agency, ...(partner && { Partner: partner }), ...(agreed && { Agreed: agreed }) }
  return {
    levels: questionnaire.levels,
    withPartner: partner !== null,
    domains: questionnaire.domains.map(({ id, title, items }) => ({
      id,
      title,
      items: items.filter(isShown).map((item) => ({
        id: item.id,
        question: item.question,
        mustHave: item.kind === 'level' && passingLevel(item) !== null,
        notAgreed: settled[item.id] === 'not-agreed',
        item: withoutMore(
          item,
          Object.values(given).map((all: Responses) => all[item.id]?.value),
        ),
        answers: answersOf(item, given),
      })),
    })),
  }
}

/** Who gave which answer, those who gave the same together. Items that aren't scored stand as the agency answered them. */
function answersOf(item: Item, given: Partial<Record<Whose, Responses>>): FollowedItem['answers'] {
  const order: Whose[] = item.kind === 'level' ? ['Agreed', 'Agency', 'Partner'] : ['Agency', 'Partner']
  const answers = new Map<string, FollowedItem['answers'][number]>()
  for (const whose of order) {
    const all = given[whose]
    const response = all?.[item.id]
    if (!all || (whose === 'Partner' && !response)) continue
    const same = JSON.stringify(response ?? {})
    const known = answers.get(same) ?? { whose: [], response: response ?? {} }
    answers.set(same, { ...known, whose: [...known.whose, whose] })
  }
  return [...answers.values()]
}
