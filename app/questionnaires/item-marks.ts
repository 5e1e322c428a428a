import { passingLevel, type Item } from '#assessments/item.ts'
import type { Level } from '#assessments/questionnaire.ts'

/** What is special about an item, each in a few words. */
export function itemMarks(item: Item, levels: readonly Level[]): string[] {
  const marks: string[] = []
  if (item.required) marks.push('Required')
  const passing = item.kind === 'level' ? passingLevel(item) : null
  if (passing !== null) {
    const label = levels.find(({ value }) => value === passing)?.label
    marks.push(`Must-have: level ${passing}${label ? ` (${label})` : ''} or higher`)
  }
  if (item.kind !== 'level') marks.push('Not scored')
  if (item.answeredBy === 'agency') marks.push('Answered by the agency alone')
  if (item.answeredBy === 'partner-optional') marks.push('A partner may leave it out')
  if (item.notApplicable) marks.push('May be not applicable')
  return marks
}
