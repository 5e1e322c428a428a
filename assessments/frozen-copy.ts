import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { canonicalJson } from './canonical.ts'
import { ENGINE_VERSION, engines } from './engine.ts'
import { itemId } from './identifiers.ts'
import { questionnaireName, type Questionnaire } from './questionnaire.ts'
import { type Response, type Responses } from './response.ts'
import { type Scorecard } from './scorecard.ts'

const frozenResponse = z.strictObject({
  value: z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]).exactOptional(),
  notApplicable: z.string().exactOptional(),
  dontKnow: z.literal(true).exactOptional(),
  note: z.string().exactOptional(),
  evidence: z.array(z.string()).exactOptional(),
}) satisfies z.ZodType<Response>
const frozenResponses = z.record(itemId, frozenResponse)

const score = {
  score: z.number().nullable(),
  answered: z.int(),
  applicable: z.int(),
  completeness: z.number().nullable(),
  band: z.string().nullable(),
  cappedBy: z.array(z.string()),
}
const scorecardSchema = z.strictObject({
  questionnaire: z.string(),
  overall: z.strictObject(score),
  domains: z.array(z.strictObject({ id: z.string(), ...score })),
}) satisfies z.ZodType<Scorecard>

/** What an assessment was when it became final, whole: nothing else is needed to score it again. */
export const frozenDocumentSchema = z.strictObject({
  format: z.literal(1),
  assessment: z.string().describe('The id of the assessment.'),
  questionnaire: z.strictObject({ name: z.string(), sha256: z.string() }),
  engine: z.string().describe('The version of the engine that scored it.'),
  asOf: calendarDateSchema,
  coReviewed: z.boolean().describe('Whether a partner rated it too and both sides signed.'),
  responses: z.strictObject({ agency: frozenResponses, partner: frozenResponses.nullable() }),
  agreed: frozenResponses.nullable().describe('What both sides settled on; null where there was no partner.'),
  scorecard: scorecardSchema.describe('Of the agreed responses, or of the agency’s where there are none.'),
  signatures: z.array(
    z.strictObject({ side: z.enum(['agency', 'partner']), person: z.string(), at: z.iso.datetime() }),
  ),
})
export type FrozenDocument = z.infer<typeof frozenDocumentSchema>

export interface ToFreeze {
  assessmentId: string
  asOf: string
  questionnaire: Questionnaire
  /** Of the questionnaire's canonical JSON. */
  questionnaireSha256: string
  /** The agency's, who answered without a partner. */
  responses: Responses
  /** Who submitted it, and when, as ISO 8601 text. */
  submitted: { person: string; at: string }
}

/** Builds the frozen copy of an assessment that an agency answered alone. */
export function freezeAlone(parts: ToFreeze): FrozenDocument {
  const { questionnaire } = parts
  const agency = withoutEmpty(parts.responses)
  return frozenDocumentSchema.parse({
    format: 1,
    assessment: parts.assessmentId,
    questionnaire: { name: questionnaireName(questionnaire), sha256: parts.questionnaireSha256 },
    engine: ENGINE_VERSION,
    asOf: parts.asOf,
    coReviewed: false,
    responses: { agency, partner: null },
    agreed: null,
    scorecard: scorerOf(ENGINE_VERSION)?.(questionnaire, agency),
    signatures: [{ side: 'agency', ...parts.submitted }],
  } satisfies Record<keyof FrozenDocument, unknown>)
}

/** A response that was cleared says nothing, and isn't kept. */
function withoutEmpty(responses: Responses): Responses {
  return Object.fromEntries(
    Object.entries(responses).filter(([, response]) => Object.keys(response).length > 0),
  )
}

/** The text of a frozen copy as it is kept and hashed. */
export function frozenText(document: FrozenDocument): string {
  return canonicalJson(document)
}

/** The text of a scorecard as it is kept and hashed; there is no typed text in it. */
export function scorecardText(scorecard: Scorecard): string {
  return canonicalJson(scorecard)
}

/** Reads the text of a frozen copy; throws where it isn't one. */
export function readFrozen(text: string): FrozenDocument {
  return frozenDocumentSchema.parse(JSON.parse(text))
}

/** The responses that a frozen copy's scorecard was made of. */
export function countedResponses({ agreed, responses }: FrozenDocument): Responses {
  return agreed ?? responses.agency
}

export type Rescoring =
  | { status: 'same' }
  /** Both scorecards as text. */
  | { status: 'differs'; frozen: string; again: string }
  | { status: 'unknown-engine'; engine: string }

/** Scores a frozen copy again with the engine that scored it, which must give the same text. */
export function rescore(document: FrozenDocument, questionnaire: Questionnaire): Rescoring {
  const scorer = scorerOf(document.engine)
  if (!scorer) return { status: 'unknown-engine', engine: document.engine }
  const frozen = scorecardText(document.scorecard)
  const again = scorecardText(scorer(questionnaire, countedResponses(document)))
  return frozen === again ? { status: 'same' } : { status: 'differs', frozen, again }
}

const scorerOf = (engine: string) => (Object.hasOwn(engines, engine) ? engines[engine] : undefined)
