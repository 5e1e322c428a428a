import type { Side } from './access.ts'
import type { Item } from './item.ts'
import type { Domain, Questionnaire } from './questionnaire.ts'
import type { Responses } from './response.ts'
import { statusOf } from './responses.ts'
import { shownItems } from './shown-when.ts'

/** How far one side has come with some items, of every kind. */
export interface Progress {
  /** Items answered with a value. */
  answered: number
  /** Items that this side is asked and that apply: neither hidden nor not applicable. */
  applicable: number
  /** Ids of the items that apply and aren't answered, in order; *don't know* is among them. */
  unanswered: string[]
  /** Ids of those that must be answered before this side can submit. */
  requiredMissing: string[]
}

export interface DomainProgress extends Progress {
  id: string
}

/**
 * How far a side has come, domain by domain. A partner isn't asked what only the agency answers; what it
 * may leave out counts for it once it is answered, so that leaving it out never looks like a gap.
 */
export function progressOf(questionnaire: Questionnaire, responses: Responses, side: Side): DomainProgress[] {
  const shown = shownItems(questionnaire, responses)
  return questionnaire.domains.map((domain) => domainProgress(domain, responses, shown, side))
}

/** Whether a side is asked an item at all. */
export function isAsked(item: Item, side: Side): boolean {
  return side === 'agency' || item.answeredBy !== 'agency'
}

function domainProgress(
  domain: Domain,
  responses: Responses,
  shown: ReadonlySet<string>,
  side: Side,
): DomainProgress {
  const progress: DomainProgress = {
    id: domain.id,
    answered: 0,
    applicable: 0,
    unanswered: [],
    requiredMissing: [],
  }
  for (const item of domain.items) {
    if (!shown.has(item.id) || !isAsked(item, side)) continue
    const status = statusOf(responses[item.id])
    const optional = side === 'partner' && item.answeredBy === 'partner-optional'
    if (status === 'not-applicable' || (optional && status !== 'answered')) continue
    progress.applicable += 1
    if (status === 'answered') progress.answered += 1
    else progress.unanswered.push(item.id)
    if (status !== 'answered' && item.required) progress.requiredMissing.push(item.id)
  }
  return progress
}

/** Adds up the domains of one questionnaire. */
export function totalProgress(domains: readonly Progress[]): Progress {
  const sum = (key: 'answered' | 'applicable') => domains.reduce((total, domain) => total + domain[key], 0)
  return {
    answered: sum('answered'),
    applicable: sum('applicable'),
    unanswered: domains.flatMap((domain) => domain.unanswered),
    requiredMissing: domains.flatMap((domain) => domain.requiredMissing),
  }
}
