import type { Side } from './access.ts'
import type { LevelItem } from './item.ts'
import { isAsked } from './progress.ts'
import { itemsOf, levelItemsOf, type Questionnaire } from './questionnaire.ts'
import type { Response, Responses } from './response.ts'
import { statusOf } from './responses.ts'
import { shownItems } from './shown-when.ts'

/** Both sides' own responses, as they were submitted. */
export type BothSides = Readonly<Record<Side, Responses>>

/** What one side says about a scored item. */
export type Standing =
  { kind: 'level'; level: number } | { kind: 'not-applicable' } | { kind: 'unanswered' } | { kind: 'hidden' }

/** How the two sides' own answers to a scored item compare. */
export type Difference =
  /** The partner isn't asked, or left out what it may leave out: the agency's answer stands. */
  | { kind: 'agency-only' }
  /** Both say the same; also where neither says anything. */
  | { kind: 'same' }
  /** Both chose a level; `gap` is by how many levels of the scale the agency's is higher, never 0. */
  | { kind: 'levels'; gap: number }
  /** Not applicable on `side`, and a level on the other. */
  | { kind: 'not-applicable'; side: Side }
  /** Unanswered on `side`, and answered on the other. */
  | { kind: 'unanswered'; side: Side }
  /** Hidden on `side`, and answered on the other. */
  | { kind: 'hidden'; side: Side }

/** A scored item with what each side says and how that compares. */
export interface ComparedItem {
  item: LevelItem
  standings: Readonly<Record<Side, Standing>>
  difference: Difference
}

/** The widest gap that can be accepted without a note. */
const widestWithoutNote = 1

/** Every scored item of a questionnaire with both sides' answers compared, in the questionnaire's order. */
export function compareSides(questionnaire: Questionnaire, sides: BothSides): ComparedItem[] {
  const shown = {
    agency: shownItems(questionnaire, sides.agency),
    partner: shownItems(questionnaire, sides.partner),
  }
  const places = placesOf(questionnaire)
  return levelItemsOf(itemsOf(questionnaire)).map((item) => {
    const standing = (side: Side) => standingOf(sides[side][item.id], shown[side].has(item.id))
    const standings = { agency: standing('agency'), partner: standing('partner') }
    return { item, standings, difference: differenceOf(item, standings, places) }
  })
}

/** The place of each level on the scale, counted from the lowest: whatever its value, the next is one level up. */
export function placesOf({ levels }: Questionnaire): ReadonlyMap<number, number> {
  return new Map(levels.map(({ value }, place) => [value, place]))
}

function standingOf(response: Response | undefined, shown: boolean): Standing {
  if (!shown) return { kind: 'hidden' }
  const status = statusOf(response)
  if (status === 'not-applicable') return { kind: 'not-applicable' }
  return status === 'answered' && typeof response?.value === 'number'
    ? { kind: 'level', level: response.value }
    : { kind: 'unanswered' }
}

const silent = (standing: Standing) => standing.kind === 'hidden' || standing.kind === 'unanswered'

function differenceOf(
  item: LevelItem,
  { agency, partner }: ComparedItem['standings'],
  places: ReadonlyMap<number, number>,
): Difference {
  const leftOut = item.answeredBy === 'partner-optional' && silent(partner)
  if (!isAsked(item, 'partner') || leftOut) return { kind: 'agency-only' }
  if (agency.kind === 'level' && partner.kind === 'level') {
    const gap = (places.get(agency.level) ?? 0) - (places.get(partner.level) ?? 0)
    return gap === 0 ? { kind: 'same' } : { kind: 'levels', gap }
  }
  if (agency.kind === partner.kind || (silent(agency) && silent(partner))) return { kind: 'same' }
  const kind = (['hidden', 'unanswered', 'not-applicable'] as const).find(
    (one) => agency.kind === one || partner.kind === one,
  )
  return kind ? { kind, side: agency.kind === kind ? 'agency' : 'partner' } : { kind: 'same' }
}

/** Whether what is agreed on an item must say why: the sides' levels are two or more apart. */
export function needsNote(difference: Difference): boolean {
  return difference.kind === 'levels' && Math.abs(difference.gap) > widestWithoutNote
}

/**
 * How far apart the sides are, for listing the widest first: levels by their gap; not applicable beside a level
 * counts as two levels, since it decides whether the item counts at all; silence beside an answer as half a
 * level; 0 where there is no difference.
 */
export function widthOf(difference: Difference): number {
  switch (difference.kind) {
    case 'levels':
      return Math.abs(difference.gap)
    case 'not-applicable':
      return 2
    case 'unanswered':
    case 'hidden':
      return 0.5
    default:
      return 0
  }
}

/** The level that counts where the sides can't agree: the lower, or the only one; undefined if there is none. */
export function lowerLevel({ agency, partner }: ComparedItem['standings']): number | undefined {
  const levels = [agency, partner].flatMap((standing) => (standing.kind === 'level' ? [standing.level] : []))
  return levels.length > 0 ? Math.min(...levels) : undefined
}
