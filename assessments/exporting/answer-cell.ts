import type { Item } from '../item.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { AnswerValue } from '../response.ts'
import type { Cell } from './cell.ts'

/**
 * Between the ids of several options in one cell. An id is lower-case words joined by hyphens, so that a list
 * of them is told apart again wherever this stands.
 */
const optionSeparator = ';'

/** The cell of an answer, of the type that the item's kind has. */
export function answerCell({ kind }: Pick<Item, 'kind'>, value: AnswerValue | undefined): Cell {
  if (value === undefined) return null
  if (typeof value === 'object') return value.join(optionSeparator)
  return kind === 'date' && typeof value === 'string' ? { date: value } : value
}

/** What of an exported answer is read back; null is an empty cell. What fits no kind is left for `parseResponse`. */
export function answerOfCell({ kind }: Pick<Item, 'kind'>, cell: Cell): unknown {
  if (cell === null || cell === '') return undefined
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.moment
  switch (kind) {
    case 'level':
    case 'number':
      return numberOf(cell)
    case 'yes-no':
      return booleanOf(cell)
    case 'choices':
      return String(cell)
        .split(optionSeparator)
        .map((id) => id.trim())
    default:
      return String(cell)
  }
}

function numberOf(cell: string | number | boolean): unknown {
  const text = String(cell).trim()
  return /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : cell
}

/** `true` and `false` however they are written: spreadsheets like capitals. Otherwise the cell as it is. */
export function booleanOf(cell: Cell): unknown {
  const word = typeof cell === 'string' ? cell.trim().toLowerCase() : cell
  return word === 'true' ? true : word === 'false' ? false : cell
}

/** An answer in words, for people. */
export function answerLabel(
  item: Item,
  value: AnswerValue | undefined,
  { levels }: Pick<Questionnaire, 'levels'>,
): string | null {
  if (value === undefined) return null
  switch (item.kind) {
    case 'level':
      return levels.find((level) => level.value === value)?.label ?? null
    case 'yes-no':
      return value === true ? 'Yes' : 'No'
    case 'choice':
    case 'choices': {
      const chosen = typeof value === 'object' ? value : [value]
      return chosen
        .map((id) => item.options.find((option) => option.id === id)?.label ?? String(id))
        .join('; ')
    }
    case 'number':
      return `${String(value)} ${item.unit}`
    default:
      return null
  }
}
