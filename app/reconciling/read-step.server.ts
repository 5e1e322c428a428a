import { z } from 'zod'
import type { Side } from '#assessments/access.ts'
import type { Fault } from '#assessments/faults.ts'
import type { AttemptedStep } from '#assessments/reconciliation-rules.ts'
import { responseLimits } from '#assessments/responses.ts'
import { plainText } from '#assessments/text.ts'

const wrong = 'Something in what was sent is not as expected. Load the page again.'
const revision = z.int(wrong).min(0, wrong)
const item = z.string(wrong).min(1, wrong).max(100, wrong)
const note = plainText(responseLimits.note).nullable().default(null)

const proposal = z.union(
  [
    z.strictObject({ value: z.int() }),
    z.strictObject({ notApplicable: plainText(responseLimits.reason) }),
    z.strictObject({ notAgreed: z.literal(true) }),
  ],
  'Choose what you propose.',
)

const content = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('proposed'), item, proposal, note, seen: revision }),
    z.strictObject({ kind: z.literal('accepted'), item, refersTo: revision, note }),
    z.strictObject({ kind: z.literal('withdrawn'), item, refersTo: revision }),
    z.strictObject({ kind: z.literal('commented'), item, text: plainText(responseLimits.note) }),
    z.strictObject({ kind: z.literal('signed'), sha256: z.string().regex(/^[\da-f]{64}$/, wrong) }),
  ],
  wrong,
)

const bodySchema = z.strictObject({
  /** Who it is, as the page knew it: somebody else may have signed in since. */
  personId: z.string().max(100).optional(),
  /** The side is known from who asks; naming the other one is refused. */
  side: z.enum(['agency', 'partner']).optional(),
  step: content,
  stepId: z.string().regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, hyphens or underscores'),
  confirmedPrivate: z.boolean().default(false),
})

/** A step as it came in, and what comes with it. */
export interface IncomingStep {
  personId: string | undefined
  step: AttemptedStep
  stepId: string
  confirmedPrivate: boolean
}

export type StepReading = { status: 'valid'; incoming: IncomingStep } | { status: 'invalid'; faults: Fault[] }

/** Reads a step as JSON or a form has it, taken by somebody on `side`: every fault at once. */
export function readStep(body: unknown, side: Side): StepReading {
  const shaped = withReasonChecked(body)
  if (shaped.status === 'invalid') return shaped
  const { success, data, error } = bodySchema.safeParse(body)
  if (!success) {
    const faults = error.issues.map(({ path, message }) => ({ path: path.join('.'), reason: message }))
    return { status: 'invalid', faults }
  }
  if (data.side !== undefined && data.side !== side) {
    const reason = `You act for the ${side} in this assessment, and not for the ${data.side}.`
    return { status: 'invalid', faults: [{ path: 'side', reason }] }
  }
  const { personId, stepId, confirmedPrivate } = data
  const seen = 'seen' in data.step ? data.step.seen : 0
  return {
    status: 'valid',
    incoming: { personId, step: { ...data.step, side, seen }, stepId, confirmedPrivate },
  }
}

const reasonGiven = z.object({ step: z.object({ proposal: z.object({ notApplicable: z.string() }) }) })

/** Of several possible proposals, zod says only that none fits; what is wrong with a reason is said here. */
function withReasonChecked(body: unknown): { status: 'valid' } | { status: 'invalid'; faults: Fault[] } {
  const given = reasonGiven.safeParse(body)
  if (!given.success) return { status: 'valid' }
  const { notApplicable } = given.data.step.proposal
  if (notApplicable.trim() === '') return noReason
  const { success, error } = plainText(responseLimits.reason).safeParse(notApplicable)
  if (success) return { status: 'valid' }
  const faults = error.issues.map(({ message }) => ({ path: 'reason', reason: `The reason ${message}.` }))
  return { status: 'invalid', faults }
}

const noReason = {
  status: 'invalid' as const,
  faults: [{ path: 'reason', reason: 'Say why it does not apply.' }],
}
