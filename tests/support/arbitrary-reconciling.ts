import fc from 'fast-check'
import type { BothSides } from '#assessments/differences.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { refusalOf, type AttemptedStep, type StepRefusal } from '#assessments/reconciliation-rules.ts'
import {
  openItems,
  reconcile,
  type ProposedResponse,
  type Reconciliation,
  type Step,
  type StepContent,
} from '#assessments/reconciliation.ts'
import type { Responses } from '#assessments/response.ts'
import { arbitraryQuestionnaire, arbitraryResponses } from './arbitrary-questionnaires.ts'

/** What somebody means to do, before it is known what they have before their eyes. */
export interface Attempt {
  kind: 'propose' | 'accept' | 'withdraw' | 'comment' | 'sign' | 'reopen'
  side: 'agency' | 'partner'
  item: number
  what: number
  note: string | null
  /** How many steps ago they last looked; 0 for just now. */
  ago: number
}

const side = fc.constantFrom('agency' as const, 'partner' as const)

export const attempts: fc.Arbitrary<Attempt[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['propose', 'propose', 'propose', 'accept', 'accept', 'accept', 'accept'] as const),
      ...(['withdraw', 'comment', 'sign', 'sign', 'reopen'] as const),
    ),
    side,
    item: fc.nat(1000),
    what: fc.nat(1000),
    note: fc.constantFrom(null, null, 'Because of the new team.', ' '),
    ago: fc.constantFrom(0, 0, 0, 0, 1, 3),
  }),
  { maxLength: 50, size: 'max' },
)

/** A questionnaire whose items are for both, for the agency or the partner's to leave out, with both sides' answers. */
export const bothAnswered: fc.Arbitrary<{ sample: Questionnaire; sides: BothSides }> =
  arbitraryQuestionnaire().chain((plain) =>
    fc
      .array(fc.constantFrom('both', 'both', 'both', 'both', 'both', 'agency', 'partner-optional'), {
        minLength: 14,
        maxLength: 14,
      })
      .chain((who) => {
        let next = 0
        const sample: Questionnaire = {
          ...plain,
          domains: plain.domains.map((domain) => ({
            ...domain,
            items: domain.items.map((item) => ({ ...item, answeredBy: who[next++ % 14] ?? 'both' })),
          })),
        }
        return fc.record({
          sample: fc.constant(sample),
          sides: fc.record({ agency: sometimesCarried(sample), partner: sometimesCarried(sample) }),
        })
      }),
  )

const carried = { assessment: 'another', at: '2026-01-01T00:00:00.000Z', person: 'p9' }

function sometimesCarried(sample: Questionnaire): fc.Arbitrary<Responses> {
  return fc
    .tuple(arbitraryResponses(sample), fc.array(fc.nat(9), { minLength: 14, maxLength: 14 }))
    .map(([given, dice]) =>
      Object.fromEntries(
        Object.entries(given).map(([id, response], i) => [
          id,
          dice[i % 14] === 0 && response.value !== undefined ? { ...response, carried } : response,
        ]),
      ),
    )
}

/** A step that was tried, the state it was tried on, and what the rules said. */
export interface Tried {
  before: Reconciliation
  taken: readonly Step[]
  step: AttemptedStep
  sha256: string
  refusal: StepRefusal | null
}

/** Tries one after the other, and takes those that the rules let through. */
export function play(
  sample: Questionnaire,
  sides: BothSides,
  meant: readonly Attempt[],
  hashOf: (state: Reconciliation) => string,
): { tried: Tried[]; steps: Step[] } {
  const steps: Step[] = []
  const tried: Tried[] = []
  for (const attempt of meant) {
    const before = reconcile(sample, sides, steps)
    const looked = reconcile(sample, sides, steps.slice(0, Math.max(0, steps.length - attempt.ago)))
    const step = stepOf(sample, attempt, looked, hashOf)
    const refusal = refusalOf(sample, before, step, hashOf(before))
    tried.push({ before, taken: [...steps], step, sha256: hashOf(before), refusal })
    if (!refusal) steps.push(taking(step, steps.length + 1))
  }
  return { tried, steps }
}

function taking(step: AttemptedStep, revision: number): Step {
  const at = new Date(Date.UTC(2026, 0, 1, 0, revision)).toISOString()
  const { seen, ...content } = step
  return { ...content, revision, person: `${step.side}-person-${seen}`, at }
}

/** Settles all that is open and lets both sides sign, each step as the rules allow it; throws where they don't. */
export function comeToAnEnd(
  sample: Questionnaire,
  sides: BothSides,
  taken: readonly Step[],
  hashOf: (state: Reconciliation) => string,
): Step[] {
  const steps = [...taken]
  const take = (content: StepContent, by: 'agency' | 'partner') => {
    const state = reconcile(sample, sides, steps)
    const seen = 'item' in content ? (state.items.get(content.item)?.movedAt ?? 0) : 0
    const step = { ...content, side: by, seen }
    const refusal = refusalOf(sample, state, step, hashOf(state))
    if (refusal) throw new Error(`${content.kind} was refused: ${refusal}`)
    steps.push(taking(step, steps.length + 1))
  }
  for (;;) {
    const [open] = openItems(reconcile(sample, sides, steps))
    if (!open) break
    const item = open.item.id
    const proposal: ProposedResponse = item.length % 2 ? { notAgreed: true } : { value: firstOf(sample) }
    take({ kind: 'proposed', item, proposal, note: 'We talked.' }, 'partner')
    take({ kind: 'accepted', item, refersTo: steps.length, note: null }, 'agency')
  }
  for (const by of ['agency', 'partner'] as const) {
    const state = reconcile(sample, sides, steps)
    if (!state.signatures[by]) take({ kind: 'signed', sha256: hashOf(state) }, by)
  }
  return steps
}

const firstOf = ({ levels }: Questionnaire) => levels[0]?.value ?? 0

/** The step as somebody would take it who sees `looked`. */
export function stepOf(
  sample: Questionnaire,
  { kind, side, item: place, what, note }: Attempt,
  looked: Reconciliation,
  hashOf: (state: Reconciliation) => string,
): AttemptedStep {
  const ids = [...looked.items].flatMap(([id, { difference }]) =>
    difference.kind === 'agency-only' && what % 5 ? [] : [id],
  )
  const waiting = [...looked.items.values()].filter(({ proposal }) => proposal).map(({ item }) => item.id)
  const chosen = (from: readonly string[]) => from[place % from.length] ?? 'no.such-item'
  const item = chosen(kind === 'propose' || kind === 'comment' || waiting.length === 0 ? ids : waiting)
  const under = looked.items.get(item)
  const seen = under?.movedAt ?? 0
  const refersTo = under?.proposal?.revision ?? what % 5
  const contents: Record<Attempt['kind'], StepContent> = {
    propose: { kind: 'proposed', item, proposal: proposalOf(sample, what), note },
    accept: { kind: 'accepted', item, refersTo, note },
    withdraw: { kind: 'withdrawn', item, refersTo },
    comment: { kind: 'commented', item, text: 'Let us see.' },
    sign: { kind: 'signed', sha256: hashOf(looked) },
    reopen: { kind: 'reopened', reason: 'A mistake.' },
  }
  return { ...contents[kind], side, seen }
}

function proposalOf({ levels }: Questionnaire, what: number): ProposedResponse {
  if (what % 10 === 0) return { value: 1000 }
  if (what % 10 === 1) return { notApplicable: 'There is none.' }
  if (what % 10 < 4) return { notAgreed: true }
  return { value: levels[what % levels.length]?.value ?? 0 }
}
