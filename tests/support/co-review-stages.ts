import type { Side } from '#assessments/access.ts'
import type { StepContent } from '#assessments/reconciliation.ts'
import type { Response } from '#assessments/response.ts'
import type { Database } from '#db/database.server.ts'
import { coReviewWorld, type Deed, type World } from './co-review-world.ts'

const answers: Record<Side, Record<string, Response>> = {
  agency: { 'training.same': { value: 3 }, 'training.near': { value: 4 }, 'training.wide': { value: 5 } },
  partner: { 'training.same': { value: 3 }, 'training.near': { value: 3 }, 'training.wide': { value: 2 } },
}

const rating: Deed[] = (['agency', 'partner'] as const).flatMap((side) =>
  Object.entries(answers[side]).map(([item, response]) => ({
    ...{ kind: 'save' as const, side, item, response, behind: 0, saveId: '' },
  })),
)
const submitting = (side: Side): Deed => ({ kind: 'submit', side, behind: 0 })
const recallable = (side: Side) => [...rating, submitting(side)]
const submitted = [...rating, submitting('agency'), submitting('partner')]
const step = (side: Side, content: StepContent): Deed => ({
  kind: 'step',
  side,
  content,
  seen: 0,
  stepId: '',
})
const note = 'We looked at the rosters.'
const proposed = [
  ...submitted,
  step('agency', { kind: 'proposed', item: 'training.near', proposal: { value: 4 }, note: null }),
  step('partner', { kind: 'proposed', item: 'training.wide', proposal: { value: 3 }, note }),
]
const settled = [
  ...proposed,
  step('partner', { kind: 'accepted', item: 'training.near', refersTo: 1, note: null }),
  step('agency', { kind: 'accepted', item: 'training.wide', refersTo: 2, note: null }),
]
const signing = (side: Side) => step(side, { kind: 'signed', sha256: 'as it is now' })
const signedByBoth = [...settled, signing('partner'), signing('agency')]
const ending: Deed = { kind: 'end-partnership' }
const reopening: Deed = { kind: 'reopen', reason: 'A mistake' }
const alone: Deed[] = [...submitted, { kind: 'go-alone', reason: 'released' }]

/** Every stage in which an assessment with a partner can be, and what leads there. */
export const stages = {
  answering: rating,
  'agency submitted': recallable('agency'),
  'partner submitted': recallable('partner'),
  reconciling: proposed,
  settled,
  'agency signed': [...settled, signing('agency')],
  'partner signed': [...settled, signing('partner')],
  final: signedByBoth,
  'being revised': [...signedByBoth, reopening],
  'ended while answering': [...rating, ending],
  'ended while reconciling': [...proposed, ending],
  alone,
  'final alone': [...alone, { kind: 'submit-alone' } as const],
} satisfies Record<string, Deed[]>
export type StageName = keyof typeof stages

/** An assessment that has come to a stage. */
export async function atStage(database: Database, stage: StageName): Promise<World> {
  const world = await coReviewWorld(database)
  for (const deed of stages[stage]) {
    world.wait(1)
    const { status, reason } = await world.do(await complete(world, deed))
    if (['refused', 'stale', 'locked', 'conflict'].includes(status)) throw new Error(`${status} ${reason}`)
  }
  return world
}

/** What differs from one assessment to the next. */
async function complete({ reconciliation }: World, deed: Deed): Promise<Deed> {
  if (deed.kind === 'save') return { ...deed, saveId: crypto.randomUUID() }
  if (deed.kind !== 'step') return deed
  const { content } = deed
  const sha256 = content.kind === 'signed' ? (await reconciliation()).scorecardSha256 : ''
  return {
    ...deed,
    stepId: crypto.randomUUID(),
    content: content.kind === 'signed' ? { ...content, sha256 } : content,
  }
}
