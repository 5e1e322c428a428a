import { z } from 'zod'
import { itemId, version } from './identifiers.ts'
import { authoredText } from './text.ts'

const why = authoredText(400).describe('One sentence that an agency can read.')

/** What a version did to one item, or to several at once, of the version that it revises. */
const itemChangeSchema = z.discriminatedUnion(
  'change',
  [
    z
      .strictObject({ change: z.literal('reworded'), item: itemId, why })
      .describe('Other words, still comparable.'),
    z
      .strictObject({ change: z.literal('changed'), item: itemId, why })
      .describe('Asks something else: not comparable.'),
    z
      .strictObject({ change: z.literal('renamed'), from: itemId, to: itemId, why })
      .describe('Another id, still comparable.'),
    z.strictObject({ change: z.literal('split'), from: itemId, to: z.array(itemId).min(2), why }),
    z.strictObject({ change: z.literal('merged'), from: z.array(itemId).min(2), to: itemId, why }),
    z.strictObject({ change: z.literal('added'), item: itemId, why }),
    z.strictObject({ change: z.literal('retired'), item: itemId, why }),
  ],
  {
    error: 'must have a "change": "reworded", "changed", "renamed", "split", "merged", "added" or "retired"',
  },
)
export type ItemChange = z.infer<typeof itemChangeSchema>

/** What a version declares about the one that it revises: each item of both is accounted for once. */
export const declaredChangesSchema = z.strictObject({
  version: version.describe('The version that this one revises.'),
  same: z.array(itemId).describe('The items that are exactly as before.'),
  changes: z.array(itemChangeSchema),
})
export type DeclaredChanges = z.infer<typeof declaredChangesSchema>
