import { readValue, type Measure } from '../answer-value.ts'
import type { ItemComparison } from '../condition.ts'
import type { Fault } from '../faults.ts'
import {
  readableLevels,
  measureOf,
  placedItems,
  type ItemSketch,
  type QuestionnaireSketch,
} from '../questionnaire-sketch.ts'

/**
 * Each comparison of a `shownWhen` names another item, fits its kind, and could hold. An item that a
 * partner is asked must not depend on one that only the agency answers: the partner would never see it.
 */
export function checkConditions(sketch: QuestionnaireSketch): Fault[] {
  const items = placedItems(sketch)
  const byId = new Map(items.map(({ item }) => [item.id, item]))
  const { values, complete } = readableLevels(sketch)
  const levels = complete ? values : null
  return items.flatMap(({ path, item }) =>
    placedComparisons(item).flatMap(({ at, comparison }) => {
      const target = byId.get(comparison.item)
      const reason = target
        ? (misfit(comparison, target, levels) ?? unseen(item, target))
        : `"${comparison.item}" is not an item`
      return reason === null ? [] : [{ path: `${path}.shownWhen.${at}`, reason }]
    }),
  )
}

function placedComparisons({ shownWhen }: ItemSketch) {
  return (['all', 'any'] as const).flatMap((join) =>
    (shownWhen?.[join] ?? []).flatMap((comparison, i) =>
      comparison ? [{ at: `${join}[${i}]`, comparison }] : [],
    ),
  )
}

function unseen(item: ItemSketch, target: ItemSketch): string | null {
  if (item.answeredBy === 'agency' || target.answeredBy !== 'agency') return null
  return `"${target.id ?? ''}" is answered by the agency only, so that a partner would never be asked this`
}

function misfit(comparison: ItemComparison, target: ItemSketch, levels: number[] | null): string | null {
  const measure = measureOf(target)
  if (measure === null || (measure.kind === 'level' && levels === null)) return null
  if ('includes' in comparison) return optionMisfit(comparison, measure)
  if ('equals' in comparison) return valueMisfit('equals', comparison.equals, measure, levels ?? [])
  if ('differs' in comparison) return valueMisfit('differs', comparison.differs, measure, levels ?? [])
  const name = 'atLeast' in comparison ? 'atLeast' : 'atMost'
  if (measure.kind !== 'level' && measure.kind !== 'number') {
    return `"${name}" fits a level or a number, and "${comparison.item}" is of the kind "${measure.kind}"`
  }
  const bound = 'atLeast' in comparison ? comparison.atLeast : comparison.atMost
  return valueMisfit(name, bound, measure, levels ?? [])
}

function optionMisfit(comparison: { item: string; includes: string }, measure: Measure): string | null {
  if (measure.kind !== 'choices') {
    return `"includes" fits an item of the kind "choices", and "${comparison.item}" is of the kind "${measure.kind}"`
  }
  return valueMisfit('includes', [comparison.includes], measure, [])
}

function valueMisfit(name: string, value: unknown, measure: Measure, levels: number[]): string | null {
  if (measure.kind === 'choices' && name !== 'includes')
    return `"${name}" doesn't fit "choices"; use "includes"`
  const reading = readValue(measure, levels, value)
  if (reading.status === 'invalid') return `"${name}" ${reading.reason}`
  return reading.value === null ? `"${name}" must not be empty` : null
}
