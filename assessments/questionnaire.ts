import { z } from 'zod'
import { declaredChangesSchema } from './declared-changes.ts'
import { domainId, slug, version } from './identifiers.ts'
import { itemSchema, weightSchema, type Item, type LevelItem } from './item.ts'
import { authoredText } from './text.ts'

const percent = z.number().min(0).max(100)

const levelSchema = z.strictObject({
  value: z.int().min(0).max(100),
  label: authoredText(60),
  meaning: authoredText(300).describe('What the level means whatever the item.'),
})
export type Level = z.infer<typeof levelSchema>

const bandSchema = z.strictObject({
  id: slug,
  label: authoredText(60),
  from: percent.describe('The lowest score of this band.'),
  meaning: authoredText(400),
})
export type Band = z.infer<typeof bandSchema>

const scoringSchema = z.strictObject({
  bands: z.array(bandSchema).min(2).max(10).describe('From the lowest up; the first begins at 0.'),
  minimumCompleteness: percent
    .default(80)
    .describe('Below this share of applicable items answered, in percent, no band is given.'),
  maximumNotApplicable: percent
    .default(25)
    .describe(
      'Above this share of a domain’s weight answered "not applicable", in percent, no band is given.',
    ),
  comparableShare: percent
    .default(60)
    .describe('Two rounds that share less than this of a domain’s weight, in percent, are not compared.'),
})

const referenceSchema = z.strictObject({
  title: authoredText(200),
  publisher: authoredText(120).optional(),
  year: z.int().min(1900).max(2100).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
})
export type Reference = z.infer<typeof referenceSchema>

const domainSchema = z.strictObject({
  id: domainId,
  title: authoredText(60),
  question: authoredText(200).describe('The framework’s question that this domain answers.'),
  about: authoredText(1200).optional().describe('An introduction. Markdown.'),
  weight: weightSchema.default(1),
  items: z.array(itemSchema).min(1).max(100),
})
export type Domain = z.infer<typeof domainSchema>

/** One version of a questionnaire, as its JSON file holds it. A published version is never edited. */
export const questionnaireSchema = z.strictObject({
  $schema: z.string().optional(),
  slug,
  version,
  draft: z.boolean().default(false).describe('A draft can be previewed and not started.'),
  title: authoredText(120),
  summary: authoredText(400),
  about: authoredText(4000).describe('What it is, how it came about, and what it does not claim. Markdown.'),
  minutes: z
    .strictObject({ least: z.int().min(1), most: z.int().min(1) })
    .describe('How long a team takes over the whole, in minutes.'),
  levels: z.array(levelSchema).min(2).max(10).describe('From the lowest up.'),
  whenInDoubt: authoredText(200).describe('What to do when torn between two levels.'),
  scoring: scoringSchema,
  domains: z.array(domainSchema).min(1).max(20),
  sources: z.record(slug, referenceSchema).default({}),
  resources: z.record(slug, referenceSchema).default({}),
  revises: declaredChangesSchema.optional(),
})
export type Questionnaire = z.infer<typeof questionnaireSchema>

/** `pmhc-self-assessment@1.0.0`: how a version is named wherever one string must do. */
export function questionnaireName(questionnaire: Pick<Questionnaire, 'slug' | 'version'>): string {
  return `${questionnaire.slug}@${questionnaire.version}`
}

/** Every item in the order in which it is asked. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
  return questionnaire.domains.flatMap((domain) => domain.items)
}

/** The scored items of a list. */
export function levelItemsOf(items: readonly Item[]): LevelItem[] {
  return items.filter((item) => item.kind === 'level')
}

/** The item with this id, or undefined. */
export function findItem(questionnaire: Questionnaire, id: string): Item | undefined {
  for (const domain of questionnaire.domains) {
    const item = domain.items.find((candidate) => candidate.id === id)
    if (item) return item
  }
  return undefined
}

/** The domain that holds the item with this id, or undefined. */
export function domainOfItem(questionnaire: Questionnaire, id: string): Domain | undefined {
  return questionnaire.domains.find((domain) => domain.items.some((item) => item.id === id))
}
