import type { Side } from '#assessments/access.ts'
import type { AloneReason } from '#assessments/alone-reason.ts'
import type { Step } from '#assessments/reconciliation.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { naiveAgreedResponses, naiveRefusals, naiveSigned } from '#tests/assessments/naive-reconciling.ts'
import { naiveScorecard } from '#tests/assessments/naive-scoring.ts'
import { canonicalJson } from '#assessments/canonical.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Deed } from './co-review-world.ts'
import { sample } from './talked-of.ts'

/*
 * The Rules of co-review over a whole assessment, kept in plain variables: what should be there after each deed,
 * and whether it may be done at all.
 */

export interface Saved {
  side: Side
  item: string
  response: Response
  saveId: string
}

export interface Model {
  stage: 'answering' | 'reconciling' | 'final'
  active: boolean
  alone: AloneReason | null
  submitted: Record<Side, Date | null>
  /** Every save that was acknowledged, in order. */
  saves: Saved[]
  steps: Step[]
  copies: { coReviewed: boolean; reopened: boolean; counted: Responses }[]
}

export function emptyModel(): Model {
  return {
    ...{ stage: 'answering', active: true, alone: null },
    ...{ submitted: { agency: null, partner: null }, saves: [], steps: [], copies: [] },
  }
}

/** A side's responses: of each item the last that was saved. */
export function responsesIn({ saves }: Model, side: Side): Responses {
  return Object.fromEntries(saves.filter((one) => one.side === side).map((one) => [one.item, one.response]))
}

export function sidesIn(model: Model) {
  return { agency: responsesIn(model, 'agency'), partner: responsesIn(model, 'partner') }
}

/** The SHA-256 of the agreed scorecard's text. */
export function hashIn(model: Model): string {
  return sha256(
    canonicalJson(naiveScorecard(sample, naiveAgreedResponses(sample, sidesIn(model), model.steps))),
  )
}

const other = (side: Side): Side => (side === 'agency' ? 'partner' : 'agency')

/** Whether a deed may be done now; every reason that speaks against it, none where nothing does. */
export function reasonsAgainst(model: Model, deed: Deed, now: Date): string[] {
  const { stage, alone, active, submitted } = model
  const shut = (side: Side) => [
    ...(side === 'partner' && alone ? ['alone'] : []),
    ...(stage === 'answering' ? [] : [stage]),
    ...(side === 'partner' && !active ? ['partnership-ended'] : []),
  ]
  switch (deed.kind) {
    case 'save': {
      const before = model.saves.filter(({ side, item }) => side === deed.side && item === deed.item).length
      const behind = Math.min(deed.behind, before) > 0
      return [
        ...shut(deed.side),
        ...(submitted[deed.side] ? ['submitted'] : []),
        ...(behind ? ['conflict'] : []),
      ]
    }
    case 'submit':
      return [
        ...againstSides(model),
        ...(submitted[deed.side] ? ['already-submitted'] : []),
        ...(deed.behind > 0 ? ['stale'] : []),
      ]
    case 'recall':
      return [...againstSides(model), ...(submitted[deed.side] ? [] : ['not-submitted'])]
    case 'step': {
      const from = { side: deed.side, seen: deed.seen }
      return [
        ...(stage === 'reconciling' ? [] : ['not-reconciling']),
        ...(active ? [] : ['partnership-ended']),
        ...naiveRefusals(sample, sidesIn(model), model.steps, { ...deed.content, ...from }, hashIn(model)),
      ]
    }
    case 'submit-alone': {
      const answered = Object.values(responsesIn(model, 'agency')).some(({ value }) => value !== undefined)
      return [...(stage === 'answering' && alone ? [] : ['stale']), ...(answered ? [] : ['nothing-answered'])]
    }
    case 'go-alone': {
      const days = submitted.agency ? (now.getTime() - submitted.agency.getTime()) / 86_400_000 : 0
      const holds = {
        released: true,
        overdue: !submitted.partner && days >= 30,
        'partnership-ended': !active,
      }
      return stage === 'final' || alone || !holds[deed.reason] ? ['not-true'] : []
    }
    case 'end-partnership':
      return active ? [] : ['unknown']
    case 'reopen':
      return stage === 'final' ? [] : ['not-final']
  }
}

function againstSides({ stage, alone, active }: Model): string[] {
  return [
    ...(alone ? ['alone'] : []),
    ...(stage === 'answering' ? [] : [stage]),
    ...(active ? [] : ['partnership-ended']),
  ]
}

/** What becomes of it by a deed that may be done. */
export function after(model: Model, deed: Deed, person: string, now: Date): Model {
  switch (deed.kind) {
    case 'save': {
      const { side, item, response, saveId } = deed
      return { ...model, saves: [...model.saves, { side, item, response, saveId }] }
    }
    case 'submit': {
      const stage = model.submitted[other(deed.side)] ? 'reconciling' : 'answering'
      return { ...model, stage, submitted: { ...model.submitted, [deed.side]: now } }
    }
    case 'recall':
      return { ...model, submitted: { ...model.submitted, [deed.side]: null } }
    case 'step': {
      const origin = { side: deed.side, person, at: now.toISOString(), revision: model.steps.length + 1 }
      const steps = [...model.steps, { ...deed.content, ...origin }]
      return naiveSigned(steps, 'agency') && naiveSigned(steps, 'partner')
        ? { ...model, steps, stage: 'final', copies: [...model.copies, agreedCopy({ ...model, steps })] }
        : { ...model, steps }
    }
    case 'submit-alone': {
      const copy = { coReviewed: false, reopened: false, counted: responsesIn(model, 'agency') }
      const submitted = { ...model.submitted, agency: now }
      return { ...model, stage: 'final', submitted, copies: [...model.copies, copy] }
    }
    case 'go-alone':
      return {
        ...{ ...model, stage: 'answering', alone: deed.reason },
        submitted: { ...model.submitted, agency: null },
      }
    case 'end-partnership':
      return { ...model, active: false }
    case 'reopen':
      return reopened(model, deed.reason, person, now)
  }
}

function agreedCopy(model: Model): Model['copies'][number] {
  const counted = naiveAgreedResponses(sample, sidesIn(model), model.steps)
  return { coReviewed: true, reopened: false, counted }
}

function reopened(model: Model, reason: string, person: string, now: Date): Model {
  const last = model.copies.length - 1
  const copies = model.copies.map((copy, i) => (i === last ? { ...copy, reopened: true } : copy))
  if (model.alone) {
    return { ...model, copies, stage: 'answering', submitted: { ...model.submitted, agency: null } }
  }
  const origin = { side: 'agency' as const, person, at: now.toISOString(), revision: model.steps.length + 1 }
  return {
    ...model,
    copies,
    stage: 'reconciling',
    steps: [...model.steps, { kind: 'reopened', reason, ...origin }],
  }
}
