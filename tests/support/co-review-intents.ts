import fc from 'fast-check'
import type { Side } from '#assessments/access.ts'
import { aloneReasons } from '#assessments/alone-reason.ts'
import { itemsOf, levelItemsOf } from '#assessments/questionnaire.ts'
import type { StepContent } from '#assessments/reconciliation.ts'
import type { Response } from '#assessments/response.ts'
import { naiveItem, naiveOpen, naiveSigned } from '#tests/assessments/naive-reconciling.ts'
import { hashIn, sidesIn, type Model } from './co-review-model.ts'
import type { Deed } from './co-review-world.ts'
import { sample } from './talked-of.ts'

/** What somebody sets out to do; what they do about it depends on what there is. */
export interface Intent {
  kind: (typeof kinds)[number]
  side: Side
  item: number
  what: number
  behind: number
  note: string | null
  /** That pass before. */
  minutes: number
}

const kinds = [
  ...(['save', 'save', 'save', 'save', 'answer-all', 'submit', 'submit', 'submit', 'recall'] as const),
  ...(['propose', 'propose', 'accept', 'accept', 'withdraw', 'comment', 'sign', 'sign'] as const),
  ...(['settle-all', 'settle-all', 'sign-both', 'reopen', 'reopen'] as const),
  ...(['go-alone', 'submit-alone', 'end-partnership'] as const),
] as const

const intent: fc.Arbitrary<Intent> = fc.record({
  kind: fc.constantFrom(...kinds),
  side: fc.constantFrom('agency' as const, 'partner' as const),
  item: fc.nat(1000),
  what: fc.nat(1000),
  behind: fc.constantFrom(0, 0, 0, 0, 0, 1),
  note: fc.constantFrom(null, 'We talked.', 'Because.'),
  minutes: fc.constantFrom(1, 5, 60 * 24 * 31),
})

const plainly = { item: 0, behind: 0, note: null, minutes: 1 }
const bothSubmit: Intent[] = (['agency', 'partner'] as const).flatMap((side, i) => [
  { ...plainly, kind: 'answer-all', side, what: 3 + 2 * i },
  { ...plainly, kind: 'submit', side, what: 0 },
])
const bothSign: Intent[] = (['settle-all', 'settle-all', 'sign-both'] as const).map((kind) => ({
  ...{ ...plainly, kind, side: 'agency', what: 4 },
}))

export interface Plan {
  /** Done one after the other to begin with: chance alone seldom comes so far. */
  opening: Intent[]
  meant: Intent[]
}

/** Often with both sides' submission, or signatures, to begin with. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  opening: fc.constantFrom(
    ...([[], bothSubmit, bothSubmit, [...bothSubmit, ...bothSign.slice(0, 2)]] as Intent[][]),
    [...bothSubmit, ...bothSign],
  ),
  meant: fc.array(intent, { minLength: 5, maxLength: 30, size: 'max' }),
})

/** From the first answers to a copy that the agency makes final alone, by way of two that both signed. */
export const wholeWay: Plan = {
  opening: [
    ...bothSubmit.slice(0, 2),
    { ...plainly, kind: 'recall', side: 'agency', what: 0 },
    ...bothSubmit,
  ],
  meant: [
    ...bothSign,
    ...(['reopen', 'propose', 'withdraw', 'sign-both', 'reopen'] as const).map((kind) => ({
      ...{ ...plainly, kind, side: 'agency' as const, what: 4 },
    })),
    ...(['go-alone', 'submit-alone', 'reopen', 'save', 'submit-alone'] as const).map((kind) => ({
      ...{ ...plainly, kind, side: 'agency' as const, what: 9 },
    })),
    { ...plainly, kind: 'end-partnership', side: 'agency', what: 8 },
  ],
}

const by = (side: Side, kind: Intent['kind'], what = 4): Intent => ({ ...plainly, kind, side, what })
const rated = bothSubmit.filter(({ kind }) => kind === 'answer-all')
const settled = [...bothSubmit, ...bothSign.slice(0, 2)]

/** Pairs of what can't both be first, each pair at the same moment. */
export const races: Plan[] = [
  { opening: rated, meant: [by('agency', 'submit'), by('partner', 'submit')] },
  { opening: [...rated, by('agency', 'submit')], meant: [by('agency', 'recall'), by('partner', 'submit')] },
  { opening: rated, meant: [by('agency', 'submit'), by('agency', 'save')] },
  { opening: bothSubmit, meant: [by('agency', 'propose'), by('partner', 'propose')] },
  { opening: settled, meant: [by('agency', 'sign'), by('partner', 'sign')] },
  {
    opening: [...settled, by('agency', 'sign')],
    meant: [by('partner', 'sign'), by('agency', 'go-alone', 9)],
  },
  { opening: [...settled, by('agency', 'sign')], meant: [by('partner', 'sign'), by('agency', 'propose')] },
  { opening: [...bothSubmit, ...bothSign], meant: [by('agency', 'reopen'), by('agency', 'reopen')] },
]

const scored = levelItemsOf(itemsOf(sample)).map(({ id }) => id)
const ids = itemsOf(sample).map(({ id }) => id)

/** What is done to carry an intent out: one deed, or several of both sides. */
export function deedsOf(model: Model, intent: Intent): Deed[] {
  const { kind, side, item, what, behind, note } = intent
  const one = (content: StepContent, by = side, seen = movedAt(model, content)): Deed => ({
    ...{ kind: 'step', side: by, content, seen: Math.max(0, seen - behind), stepId: crypto.randomUUID() },
  })
  const waiting = scored.filter((id) => proposalOn(model, id))
  const id = pick(kind === 'propose' || kind === 'comment' || waiting.length === 0 ? scored : waiting, item)
  const refersTo = Math.max(0, (proposalOn(model, id)?.revision ?? what % 4) - behind)
  switch (kind) {
    case 'save':
      return [saving(side, pick(ids, item), what, behind)]
    case 'answer-all':
      return ids.map((each, i) => saving(side, each, what + i * 7, 0))
    case 'submit':
      return [{ kind, side, behind }]
    case 'recall':
      return [{ kind, side }]
    case 'propose':
      return [one({ kind: 'proposed', item: id, proposal: proposal(what), note })]
    case 'accept':
      return [one({ kind: 'accepted', item: id, refersTo, note })]
    case 'withdraw':
      return [one({ kind: 'withdrawn', item: id, refersTo })]
    case 'comment':
      return [one({ kind: 'commented', item: id, text: 'Let us see.' })]
    case 'sign':
      return [one({ kind: 'signed', sha256: what % 9 ? hashIn(model) : 'c'.repeat(64) })]
    case 'sign-both':
      return (['agency', 'partner'] as const)
        .filter((each) => !naiveSigned(model.steps, each))
        .map((each) => one({ kind: 'signed', sha256: hashIn(model) }, each))
    case 'settle-all':
      return naiveOpen(sample, sidesIn(model), model.steps).flatMap((open, i) => {
        const proposed = {
          kind: 'proposed',
          item: open,
          proposal: proposal(what + i),
          note: 'All at once.',
        } as const
        const next = model.steps.length + 1 + 2 * i
        const accepted = { kind: 'accepted', item: open, refersTo: next, note: null } as const
        return [one(proposed, 'agency'), one(accepted, 'partner')]
      })
    case 'reopen':
      return [{ kind, reason: 'A mistake' }]
    case 'go-alone':
      return what % 2 ? [{ kind, reason: aloneReasons[what % 3] ?? 'released' }] : []
    case 'end-partnership':
      return what % 4 ? [] : [{ kind }]
    case 'submit-alone':
      return [{ kind }]
  }
}

const pick = (from: readonly string[], place: number) => from[place % from.length] ?? ''

function itemIn(model: Model, id: string) {
  const item = levelItemsOf(itemsOf(sample)).find((each) => each.id === id)
  return item && naiveItem(sample, sidesIn(model), model.steps, item)
}

const proposalOn = (model: Model, id: string) => itemIn(model, id)?.proposal

function movedAt({ steps }: Model, content: StepContent): number {
  if (!('item' in content)) return 0
  const about = steps.filter((step) => 'item' in step && step.item === content.item)
  return about.filter(({ kind }) => kind !== 'commented').at(-1)?.revision ?? 0
}

function saving(side: Side, item: string, what: number, behind: number): Deed {
  return { kind: 'save', side, item, response: responseTo(item, what), behind, saveId: crypto.randomUUID() }
}

function responseTo(item: string, what: number): Response {
  if (item === 'training.officers') return { value: what % 100 }
  const mayNot = item === 'training.near' || item === 'data.plan'
  if (what % 11 === 0 && mayNot) return { notApplicable: 'There is none.' }
  if (what % 11 === 1) return { dontKnow: true }
  if (what % 11 === 2) return {}
  return { value: (what % 5) + 1, ...(what % 3 === 0 && { note: `A note of ${what}` }) }
}

function proposal(what: number) {
  if (what % 7 === 0) return { notAgreed: true as const }
  return { value: (what % 5) + 1 }
}
