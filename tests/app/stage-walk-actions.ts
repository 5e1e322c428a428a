import type { Role, Side } from '#assessments/access.ts'
import type { StepContent } from '#assessments/reconciliation.ts'
import { action as choosePartner } from '#app/routes/assessment-partner/route.tsx'
import { action as takeStep } from '#app/routes/differences-steps/route.ts'
import { action as goAlone } from '#app/routes/go-alone/route.tsx'
import { action as reopen } from '#app/routes/reopen/route.tsx'
import { action as save } from '#app/routes/responses/route.ts'
import { action as review } from '#app/routes/review/route.tsx'
import type { StageName } from '#tests/support/co-review-stages.ts'
import type { World } from '#tests/support/co-review-world.ts'
import type { TestContext } from '#tests/support/program.ts'
import { post } from '#tests/support/requests.ts'

type Args = Parameters<typeof save>[0]
type Asking = (world: World, context: TestContext, side: Side) => Promise<unknown>

/** Something that can be done to an assessment with a partner, and when it may be. */
export interface Walked {
  /** The least role that may do it at all. */
  least: Role
  /** Whether only the agency's people do it. */
  agencyOnly?: boolean
  /** Whether it isn't the partner's any more once the assessment went on alone. */
  endsAlone?: boolean
  /** In which stages each side can do it; elsewhere it is refused with a sentence. */
  legal: Partial<Record<Side, readonly StageName[]>>
  ask: Asking
}

const talking = ['reconciling', 'settled', 'agency signed', 'partner signed', 'being revised'] as const
const ended = ['ended while answering', 'ended while reconciling'] as const
const notFinal = ['answering', 'agency submitted', 'partner submitted', ...talking, ...ended] as const

const other = (side: Side): Side => (side === 'agency' ? 'partner' : 'agency')

function path({ assessmentId }: World, below: string) {
  return { at: `/assessments/${assessmentId}/${below}`, params: { assessmentId } }
}

function sendForm(world: World, context: TestContext, below: string, fields: Record<string, string>) {
  const { at, params } = path(world, below)
  return post(context, at, fields, params)
}

function sendJson(world: World, context: TestContext, below: string, body: object): Args {
  const { at, params } = path(world, below)
  const headers = { cookie: context.cookie, 'content-type': 'application/json' }
  const request = new Request(new URL(at, 'http://localhost:3000'), {
    ...{ method: 'POST', headers, body: JSON.stringify(body) },
  })
  return { request, params, context }
}

const saving =
  (of: (side: Side) => Side): Asking =>
  async (world, context, side) => {
    const { sides } = await world.reconciliation()
    const baseRevision = sides[side]['training.same'] ? 1 : 0
    const response = { value: 5 }
    const saveId = crypto.randomUUID()
    return save(
      sendJson(world, context, 'responses', {
        ...{ side: of(side), itemId: 'training.same', response, baseRevision, saveId },
      }),
    )
  }

const stepping =
  (
    content: (side: Side, world: World) => StepContent | Promise<StepContent>,
    of?: (side: Side) => Side,
  ): Asking =>
  async (world, context, side) => {
    const step = await content(side, world)
    const seen = step.kind === 'proposed' ? { seen: 100 } : {}
    const body = { step: { ...step, ...seen }, stepId: crypto.randomUUID(), ...(of && { side: of(side) }) }
    return takeStep(sendJson(world, context, 'differences/steps', body))
  }

const reviewing =
  (intent: string): Asking =>
  async (world, context, side) => {
    const { sides } = await world.assessment()
    const sideRevision = String(sides[side]?.revision ?? 0)
    return review(sendForm(world, context, 'review', { intent, sideRevision }))
  }

const leaving =
  (reason: string): Asking =>
  async (world, context) => {
    const revision = String((await world.assessment()).revision)
    return goAlone(sendForm(world, context, 'go-alone', { reason, revision, sure: 'yes' }))
  }

const proposing = (side: Side): StepContent => ({
  ...{ kind: 'proposed', item: 'training.same', note: `From the ${side}` },
  proposal: { value: 4 },
})
/** The agency proposed on the one, the partner on the other. */
const proposals = {
  agency: { item: 'training.near', refersTo: 1 },
  partner: { item: 'training.wide', refersTo: 2 },
}
const settling = { least: 'contributor', endsAlone: true } as const

/** Everything that can be sent to such an assessment. */
export const walk: Record<string, Walked> = {
  'save a response': {
    least: 'contributor',
    legal: {
      agency: ['answering', 'partner submitted', 'ended while answering', 'alone'],
      partner: ['answering', 'agency submitted'],
    },
    ask: saving((side) => side),
  },
  'save for the other side': { least: 'contributor', legal: {}, ask: saving(other) },
  submit: {
    least: 'coordinator',
    legal: { agency: ['answering', 'partner submitted'], partner: ['answering', 'agency submitted'] },
    ask: reviewing('submit'),
  },
  recall: {
    least: 'coordinator',
    legal: { agency: ['agency submitted'], partner: ['partner submitted'] },
    ask: reviewing('recall'),
  },
  'make final alone': { least: 'coordinator', legal: { agency: ['alone'] }, ask: reviewing('finalize') },
  propose: {
    ...settling,
    legal: { agency: talking, partner: talking },
    ask: stepping(proposing),
  },
  'propose for the other side': { ...settling, legal: {}, ask: stepping(proposing, other) },
  comment: {
    ...settling,
    legal: { agency: talking, partner: talking },
    ask: stepping(() => ({ kind: 'commented', item: 'training.near', text: 'Let us see.' })),
  },
  accept: {
    ...settling,
    legal: { agency: ['reconciling'], partner: ['reconciling'] },
    ask: stepping((side) => ({ kind: 'accepted', ...proposals[other(side)], note: null })),
  },
  'accept one’s own proposal': {
    ...settling,
    legal: {},
    ask: stepping((side) => ({ kind: 'accepted', ...proposals[side], note: 'Why not' })),
  },
  withdraw: {
    ...settling,
    legal: { agency: ['reconciling'], partner: ['reconciling'] },
    ask: stepping((side) => ({ kind: 'withdrawn', ...proposals[side] })),
  },
  'withdraw the other side’s proposal': {
    ...settling,
    legal: {},
    ask: stepping((side) => ({ kind: 'withdrawn', ...proposals[other(side)] })),
  },
  sign: {
    least: 'coordinator',
    legal: {
      agency: ['settled', 'partner signed', 'being revised'],
      partner: ['settled', 'agency signed', 'being revised'],
    },
    ask: stepping(async (_, world) => ({
      kind: 'signed',
      sha256: (await world.reconciliation()).scorecardSha256,
    })),
  },
  'sign another scorecard': {
    least: 'coordinator',
    legal: {},
    ask: stepping(() => ({ kind: 'signed', sha256: 'b'.repeat(64) })),
  },
  'sign for the other side': {
    least: 'coordinator',
    legal: {},
    ask: stepping(async (_, world) => {
      return { kind: 'signed', sha256: (await world.reconciliation()).scorecardSha256 }
    }, other),
  },
  'reopen by a step': {
    ...settling,
    legal: {},
    ask: stepping(() => ({ kind: 'reopened', reason: 'A mistake' })),
  },
  reopen: {
    ...{ least: 'coordinator', agencyOnly: true, legal: { agency: ['final', 'final alone'] } },
    ask: async (world, context) => reopen(sendForm(world, context, 'reopen', { reason: 'A mistake' })),
  },
  'release the partner': {
    ...{ least: 'coordinator', agencyOnly: true, legal: { agency: notFinal } },
    ask: leaving('released'),
  },
  'go on alone after the end': {
    ...{ least: 'coordinator', agencyOnly: true, legal: { agency: ended } },
    ask: leaving('partnership-ended'),
  },
  'go on alone at once as overdue': {
    ...{ least: 'coordinator', agencyOnly: true, legal: {} },
    ask: leaving('overdue'),
  },
  'choose another partner': {
    ...{ least: 'coordinator', agencyOnly: true, legal: {} },
    ask: async (world, context) =>
      choosePartner(sendForm(world, context, 'partner', { partnership: world.partnershipId })),
  },
}
