import { itemsOf, levelItemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import { passingLevel, type LevelItem } from '#assessments/item.ts'
import type { Responses } from '#assessments/response.ts'
import { answeredValue, shownItems } from '#assessments/shown-when.ts'

/** An item with the level that was chosen. */
export interface RankedItem {
  id: string
  question: string
  domain: string
  level: number
}

interface Ranked extends RankedItem {
  item: LevelItem
}

/**
 * The strongest and the weakest items, at most `count` each: those above and below the middle of the levels
 * that were chosen, so that none is in both, and none is in either where all are at one level. Among equals
 * the must-haves come first, then the heavier, then the questionnaire's order.
 */
export function rankItems(
  questionnaire: Questionnaire,
  responses: Responses,
  count = 5,
): { strongest: RankedItem[]; weakest: RankedItem[] } {
  const answered = answeredItems(questionnaire, responses)
  const levels = answered.map(({ level }) => level)
  const middle = (Math.min(...levels) + Math.max(...levels)) / 2
  const strongest = answered
    .filter(({ level }) => level > middle)
    .sort((a, b) => b.level - a.level || byImportance(a.item, b.item))
  const weakest = answered
    .filter(({ level }) => level < middle)
    .sort((a, b) => a.level - b.level || byImportance(a.item, b.item))
  return { strongest: strongest.slice(0, count).map(named), weakest: weakest.slice(0, count).map(named) }
}

function answeredItems(questionnaire: Questionnaire, responses: Responses): Ranked[] {
  const shown = shownItems(questionnaire, responses)
  const titles = new Map(
    questionnaire.domains.flatMap(({ title, items }) => items.map(({ id }) => [id, title] as const)),
  )
  return levelItemsOf(itemsOf(questionnaire)).flatMap((item) => {
    const level = shown.has(item.id) ? answeredValue(responses[item.id]) : undefined
    const { id, question } = item
    return typeof level === 'number' ? [{ id, question, domain: titles.get(id) ?? '', level, item }] : []
  })
}

function byImportance(a: LevelItem, b: LevelItem): number {
  const mustHaveFirst = Number(passingLevel(b) !== null) - Number(passingLevel(a) !== null)
  return mustHaveFirst || b.weight - a.weight
}

const named = ({ id, question, domain, level }: Ranked): RankedItem => ({ id, question, domain, level })
