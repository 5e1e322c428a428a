import type { Condition, ItemComparison } from '../condition.ts'
import { findItem, type Questionnaire } from '../questionnaire.ts'
import { comparisonsOf } from '../shown-among.ts'
import { simpleExtension } from './extensions.ts'
import type { FhirNode } from './node.ts'
import type { Extension } from './r4.ts'
import { ours } from './words.ts'

const ways = ['equals', 'differs', 'atLeast', 'atMost', 'includes'] as const
const valueTypes = ['valueBoolean', 'valueDecimal', 'valueDate', 'valueCode', 'valueString'] as const

/** A condition in our own words, which lose nothing: how it is joined, and each comparison. */
export function conditionExtension(condition: Condition, questionnaire: Questionnaire): Extension {
  const join = 'all' in condition ? 'all' : 'any'
  const comparisons = comparisonsOf(condition).map((one) => comparisonExtension(one, questionnaire))
  return { url: ours.shownWhen, extension: [simpleExtension('join', 'valueCode', join), ...comparisons] }
}

function comparisonExtension(comparison: ItemComparison, questionnaire: Questionnaire): Extension {
  const way = ways.find((name) => name in comparison) ?? 'equals'
  const value: unknown = Object.entries(comparison).find(([key]) => key === way)?.[1]
  const kind = findItem(questionnaire, comparison.item)?.kind
  return {
    url: 'comparison',
    extension: [
      simpleExtension('item', 'valueCode', comparison.item),
      simpleExtension('way', 'valueCode', way),
      simpleExtension('value', typeOf(value, kind), value),
    ],
  }
}

function typeOf(value: unknown, kind: string | undefined): (typeof valueTypes)[number] {
  if (typeof value === 'boolean') return 'valueBoolean'
  if (typeof value === 'number') return 'valueDecimal'
  if (kind === 'text') return 'valueString'
  return kind === 'date' ? 'valueDate' : 'valueCode'
}

/** Reads back what `conditionExtension` wrote, as JSON that is still to be checked. */
export function readCondition(extension: FhirNode): Record<string, unknown> {
  const join = extension.extensionValue('join', 'valueCode')
  const comparisons = extension.extensions('comparison').map(readComparison)
  return { [join === 'any' ? 'any' : 'all']: comparisons, ...(join !== 'any' && join !== 'all' && { join }) }
}

function readComparison(extension: FhirNode): Record<string, unknown> {
  const way = extension.extensionValue('way', 'valueCode')
  const value = extension.extension('value')
  const type = valueTypes.find((name) => value?.raw(name) !== undefined)
  return {
    item: extension.extensionValue('item', 'valueCode'),
    [typeof way === 'string' ? way : 'way']: type && value?.raw(type),
  }
}
