import { z } from 'zod'
import type { Measure } from './answer-value.ts'
import { comparisonSchema } from './condition.ts'
import { calendarDateSchema } from './calendar-date.ts'
import { answeredBySchema, mustHaveSchema } from './item.ts'

/** What can be read of one part, and undefined where it can't. */
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** A list whose unreadable entries are undefined, so that the others keep their places. */
const listOf = <T extends z.ZodType>(schema: T) => z.array(maybe(schema)).catch([])

const comparisons = maybe(listOf(comparisonSchema))

const itemSketch = z.looseObject({
  id: maybe(z.string()),
  kind: maybe(z.string()),
  answeredBy: answeredBySchema.catch('both'),
  countyWide: maybe(z.boolean()),
  anchors: maybe(z.record(z.string(), z.unknown())),
  mustHave: maybe(mustHaveSchema),
  sources: listOf(z.string()),
  resources: listOf(z.string()),
  shownWhen: maybe(z.object({ all: comparisons, any: comparisons })),
})
export type ItemSketch = z.infer<typeof itemSketch>

const domainSketch = z.object({ id: maybe(z.string()), items: listOf(itemSketch) })

const sketchSchema = z
  .object({
    version: maybe(z.string()),
    minutes: maybe(z.object({ least: z.number(), most: z.number() })),
    levels: listOf(z.object({ value: maybe(z.int()) })),
    scoring: z
      .object({ bands: listOf(z.object({ id: maybe(z.string()), from: maybe(z.number()) })) })
      .catch({ bands: [] }),
    domains: listOf(domainSketch),
    sources: maybe(z.record(z.string(), z.unknown())),
    resources: maybe(z.record(z.string(), z.unknown())),
    revises: maybe(z.object({ version: z.string() })),
  })
  .catch({ levels: [], scoring: { bands: [] }, domains: [] })

/** As much of a questionnaire as can be read, however wrong the rest of its file is. */
export type QuestionnaireSketch = z.infer<typeof sketchSchema>

/** Reads what can be read; never fails. */
export function sketchQuestionnaire(json: unknown): QuestionnaireSketch {
  return sketchSchema.parse(json)
}

/** An item with its place in the file. */
export interface PlacedItem {
  path: string
  item: ItemSketch
}

/** The readable items in order. */
export function placedItems(sketch: QuestionnaireSketch): PlacedItem[] {
  return sketch.domains.flatMap((domain, d) =>
    (domain?.items ?? []).flatMap((item, i) => (item ? [{ path: `domains[${d}].items[${i}]`, item }] : [])),
  )
}

/** The levels' values that can be read, and whether those are all. */
export function readableLevels(sketch: QuestionnaireSketch): { values: number[]; complete: boolean } {
  const values = sketch.levels.map((level) => level?.value).filter((value) => value !== undefined)
  return { values, complete: values.length > 0 && values.length === sketch.levels.length }
}

const options = z.array(z.object({ id: z.string().catch('') })).catch([])
const day = maybe(calendarDateSchema)

const measureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['level', 'yes-no']) }),
  z.object({ kind: z.enum(['choice', 'choices']), options }),
  z.object({
    kind: z.literal('number'),
    minimum: z.number().catch(-Infinity),
    maximum: z.number().catch(Infinity),
    decimals: z.number().min(0).max(3).catch(0),
  }),
  z.object({ kind: z.literal('text'), maximumLength: z.number().catch(2000) }),
  z.object({ kind: z.literal('date'), minimum: day, maximum: day }),
])

/** What decides which values answer the item, as far as it can be read; null if not even its kind can. */
export function measureOf(item: ItemSketch): Measure | null {
  return measureSchema.safeParse(item).data ?? null
}
