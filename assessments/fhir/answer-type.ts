import type { Item } from '../item.ts'
import { numberType } from './number-type.ts'
import type { Answer } from './r4.ts'

/** Which of `value[x]` an item's answers have. */
export function answerType(item: Item): keyof Answer {
  switch (item.kind) {
    case 'level':
    case 'choice':
    case 'choices':
      return 'valueCoding'
    case 'yes-no':
      return 'valueBoolean'
    case 'number':
      return numberType(item) === 'integer' ? 'valueInteger' : 'valueDecimal'
    case 'text':
      return 'valueString'
    case 'date':
      return 'valueDate'
  }
}

/** What an option says: a level's anchor, or the label. */
export function optionDisplay(item: Item, code: string): string | undefined {
  if (item.kind === 'level') return Object.hasOwn(item.anchors, code) ? item.anchors[code] : undefined
  return 'options' in item ? item.options.find(({ id }) => id === code)?.label : undefined
}
