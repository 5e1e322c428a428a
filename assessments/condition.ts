import { z } from 'zod'
import { itemId, optionId } from './identifiers.ts'

const scalar = z.union([z.number(), z.boolean(), z.string().max(200)], {
  error: 'must be a number, true or false, or text of at most 200 characters',
})

/**
 * One comparison with another item's answer. It holds only if that item is shown and answered with a
 * value; see `shownItems` in shown-when.ts.
 */
export const comparisonSchema = z.union(
  [
    z.strictObject({ item: itemId, equals: scalar.describe('The answer is exactly this value.') }),
    z.strictObject({
      item: itemId,
      differs: scalar.describe('The item is answered, with another value than this.'),
    }),
    z.strictObject({ item: itemId, atLeast: z.number().describe('A level or number of at least this.') }),
    z.strictObject({ item: itemId, atMost: z.number().describe('A level or number of at most this.') }),
    z.strictObject({
      item: itemId,
      includes: optionId.describe('A choices item that has this option ticked.'),
    }),
  ],
  {
    error:
      'must compare an item in one way: "item" with one of "equals", "differs", "atLeast", "atMost" or "includes"',
  },
)
export type ItemComparison = z.infer<typeof comparisonSchema>

/** When an item is shown: all of, or any of, a list of comparisons with other items' answers. */
export const conditionSchema = z.union(
  [
    z.strictObject({ all: z.array(comparisonSchema).min(1).max(20) }),
    z.strictObject({ any: z.array(comparisonSchema).min(1).max(20) }),
  ],
  { error: 'must be one "all" or one "any" with a list of comparisons' },
)
export type Condition = z.infer<typeof conditionSchema>
