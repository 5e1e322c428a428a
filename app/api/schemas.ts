import { z } from 'zod'
import { calendarDateSchema } from '#assessments/calendar-date.ts'
import { exportedAssessmentSchema } from '#assessments/exporting/exported-assessment.ts'
import { questionnaireSchema } from '#assessments/questionnaire.ts'
import { sharingSteps } from '#assessments/sharing.ts'
import { agencyTypes, sizeBands, standings } from '#db/words.ts'

/** What the API answers, in the order in which its document names it. */

const moment = z.iso.datetime().describe('In UTC.')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const nextCursor = z.string().nullable().describe('The cursor of the next page; null on the last.')

const api = z.strictObject({
  name: z.string(),
  version: z.literal('v1'),
  program: z.string().describe('The version of the program that answers.'),
  openapi: z.url().describe('Where this document is.'),
  paths: z.array(z.string()).describe('What can be asked for.'),
})

const organization = z.strictObject({
  id: z.string(),
  kind: z.enum(['agency', 'partner', 'program']),
  name: z.string(),
  state: z.string().describe('Two letters.'),
  county: z.string(),
  timeZone: z.string(),
  type: z.enum(agencyTypes).nullable(),
  sizeBand: z.enum(sizeBands).nullable().describe('By full-time sworn officers.'),
  ori: z.string().nullable().describe('The Originating Agency Identifier.'),
  token: z.strictObject({ name: z.string(), expiresAt: moment }).describe('The token that asked.'),
})

const listedQuestionnaire = z.strictObject({
  slug: z.string(),
  version: z.string(),
  name: z.string().describe('slug@version'),
  title: z.string(),
  sha256: sha256.describe('Of its canonical JSON (RFC 8785), which is what is answered for it.'),
  draft: z.boolean(),
  offered: z.boolean().describe('Whether a new assessment can be started with it.'),
})

const agency = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  county: z.string(),
  type: z.enum(agencyTypes).nullable(),
  sizeBand: z.enum(sizeBands).nullable(),
  enrolledAt: moment.nullable(),
  sharing: z.strictObject({
    step: z.enum(sharingSteps).describe('How much the agency shares; with each step all before it.'),
    notes: z.boolean().describe('Whether what was typed is shared.'),
  }),
  questionnaire: z.string().describe('The questionnaire that what follows is about, by its slug.'),
  standing: z.enum(standings),
  latest: z
    .strictObject({
      asOf: calendarDateSchema,
      version: z.string().describe('Of the questionnaire.'),
      coReviewed: z.boolean().nullable().describe('Null where scores are not shared.'),
      score: z
        .int()
        .min(0)
        .max(100)
        .nullable()
        .describe('The overall score; null where there is none or it is not shared.'),
      band: z.string().nullable(),
    })
    .nullable()
    .describe('What counts of it now; null where nothing was ever final.'),
})

const problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  errors: z.array(z.strictObject({ parameter: z.string(), detail: z.string() })).optional(),
})

const pageOf = <T extends z.ZodType>(entry: T) => z.strictObject({ data: z.array(entry), next: nextCursor })

/** Each by the name that the document gives it. */
export const schemas = {
  Api: api,
  Document: z.record(z.string(), z.unknown()).describe('An OpenAPI 3.1 document.'),
  Organization: organization,
  Questionnaires: z.strictObject({ data: z.array(listedQuestionnaire) }),
  Questionnaire: questionnaireSchema,
  Assessment: exportedAssessmentSchema,
  Assessments: pageOf(exportedAssessmentSchema),
  Agency: agency,
  Agencies: pageOf(agency),
  Problem: problem,
} satisfies Record<string, z.ZodType>

export type SchemaName = keyof typeof schemas
export type ApiAgency = z.infer<typeof agency>
export type ApiOrganization = z.infer<typeof organization>
export type ListedQuestionnaire = z.infer<typeof listedQuestionnaire>

/** The schemas as JSON Schema (2020-12), where one refers to another by its name. */
export function jsonSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  registry.add(listedQuestionnaire, { id: 'ListedQuestionnaire' })
  const { schemas: made } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  })
  // What each is called, and in which language it is written, the document says itself.
  const inDocument = (schema: object) =>
    Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$id' && name !== '$schema'))
  return Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, inDocument(schema)]))
}
