import { z } from 'zod'
import { aloneReasons } from '../alone-reason.ts'
import { calendarDateSchema } from '../calendar-date.ts'
import { frozenResponses, scorecardSchema } from '../frozen-copy.ts'
import { itemId } from '../identifiers.ts'
import { waysToSettle } from '../reconciliation.ts'
import type { Responses } from '../response.ts'
import { sharingSteps } from '../sharing.ts'
import { scoredSide, type Exportable } from './exportable.ts'

/** What tells an exported assessment from any other JSON. */
export const exportedFormat = 'pmhc-assessment/1'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const responsesFile = z
  .strictObject({
    questionnaire: z.string().describe('slug@version'),
    responses: frozenResponses.describe('By item id; an item that is missing is unanswered.'),
  })
  .describe('A file of responses, as `pmhc score` reads it.')

const agencySchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  state: z.string().nullable(),
  county: z.string().nullable(),
  type: z.string().nullable(),
  sizeBand: z.string().nullable().describe('By full-time sworn officers.'),
  ori: z.string().nullable().describe('The Originating Agency Identifier.'),
})

const sharedSchema = z.strictObject({
  step: z.enum(sharingSteps).describe('How much the agency shares; with each step all before it.'),
  notes: z.boolean().describe('Whether what was typed is shared: notes, links, reasons, answers in words.'),
  partner: z.boolean().describe('Whether the partner’s own responses are shared.'),
})

/** One final assessment in a JSON file: one line of newline-delimited JSON, one entry of a JSON list. */
export const exportedAssessmentSchema = z.strictObject({
  format: z.literal(exportedFormat),
  agency: agencySchema,
  assessment: z.string().describe('The assessment’s id.'),
  copy: z.int().min(1).describe('Counts how often the assessment was made final.'),
  asOf: calendarDateSchema.describe('The day whose state the answers describe.'),
  finalizedAt: z.iso.datetime().describe('In UTC.'),
  questionnaire: z.strictObject({
    name: z.string().describe('slug@version'),
    sha256: sha256.describe('Of the questionnaire’s canonical JSON (RFC 8785).'),
  }),
  engine: z.string().describe('The version of the engine that scored it.'),
  coReviewed: z.boolean().describe('Whether a partner rated it too and both sides signed.'),
  alone: z.enum(aloneReasons).nullable().describe('Why it went on without the partner who had been asked.'),
  sharing: sharedSchema,
  scorecard: scorecardSchema.describe('Without items in cappedBy where answers are not shared.'),
  scorecardSha256: sha256.describe('Of the canonical JSON (RFC 8785) of the scorecard as it stands here.'),
  scoredSide: z.enum(['agency', 'agreed']).describe('Whose responses the scorecard is made of.'),
  responses: z
    .strictObject({
      agency: responsesFile,
      partner: responsesFile.nullable().describe('Null where there are none or they are not shared.'),
      agreed: responsesFile.nullable().describe('Null where it is not co-reviewed.'),
    })
    .nullable()
    .describe('Null where answers are not shared.'),
  settled: z
    .record(itemId, z.enum(waysToSettle))
    .nullable()
    .describe('How each scored item came to its agreed response.'),
})

interface ResponsesFile {
  questionnaire: string
  responses: Responses
}

/** What the schema describes, with responses as the program has them, so that none is copied. */
export type ExportedAssessment = Omit<z.infer<typeof exportedAssessmentSchema>, 'responses'> & {
  responses: { agency: ResponsesFile; partner: ResponsesFile | null; agreed: ResponsesFile | null } | null
}

/** One final assessment as JSON holds it, as far as it is shared. */
export function exportedAssessment(exportable: Exportable): ExportedAssessment {
  const { agency, copy, finalizedAt, shared, scorecardSha256 } = exportable
  const { assessment, questionnaire, engine, asOf, coReviewed, sharing, scorecard } = shared
  const { id, name, state, county, type, sizeBand, ori } = agency
  const fileOf = (responses: Responses) => ({
    questionnaire: questionnaire.name,
    responses,
  })
  return {
    format: exportedFormat,
    agency: { id, name, state, county, type, sizeBand, ori },
    assessment,
    copy,
    asOf,
    finalizedAt,
    questionnaire,
    engine,
    coReviewed,
    alone: shared.alone ?? null,
    sharing,
    scorecard,
    scorecardSha256,
    scoredSide: scoredSide(shared),
    responses: shared.responses && {
      agency: fileOf(shared.responses.agency),
      partner: shared.responses.partner && fileOf(shared.responses.partner),
      agreed: shared.responses.agreed && fileOf(shared.responses.agreed),
    },
    settled: shared.settled ?? null,
  }
}

/** The file of responses from which `pmhc score` computes the scorecard again; null where answers aren't shared. */
export function responsesToScore({ responses, scoredSide: side }: ExportedAssessment) {
  return responses && responses[side]
}
