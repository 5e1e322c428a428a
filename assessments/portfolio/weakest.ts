import { itemsOf, levelItemsOf, domainOfItem, type Questionnaire } from '../questionnaire.ts'

/** How far agencies are with one item. */
export interface WeakItem {
  id: string
  question: string
  domain: string
  /** How many answered it. */
  n: number
  /** The mean level. */
  mean: number
  /** How many are at one of the two lowest levels. */
  low: number
}

/** Every item that anybody answered, the one with the lowest mean level first; ties in the questionnaire's order. */
export function weakestItems(
  questionnaire: Questionnaire,
  counted: ReadonlyMap<string, ReadonlyMap<string, number>>,
): WeakItem[] {
  const { levels } = questionnaire
  return levelItemsOf(itemsOf(questionnaire))
    .flatMap(({ id, question }): WeakItem[] => {
      const counts = levels.map((_, place) => counted.get(id)?.get((place + 1).toString(36)) ?? 0)
      const n = counts.reduce((sum, count) => sum + count, 0)
      if (n === 0) return []
      const total = counts.reduce((sum, count, place) => sum + count * (levels[place]?.value ?? 0), 0)
      const low = (counts[0] ?? 0) + (counts[1] ?? 0)
      const domain = domainOfItem(questionnaire, id)?.title ?? ''
      return [{ id, question, domain, n, mean: total / n, low }]
    })
    .sort((one, other) => one.mean - other.mean)
}
