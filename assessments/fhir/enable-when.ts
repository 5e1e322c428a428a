import type { Condition, ItemComparison } from '../condition.ts'
import type { Item } from '../item.ts'
import { findItem, type Questionnaire } from '../questionnaire.ts'
import { comparisonsOf } from '../shown-among.ts'
import { numberType } from './number-type.ts'
import type { EnableWhen } from './r4.ts'
import { optionSystem, type Naming } from './urls.ts'

type Operator = EnableWhen['operator']
type Scalar = string | number | boolean

export interface Enabling {
  enableWhen: EnableWhen[]
  enableBehavior: 'all' | 'any'
}

/**
 * When an item is shown, in FHIR's own words; null where they can't say it. A comparison of ours never holds
 * with an item that has no answer, and FHIR's `!=` does, so that `exists` goes with it. Codings have no order:
 * of levels each is named.
 */
export function enablingOf(
  condition: Condition,
  questionnaire: Questionnaire,
  naming: Naming = {},
): Enabling | null {
  const comparisons = comparisonsOf(condition)
  // Joined by "all" everything can be said, and of one comparison alone both joins say the same.
  const join = 'all' in condition || comparisons.length === 1 ? 'all' : 'any'
  const clauses = comparisons.map((one) => clausesOf(one, join, questionnaire, naming))
  if (!clauses.every((one) => one !== null)) return null
  return { enableWhen: distinct(clauses.flat()), enableBehavior: join }
}

function distinct(clauses: EnableWhen[]): EnableWhen[] {
  return [...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values()]
}

/** One comparison as clauses that are joined as the rest is. */
function clausesOf(
  comparison: ItemComparison,
  join: 'all' | 'any',
  questionnaire: Questionnaire,
  naming: Naming,
): EnableWhen[] | null {
  const item = findItem(questionnaire, comparison.item)
  if (!item) return null
  const clause = (operator: Operator, value: Scalar): EnableWhen => ({
    question: item.id,
    operator,
    ...answer(item, value, questionnaire.slug, naming),
  })
  if ('equals' in comparison) return [clause('=', comparison.equals)]
  if ('includes' in comparison) return [clause('=', comparison.includes)]
  const values = valuesOf(item, questionnaire)
  if (values) {
    const [held, failed] = divided(values, comparison)
    if (join === 'any') return held.map((value) => clause('=', value))
    return [exists(item.id), ...failed.map((value) => clause('!=', value))]
  }
  if ('atLeast' in comparison) return [clause('>=', comparison.atLeast)]
  if ('atMost' in comparison) return [clause('<=', comparison.atMost)]
  if (join === 'all') return [exists(item.id), clause('!=', comparison.differs)]
  if (item.kind === 'text') return null
  return [clause('<', comparison.differs), clause('>', comparison.differs)]
}

function exists(question: string): EnableWhen {
  return { question, operator: 'exists', answerBoolean: true }
}

/** Every value that an item can be answered with, where that's a list to choose one of. */
function valuesOf(item: Item, { levels }: Questionnaire): Scalar[] | null {
  if (item.kind === 'level') return levels.map(({ value }) => value)
  if (item.kind === 'choice') return item.options.map(({ id }) => id)
  return item.kind === 'yes-no' ? [true, false] : null
}

function divided(values: Scalar[], comparison: ItemComparison): [held: Scalar[], failed: Scalar[]] {
  const holds = (value: Scalar) => {
    if ('differs' in comparison) return value !== comparison.differs
    if ('atLeast' in comparison) return Number(value) >= comparison.atLeast
    return 'atMost' in comparison && Number(value) <= comparison.atMost
  }
  return [values.filter(holds), values.filter((value) => !holds(value))]
}

function answer(item: Item, value: Scalar, slug: string, naming: Naming): Partial<EnableWhen> {
  switch (item.kind) {
    case 'yes-no':
      return { answerBoolean: value === true }
    case 'number':
      return numberType(item) === 'integer'
        ? { answerInteger: Number(value) }
        : { answerDecimal: Number(value) }
    case 'text':
      return { answerString: String(value) }
    case 'date':
      return { answerDate: String(value) }
    case 'level':
    case 'choice':
    case 'choices':
      return { answerCoding: { system: optionSystem(slug, item.id, naming), code: String(value) } }
  }
}
