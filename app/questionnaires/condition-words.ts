import type { Condition, ItemComparison } from '#assessments/condition.ts'
import type { Item } from '#assessments/item.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { comparisonsOf } from '#assessments/shown-among.ts'

/** When an item is asked, in words, for whoever reads or fills in on paper. */
export function conditionWords(questionnaire: Questionnaire, condition: Condition): string {
  const parts = comparisonsOf(condition).map((comparison) => comparisonWords(questionnaire, comparison))
  return `Answer this only if ${parts.join('all' in condition ? ' and ' : ' or ')}.`
}

function comparisonWords(questionnaire: Questionnaire, comparison: ItemComparison): string {
  const item = findItem(questionnaire, comparison.item)
  return `“${item?.question ?? comparison.item}” is answered ${relationWords(item, questionnaire, comparison)}`
}

function relationWords(
  item: Item | undefined,
  questionnaire: Questionnaire,
  comparison: ItemComparison,
): string {
  const word = (value: number | boolean | string) => `“${valueWord(item, questionnaire, value)}”`
  if ('equals' in comparison) return `with ${word(comparison.equals)}`
  if ('differs' in comparison) return `with anything but ${word(comparison.differs)}`
  if ('includes' in comparison) return `with ${word(comparison.includes)} among others`
  if ('atLeast' in comparison) return `with ${word(comparison.atLeast)} or more`
  return `with ${word(comparison.atMost)} or less`
}

function valueWord(
  item: Item | undefined,
  { levels }: Questionnaire,
  value: number | boolean | string,
): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (item?.kind === 'level') return levels.find((level) => level.value === value)?.label ?? String(value)
  if (item?.kind === 'choice' || item?.kind === 'choices') {
    return item.options.find(({ id }) => id === value)?.label ?? String(value)
  }
  return String(value)
}
