import { z } from 'zod'
import { aloneReasons, type AloneReason } from './alone-reason.ts'
import { calendarDateSchema } from './calendar-date.ts'
import { canonicalJson } from './canonical.ts'
import { countingResponses } from './carried.ts'
import type { BothSides } from './differences.ts'
import { ENGINE_VERSION, engines, type Scorer } from './engine.ts'
import { itemId } from './identifiers.ts'
import { questionnaireName, type Questionnaire } from './questionnaire.ts'
import { openItems, reconcile, waysToSettle, type Reconciliation, type Step } from './reconciliation.ts'
import type { Response, Responses } from './response.ts'
import type { Scorecard } from './scorecard.ts'

const frozenResponse = z.strictObject({
  value: z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]).exactOptional(),
  notApplicable: z.string().exactOptional(),
  dontKnow: z.literal(true).exactOptional(),
  note: z.string().exactOptional(),
  evidence: z.array(z.string()).exactOptional(),
}) satisfies z.ZodType<Response>
export const frozenResponses = z.record(itemId, frozenResponse)

const score = {
  score: z.number().nullable(),
  answered: z.int(),
  applicable: z.int(),
  completeness: z.number().nullable(),
  band: z.string().nullable(),
  cappedBy: z.array(z.string()),
}
export const scorecardSchema = z.strictObject({
  questionnaire: z.string(),
  overall: z.strictObject(score),
  domains: z.array(z.strictObject({ id: z.string(), ...score })),
}) satisfies z.ZodType<Scorecard>

const signatureSchema = z.strictObject({
  side: z.enum(['agency', 'partner']),
  person: z.string(),
  at: z.iso.datetime(),
  revision: z
    .int()
    .exactOptional()
    .describe('The number of the step by which it was signed; only where both sides signed.'),
})

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
  settled: z
    .record(itemId, z.enum(waysToSettle))
    .exactOptional()
    .describe('How each scored item came to its agreed response; only where there is any.'),
  alone: z
    .enum(aloneReasons)
    .exactOptional()
    .describe('Why it went on without the partner who had been asked; only where it did.'),
  scorecard: scorecardSchema.describe('Of the agreed responses, or of the agency’s where there are none.'),
  signatures: z.array(signatureSchema),
})
export type FrozenDocument = z.infer<typeof frozenDocumentSchema>

interface WhatIsFrozen {
  assessmentId: string
  asOf: string
  questionnaire: Questionnaire
  /** Of the questionnaire's canonical JSON. */
  questionnaireSha256: string
}

export interface ToFreeze extends WhatIsFrozen {
  /** The agency's own. */
  responses: Responses
  /** Who submitted it, and when, as ISO 8601 text. */
  submitted: { person: string; at: string }
  /** Where it went on without its partner: why, and the partner's own responses if both sides had submitted. */
  alone?: { reason: AloneReason; partner: Responses | null } | undefined
}

/** Builds the frozen copy of an assessment that an agency made final by itself. */
export function freezeAlone(parts: ToFreeze): FrozenDocument {
  const agency = asCounted(parts.responses)
  const partner = parts.alone?.partner ? asCounted(parts.alone.partner) : null
  return frozenDocumentSchema.parse({
    ...headOf(parts),
    coReviewed: false,
    responses: { agency, partner },
    agreed: null,
    ...(parts.alone && { alone: parts.alone.reason }),
    scorecard: scoreNow(parts.questionnaire, agency),
    signatures: [{ side: 'agency', ...parts.submitted }],
  } satisfies Omit<Document, 'settled' | 'alone'> & Partial<Document>)
}

export interface ToFreezeReconciled extends WhatIsFrozen {
  /** Both sides' own responses, as they were submitted. */
  sides: BothSides
  /** Every step up to now, the second signature included. */
  steps: readonly Step[]
}

/**
 * Builds the frozen copy of an assessment that both sides signed. Throws where an item is open, or a
 * signature is missing: whoever takes the step of signing decides that before.
 */
export function freezeReconciled({ sides, steps, ...parts }: ToFreezeReconciled): FrozenDocument {
  const { questionnaire } = parts
  const state = reconcile(questionnaire, sides, steps)
  if (openItems(state).length > 0) throw new Error('what the sides differ in is not settled')
  return frozenDocumentSchema.parse({
    ...headOf(parts),
    coReviewed: true,
    responses: { agency: asCounted(sides.agency), partner: asCounted(sides.partner) },
    agreed: state.agreed,
    settled: settledOf(state),
    scorecard: scoreNow(questionnaire, state.agreed),
    signatures: bothSignatures(state),
  } satisfies Omit<Document, 'alone'>)
}

/** Each key once, whatever is in it; the schema decides about that. */
type Document = Record<keyof FrozenDocument, unknown>

function headOf({ assessmentId, asOf, questionnaire, questionnaireSha256 }: WhatIsFrozen) {
  return {
    format: 1,
    assessment: assessmentId,
    questionnaire: { name: questionnaireName(questionnaire), sha256: questionnaireSha256 },
    engine: ENGINE_VERSION,
    asOf,
  }
}

/** How each scored item came to its agreed response, by item id. */
export function settledOf({ items }: Reconciliation): NonNullable<FrozenDocument['settled']> {
  return Object.fromEntries([...items].flatMap(([id, { agreed }]) => (agreed ? [[id, agreed.how]] : [])))
}

/** Whether the partner signed a copy too, and not the agency alone. */
export function isSignedByBoth({ signatures }: Pick<FrozenDocument, 'signatures'>): boolean {
  return signatures.some(({ side }) => side === 'partner')
}

function bothSignatures({ signatures }: Reconciliation) {
  return (['agency', 'partner'] as const).map((side) => {
    const signature = signatures[side]
    if (!signature) throw new Error(`the ${side} has not signed`)
    const { person, at, revision } = signature
    return { side, person, at, revision }
  })
}

/** The text of the agreed scorecard as it is now: what is signed is its SHA-256. */
export function agreedScorecardText(questionnaire: Questionnaire, { agreed }: Reconciliation): string {
  return scorecardText(scoreNow(questionnaire, agreed))
}

function scoreNow(questionnaire: Questionnaire, responses: Responses): Scorecard {
  return engines[ENGINE_VERSION](questionnaire, responses)
}

/** Responses as they count; one that was cleared says nothing, and isn't kept. */
function asCounted(responses: Responses): Responses {
  return Object.fromEntries(
    Object.entries(countingResponses(responses)).filter(([, response]) => Object.keys(response).length > 0),
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

function scorerOf(engine: string): Scorer | undefined {
  const known: Readonly<Record<string, Scorer>> = engines
  return Object.hasOwn(known, engine) ? known[engine] : undefined
}
