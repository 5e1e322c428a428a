import { itemStates, type ItemState, type Round } from './item-outcomes.ts'
import { itemsOf, levelItemsOf, type Questionnaire } from './questionnaire.ts'

/** What stands for the first level, the second, …; no questionnaire has more. */
const signs = '123456789abcdefghijklmnopqrstuvwxyz'
const unanswered = '-'
const doesNotApply = '.'

/**
 * What counts of each level item of a round, in the questionnaire's order: a character each, the level's place from
 * 1, `-` where it is unanswered, `.` where it doesn't apply. So that thousands of rounds are read at once.
 */
export function levelsText(round: Round): string {
  const places = new Map(round.questionnaire.levels.map(({ value }, place) => [value, place]))
  return [...itemStates(round).values()].map((state) => signOf(state, places)).join('')
}

function signOf({ applies, value }: ItemState, places: ReadonlyMap<number, number>): string {
  if (!applies) return doesNotApply
  if (value === undefined) return unanswered
  const sign = signs[places.get(value) ?? signs.length]
  if (sign === undefined) throw new Error(`level ${value} has no sign of its own`)
  return sign
}

/** The state of every level item that a text holds, by id; throws where the text is not one of this version. */
export function readLevelsText(questionnaire: Questionnaire, text: string): Map<string, ItemState> {
  const items = levelItemsOf(itemsOf(questionnaire))
  if (text.length !== items.length) {
    throw new Error(`${text.length} levels are kept of ${items.length} items of ${questionnaire.slug}`)
  }
  return new Map(items.map(({ id }, place) => [id, stateOf(questionnaire, text[place] ?? '')]))
}

function stateOf({ levels }: Questionnaire, sign: string): ItemState {
  if (sign === doesNotApply) return { applies: false, value: undefined }
  if (sign === unanswered) return { applies: true, value: undefined }
  const level = levels[signs.indexOf(sign)]
  if (!level) throw new Error(`“${sign}” stands for no level`)
  return { applies: true, value: level.value }
}
