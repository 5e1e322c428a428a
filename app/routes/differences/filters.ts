import type { Difference } from '#assessments/differences.ts'
import type { TalkState } from '#app/reconciling/talk-words.ts'

export const gapFilters = ['any', 'wide', 'one', 'other'] as const
export const stateFilters = [
  'any',
  'unsettled',
  'waits-for-you',
  'waits-for-them',
  'settled',
  'not-agreed',
  'same',
] as const
export type GapFilter = (typeof gapFilters)[number]
export type StateFilter = (typeof stateFilters)[number]

/** Which items of the list are shown: what stands in the URL. */
export interface Filters {
  /** A domain's id; empty for all. */
  domain: string
  gap: GapFilter
  state: StateFilter
}

/** What a URL says after its path to show an item among what is filtered. */
export function searchFor({ domain, gap, state }: Filters, item?: string | null): string {
  const search = new URLSearchParams({
    ...(domain && { domain }),
    ...(gap !== 'any' && { gap }),
    ...(state !== 'any' && { state }),
    ...(item && { item }),
  }).toString()
  return search && `?${search}`
}

export interface Filtered {
  domainId: string
  difference: Difference
  state: TalkState
}

/** Whether an item is shown. */
export function passes({ domain, gap, state }: Filters, item: Filtered): boolean {
  if (domain !== '' && item.domainId !== domain) return false
  return passesGap(gap, item.difference) && passesState(state, item.state)
}

function passesGap(gap: GapFilter, difference: Difference): boolean {
  if (gap === 'any') return true
  if (difference.kind === 'levels') return gap === (Math.abs(difference.gap) >= 2 ? 'wide' : 'one')
  return gap === 'other' && ['not-applicable', 'unanswered', 'hidden'].includes(difference.kind)
}

function passesState(filter: StateFilter, state: TalkState): boolean {
  if (filter === 'any') return true
  return filter === 'unsettled' ? unsettled.has(state) : filter === state
}

/** The states in which something is left to settle. */
export const unsettled: ReadonlySet<TalkState> = new Set(['open', 'waits-for-you', 'waits-for-them'])
