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
 * Each comparison of a `shownWhen` names another item, fits its kind, and could hold. An item that a partner is
 * asked must not stay hidden from it for ever, which it does where what must hold is answered by the agency
 * alone. To look at the items that are compared is enough: one that depends on such an item itself has a fault
 * of its own. An item may depend on a `partner-optional` one: by answering that one the partner is asked this
 * one too. Where it leaves both out and the agency answers, that is a difference that the two sides settle,
 * unless this item is `partner-optional` too.
 */
export function checkConditions(sketch: QuestionnaireSketch): Fault[] {
  const items = placedItems(sketch)
  const byId = new Map(items.map(({ item }) => [item.id, item]))
  const { values, complete } = readableLevels(sketch)
  const levels = complete ? values : null
  return items.flatMap(({ path, item }) => {
    const never = neverAsked(item, byId)
    return placedComparisons(item).flatMap(({ at, comparison }) => {
      const target = byId.get(comparison.item)
      const reason = target
        ? (misfit(comparison, target, levels) ??
          (never.has(comparison.item) ? unseen(comparison.item) : null))
        : `"${comparison.item}" is not an item`
      return reason === null ? [] : [{ path: `${path}.shownWhen.${at}`, reason }]
    })
  })
}

function placedComparisons({ shownWhen }: ItemSketch) {
  return (['all', 'any'] as const).flatMap((join) =>
    (shownWhen?.[join] ?? []).flatMap((comparison, i) =>
      comparison ? [{ at: `${join}[${i}]`, comparison }] : [],
    ),
  )
}

/** The items because of which a partner would never be asked one that it is to answer. */
function neverAsked(
  { answeredBy, shownWhen }: ItemSketch,
  byId: ReadonlyMap<string | undefined, ItemSketch>,
): Set<string> {
  if (answeredBy === 'agency') return new Set()
  const agencyOnly = (comparisons: readonly (ItemComparison | undefined)[] = []) =>
    comparisons.flatMap((one) => (one && byId.get(one.item)?.answeredBy === 'agency' ? [one.item] : []))
  const { all, any } = shownWhen ?? {}
  const ofAny = agencyOnly(any)
  // Of "any", one that the partner can answer is enough.
  return new Set([...agencyOnly(all), ...(ofAny.length === any?.length ? ofAny : [])])
}

const unseen = (id: string) =>
  `"${id}" is answered by the agency only, so that a partner would never be asked this`

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
