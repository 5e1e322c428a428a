import { canonicalJson } from './canonical.ts'
import { redactedText } from './evidence.ts'
import { settledOf, type FrozenDocument } from './frozen-copy.ts'
import type { Questionnaire } from './questionnaire.ts'
import { reconcile, type Step } from './reconciliation.ts'
import type { Response, Responses } from './response.ts'

/** What a frozen copy says that doesn't follow from what was done, as the rest of a sentence; null if all does. */
export type Unfounded = string | null

export interface ToReplay {
  document: FrozenDocument
  questionnaire: Questionnaire
  /** Every step of the assessment, those after the copy among them. */
  steps: readonly Step[]
  /** SHA-256 of the text of the copy's scorecard. */
  scorecardSha256: string
}

/**
 * Checks a co-reviewed frozen copy against the steps that led to it: that both sides' signatures were given,
 * to this scorecard, and that what is agreed follows from both sides' responses by replaying the steps.
 */
export function replay({ document, questionnaire, steps, scorecardSha256 }: ToReplay): Unfounded {
  const { agency, partner } = document.responses
  if (!document.coReviewed) return document.agreed ? 'it holds agreed responses, and isn’t co-reviewed' : null
  if (!partner || !document.agreed)
    return 'it is co-reviewed, and lacks the partner’s or the agreed responses'
  const unsigned = whatIsUnsigned(document, steps, scorecardSha256)
  if (unsigned) return unsigned
  const last = Math.max(...document.signatures.map(({ revision }) => revision ?? 0))
  const led = steps.filter(({ revision }) => revision <= last)
  const state = reconcile(questionnaire, { agency, partner }, led)
  if (Object.keys(state.signatures).length < 2) return 'something was agreed after it was signed'
  const odd = itemThatDiffers(document.agreed, state.agreed)
  if (odd) return `its agreed response to ${odd} doesn’t follow from what both sides did`
  return canonicalJson(settledOf(state)) === canonicalJson(document.settled ?? {})
    ? null
    : 'how its items were settled doesn’t follow from what both sides did'
}

function whatIsUnsigned(
  { signatures }: FrozenDocument,
  steps: readonly Step[],
  scorecardSha256: string,
): Unfounded {
  for (const side of ['agency', 'partner'] as const) {
    const signature = signatures.find((one) => one.side === side)
    const step = steps.find(({ revision }) => revision === signature?.revision)
    if (!signature || step?.kind !== 'signed' || step.side !== side) return `the ${side} never signed it`
    if (step.person !== signature.person || step.at !== signature.at) {
      return `the ${side} signed by another person or at another time`
    }
    if (step.sha256 !== scorecardSha256) return `the ${side} signed another scorecard`
  }
  return null
}

function itemThatDiffers(frozen: Responses, replayed: Responses): string | undefined {
  const ids = [...new Set([...Object.keys(frozen), ...Object.keys(replayed)])].sort()
  return ids.find((id) => {
    const [one, other] = [frozen[id], replayed[id]]
    return !one || !other || !isSame(one, other)
  })
}

/** Text that was taken out of the copy can't be compared. */
function isSame(frozen: Response, replayed: Response): boolean {
  const left = { ...replayed }
  for (const key of ['note', 'notApplicable', 'value'] as const) {
    if (frozen[key] === redactedText && typeof left[key] === 'string') left[key] = redactedText
  }
  if (frozen.evidence?.[0] === redactedText && left.evidence) left.evidence = frozen.evidence
  return canonicalJson(left) === canonicalJson(frozen)
}
