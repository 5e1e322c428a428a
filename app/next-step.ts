import type { Stage } from '#db/words.ts'
import type { CarryOffer } from './carrying/carry-offer.server.ts'
import { talkStepOf, type TalkStanding } from './co-review/talk-step.ts'
import type { CoReview } from './co-review.server.ts'
import { counted } from './format.ts'

/** How far a domain is, for whoever looks. */
export interface DomainAhead {
  id: string
  title: string
  answered: number
  /** Ids of the items that apply and aren't answered, in order. */
  unanswered: readonly string[]
  /** How many of them have an answer that was carried and waits to be confirmed. */
  toConfirm: number
  /** Those of them that are this person's to answer. */
  mine: readonly string[]
  /** Those that are this person's or nobody's: what is left without doing another's work. */
  free: readonly string[]
}

export interface Situation {
  assessmentId: string
  stage: Stage
  domains: readonly DomainAhead[]
  may: { answer: boolean; submit: boolean; settle: boolean; sign: boolean }
  /** How the two sides stand; null where nobody was asked to rate it too. */
  coReview: CoReview | null
  /** How far the two are with agreeing; null while they aren't at it together. */
  talk: TalkStanding | null
  /** What this side can carry forward from its last assessment, if this person may. */
  carry: CarryOffer | null
  /** Where this person left the assessment. */
  place: { domainId: string; itemId: string | null } | null
}

/** The one thing to do next, as a link, and a sentence about it. */
export interface NextStep {
  label: string
  to: string
  sentence: string
}

/** Where an item is answered. */
export function itemPath(assessmentId: string, domainId: string, itemId?: string | null): string {
  return `/assessments/${assessmentId}/domains/${domainId}${itemId ? `#${itemId}` : ''}`
}

/** Says what comes next: what the two sides' standing asks for, or else what is left to answer. */
export function nextStepOf(situation: Situation): NextStep {
  const { assessmentId, stage, coReview } = situation
  const step = coReview && sidesStep(situation, coReview)
  if (step) return step
  if (stage === 'final') {
    return {
      label: 'See the results',
      to: `/assessments/${assessmentId}/results`,
      sentence: 'This assessment is final and locked.',
    }
  }
  return answeringStep(situation)
}

/** What comes next because of where the two sides stand; null where this one is simply to be answered. */
function sidesStep(situation: Situation, coReview: CoReview): NextStep | null {
  const { assessmentId, stage, may, talk } = situation
  const { other, lock, overdue, partnershipEnded, mayGoAlone } = coReview
  const path = `/assessments/${assessmentId}`
  const without = { label: `Go on without ${other}`, to: `${path}/go-alone` }
  if (lock === 'alone') return readOwn(situation, `${other} went on without a partner. ${yourAnswersStay}`)
  if (coReview.alone || stage === 'final') return null
  if (partnershipEnded) {
    const ended = `The partnership with ${other} has ended.`
    if (mayGoAlone)
      return { ...without, sentence: `${ended} You can look through your answers and submit alone.` }
    if (stage === 'reconciling') return toDifferences(path, `${ended} Nothing more can be settled together.`)
    return lock ? readOwn(situation, `${ended} ${yourAnswersStay}`) : null
  }
  if (talk) {
    const { label, sentence } = talkStepOf(talk, { side: coReview.side, other, may })
    return toDifferences(path, sentence, label)
  }
  if (lock !== 'submitted') return null
  if (overdue && mayGoAlone) {
    const sentence = `You submitted 30 days ago or more, and ${other} has not submitted yet. You can wait, or go on without it.`
    return { ...without, sentence }
  }
  return {
    label: may.submit ? 'See or recall what you submitted' : 'See what was submitted',
    to: `${path}/review`,
    sentence: `Your side has submitted. Waiting for ${other}, which has not submitted yet.`,
  }
}

const yourAnswersStay = 'What you answered stays readable, and is locked.'

function toDifferences(path: string, sentence: string, label = 'See the differences'): NextStep {
  return { label, to: `${path}/differences`, sentence }
}

function readOwn({ assessmentId, domains }: Situation, sentence: string): NextStep {
  return { label: 'Read your answers', to: itemPath(assessmentId, domains[0]?.id ?? ''), sentence }
}

/**
 * What is left to answer: one's own items, then where one left, then the first gap that isn't another's to
 * fill, then any gap, then the review.
 */
function answeringStep(situation: Situation): NextStep {
  const { assessmentId, domains, may } = situation
  const open = domains.filter(({ unanswered }) => unanswered.length > 0)
  const left = open.reduce((sum, { unanswered }) => sum + unanswered.length, 0)
  if (!may.answer) {
    return {
      label: 'Read the answers so far',
      to: itemPath(assessmentId, domains[0]?.id ?? ''),
      sentence: left === 0 ? 'Everything is answered.' : `${counted(left, 'item')} left to answer.`,
    }
  }
  const carry = carryStep(situation)
  if (carry) return carry
  const next = nextDomain(situation, open)
  if (next) return continueWith(situation, next, left)
  const review = `/assessments/${assessmentId}/review`
  return may.submit
    ? { label: 'Review and submit', to: review, sentence: 'Every item that applies is answered.' }
    : {
        label: 'Review the answers',
        to: review,
        sentence: 'Every item that applies is answered. A coordinator can review and submit now.',
      }
}

/** Before anything is answered, the last answers are the quickest way to begin. */
function carryStep({ assessmentId, carry, domains }: Situation): NextStep | null {
  const begun = domains.some(({ answered, toConfirm }) => answered + toConfirm > 0)
  if (!carry || carry.begun || begun) return null
  return {
    label: `Carry the answers of ${carry.month} forward`,
    to: `/assessments/${assessmentId}/carry-forward`,
    sentence: `Nothing is answered yet. ${counted(carry.count, 'answer')} of your assessment as of ${carry.asOf} can come along; each counts once you have confirmed it.`,
  }
}

function nextDomain({ place }: Situation, open: readonly DomainAhead[]): DomainAhead | undefined {
  const left = open.find(({ id }) => id === place?.domainId)
  if (left && left.mine.length > 0) return left
  const own = open.find(({ mine }) => mine.length > 0)
  return own ?? left ?? open.find(({ free }) => free.length > 0) ?? open[0]
}

function continueWith(
  { assessmentId, domains, place }: Situation,
  next: DomainAhead,
  left: number,
): NextStep {
  const toConfirm = domains.reduce((sum, domain) => sum + domain.toConfirm, 0)
  const begun = toConfirm > 0 || domains.some(({ answered }) => answered > 0)
  const mine = next.mine.length > 0
  const gaps = [next.mine, next.free, next.unanswered].find(({ length }) => length > 0) ?? []
  const verb = begun ? 'Continue with' : 'Begin with'
  // What is another's counts too, as it does in the domain's row.
  const count = mine ? `${counted(gaps.length, 'item')} of yours` : counted(next.unanswered.length, 'item')
  const item = place?.domainId === next.id && place.itemId ? place.itemId : gaps[0]
  return {
    label: `${verb} ${next.title}: ${count}${begun ? ' left' : ''}`,
    to: itemPath(assessmentId, next.id, begun ? item : null),
    sentence: `${counted(left, 'item')} left to answer in all${confirming(toConfirm)}.${mine ? '' : othersIn(next)}`,
  }
}

const confirming = (count: number) =>
  count === 0 ? '' : `, ${count} of them carried from another assessment and only to confirm`

function othersIn({ title, unanswered, free }: DomainAhead): string {
  const others = unanswered.length - free.length
  if (others === 0) return ''
  if (free.length === 0) return ` In ${title}, all are assigned to others.`
  const words = others === 1 ? 'is assigned to somebody else' : 'are assigned to others'
  return ` In ${title}, ${others} of ${unanswered.length} ${words}.`
}
