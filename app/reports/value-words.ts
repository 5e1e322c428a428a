import { redactedText } from '#assessments/evidence.ts'
import type { Item } from '#assessments/item.ts'
import type { AnswerValue } from '#assessments/response.ts'
import { reasonNotShared } from '#assessments/shared-copy.ts'
import { formatDate } from '../format.ts'
import type { ItemView } from '../results/item-view.ts'

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })

/** What was answered to an item that isn't scored, as text. */
export function valueWords(item: Item, value: AnswerValue): string {
  switch (item.kind) {
    case 'yes-no':
      return value === true ? 'Yes' : 'No'
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? value.map(String) : [String(value)]
      return chosen.map((id) => item.options.find((option) => option.id === id)?.label ?? id).join('; ')
    }
    case 'number':
      return `${numbers.format(Number(value))} ${item.unit}`
    case 'date':
      return formatDate(String(value))
    default:
      return String(value)
  }
}

const statusWords: Record<Exclude<ItemView['status'], 'answered'>, string> = {
  'not-applicable': 'Not applicable',
  'dont-know': 'Don’t know',
  'not-reconfirmed': 'Not reconfirmed',
  unanswered: 'Not answered',
  hidden: 'Not asked',
}

/** An item's answer in few words: its level, or why there is none. */
export function standingWords(item: ItemView): string {
  if (item.status !== 'answered') return statusWords[item.status]
  if (item.kind === 'level') return item.level ? `${item.level.value} · ${item.level.label}` : 'Not answered'
  return item.given.value === null ? 'Not answered' : valueWords(item.item, item.given.value)
}

/** Why an item doesn't apply, where that is shared. */
export function reasonOf({ status, given }: ItemView): string | null {
  return status === 'not-applicable' && given.reason !== reasonNotShared ? given.reason : null
}

/** Whether a link can be followed, or was taken out. */
export const isLink = (text: string) => text !== redactedText
