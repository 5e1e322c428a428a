import type { Stage } from '#db/words.ts'
import { counted } from './format.ts'

/** How far a domain is, for whoever looks. */
export interface DomainAhead {
  id: string
  title: string
  answered: number
  /** Ids of the items that apply and aren't answered, in order. */
  unanswered: readonly string[]
  /** Those of them that are this person's to answer. */
  mine: readonly string[]
  /** Those that are this person's or nobody's: what is left without doing another's work. */
  free: readonly string[]
}

export interface Situation {
  assessmentId: string
  stage: Stage
  domains: readonly DomainAhead[]
  may: { answer: boolean; submit: boolean }
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

/**
 * Says what comes next: one's own items, then where one left, then the first gap that isn't another's to
 * fill, then any gap, then the review.
 */
export function nextStepOf(situation: Situation): NextStep {
  const { assessmentId, stage, domains, may } = situation
  if (stage === 'final') {
    return {
      label: 'See the results',
      to: `/assessments/${assessmentId}/results`,
      sentence: 'This assessment is final and locked.',
    }
  }
  const open = domains.filter(({ unanswered }) => unanswered.length > 0)
  const left = open.reduce((sum, { unanswered }) => sum + unanswered.length, 0)
  if (!may.answer) {
    return {
      label: 'Read the answers so far',
      to: itemPath(assessmentId, domains[0]?.id ?? ''),
      sentence: left === 0 ? 'Everything is answered.' : `${counted(left, 'item')} left to answer.`,
    }
  }
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
  const begun = domains.some(({ answered }) => answered > 0)
  const mine = next.mine.length > 0
  const gaps = [next.mine, next.free, next.unanswered].find(({ length }) => length > 0) ?? []
  const verb = begun ? 'Continue with' : 'Begin with'
  // What is another's counts too, as it does in the domain's row.
  const count = mine ? `${counted(gaps.length, 'item')} of yours` : counted(next.unanswered.length, 'item')
  const item = place?.domainId === next.id && place.itemId ? place.itemId : gaps[0]
  return {
    label: `${verb} ${next.title}: ${count}${begun ? ' left' : ''}`,
    to: itemPath(assessmentId, next.id, begun ? item : null),
    sentence: `${counted(left, 'item')} left to answer in all.${mine ? '' : othersIn(next)}`,
  }
}

function othersIn({ title, unanswered, free }: DomainAhead): string {
  const others = unanswered.length - free.length
  if (others === 0) return ''
  if (free.length === 0) return ` In ${title}, all are assigned to others.`
  const words = others === 1 ? 'is assigned to somebody else' : 'are assigned to others'
  return ` In ${title}, ${others} of ${unanswered.length} ${words}.`
}
