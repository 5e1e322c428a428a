import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { conditionSchema } from './condition.ts'
import { itemId, optionId, slug } from './identifiers.ts'
import { authoredText } from './text.ts'

/** A weight: above 0, at most 1000, with at most three decimals so that sums stay exact. */
export const weightSchema = z
  .number()
  .positive('must be above 0')
  .max(1000, 'must be at most 1000')
  .refine((weight) => Number(weight.toFixed(3)) === weight, 'must have at most three decimals')

/** Who answers an item: both sides, the agency alone, or the partner too if it can know. */
export const answeredBySchema = z.enum(['both', 'agency', 'partner-optional'])

const common = {
  id: itemId.describe('Stable for ever: later versions keep it, or declare that they renamed it.'),
  question: authoredText(300).describe('The question as it is asked: about today, one thing only.'),
  answeredBy: answeredBySchema.default('both'),
  required: z
    .boolean()
    .default(false)
    .describe('A side cannot submit while this item is shown and unanswered.'),
  notApplicable: z
    .boolean()
    .default(false)
    .describe('Whether "not applicable" may be chosen, with a reason.'),
  shownWhen: conditionSchema.optional().describe('Shown only while this holds; always, if left out.'),
  countyWide: z
    .literal(true, 'must be true, or be left out')
    .optional()
    .describe(
      'true where it asks about the services of the county, whichever agency is assessed: a partner may copy its own answer from one agency’s assessment to another’s, and confirms it there.',
    ),
  guidance: authoredText(1200).optional().describe('Two or three sentences that help to choose. Markdown.'),
  evidence: z.array(authoredText(200)).max(8).default([]).describe('Examples of what would show the answer.'),
  sources: z.array(slug).max(8).default([]).describe('Ids of entries in the questionnaire’s "sources".'),
  resources: z.array(slug).max(8).default([]).describe('Ids of entries in the questionnaire’s "resources".'),
}

const options = z
  .array(z.strictObject({ id: optionId, label: authoredText(120) }))
  .min(2, 'must offer at least two options')
  .max(40)

/** That an item is a must-have: `true` where level 3 passes, or with the level that passes. */
export const mustHaveSchema = z.union(
  [z.literal(true), z.strictObject({ level: z.int().describe('The lowest level that passes.') })],
  { error: 'must be true or the level that passes, such as { "level": 4 }' },
)
export type MustHave = z.infer<typeof mustHaveSchema>

/** The scored kind: the questionnaire's levels, each with this item's own anchor. */
export const levelItemSchema = z.strictObject({
  ...common,
  kind: z.literal('level'),
  anchors: z
    .record(z.string().regex(/^\d+$/, 'must be the number of a level'), authoredText(400))
    .describe('For each level of the questionnaire, by its number, what that level looks like here.'),
  weight: weightSchema.default(1),
  mustHave: mustHaveSchema
    .optional()
    .describe(
      'true (level 3 passes) or the level that passes. It withholds or caps the band while it fails.',
    ),
})

export const yesNoItemSchema = z.strictObject({ ...common, kind: z.literal('yes-no') })
export const choiceItemSchema = z.strictObject({ ...common, kind: z.literal('choice'), options })
export const choicesItemSchema = z.strictObject({ ...common, kind: z.literal('choices'), options })
export const numberItemSchema = z.strictObject({
  ...common,
  kind: z.literal('number'),
  unit: authoredText(40),
  minimum: z.number(),
  maximum: z.number(),
  decimals: z.int().min(0).max(3).default(0),
})
export const textItemSchema = z.strictObject({
  ...common,
  kind: z.literal('text'),
  maximumLength: z.int().min(1).max(10_000).default(2000),
})
export const dateItemSchema = z.strictObject({
  ...common,
  kind: z.literal('date'),
  minimum: calendarDateSchema.optional(),
  maximum: calendarDateSchema.optional(),
})

/** One question of a questionnaire, of one of seven kinds. */
export const itemSchema = z.discriminatedUnion(
  'kind',
  [
    levelItemSchema,
    yesNoItemSchema,
    choiceItemSchema,
    choicesItemSchema,
    numberItemSchema,
    textItemSchema,
    dateItemSchema,
  ],
  { error: 'must have a "kind": "level", "yes-no", "choice", "choices", "number", "text" or "date"' },
)
export type Item = z.infer<typeof itemSchema>
export type LevelItem = z.infer<typeof levelItemSchema>

/** The lowest level that passes a must-have, or null for an item that isn't one. */
export function passingLevel({ mustHave }: { mustHave?: MustHave | undefined }): number | null {
  if (mustHave === undefined) return null
  return mustHave === true ? 3 : mustHave.level
}
