import { compareSides, type BothSides, type ComparedItem, type Standing } from '#assessments/differences.ts'
import { domainOfItem, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Settled } from '#assessments/reconciliation.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { DumbbellRow } from '../charts/dumbbell-row.ts'
import { counted } from '../format.ts'

/** One scored item with both sides' levels, the agreed one, and how that came about. */
export interface ItemComparison {
  id: string
  question: string
  /** "3 · Partly in place", "not applicable". */
  agency: string
  partner: string
  agreed: string
  how: Settled
  differs: boolean
  /** Why, where both settled on it. */
  note: string | null
  /** Null where there is nothing to draw: both gave the same, or the agency alone answers it. */
  row: DumbbellRow | null
}

/** The items of a domain, and what they show together. */
export interface DomainComparison {
  id: string
  finding: string
  /** What isn't drawn, in words. */
  caption: string
  items: ItemComparison[]
}

interface Given {
  sides: BothSides
  agreed: Responses
  settled: Readonly<Record<string, Settled>>
}

/** Compares what both sides gave, item by item, with what they settled on. */
export function comparedItems(questionnaire: Questionnaire, given: Given): DomainComparison[] {
  const shown = shownItems(questionnaire, given.agreed)
  const compared = compareSides(questionnaire, given.sides)
  return questionnaire.domains.map(({ id, title }) => {
    const items = compared
      .filter(({ item }) => domainOfItem(questionnaire, item.id)?.id === id)
      .map((one) => itemComparison(questionnaire, one, given, shown.has(one.item.id)))
    return { id, finding: findingOf(title, items), caption: captionOf(items), items }
  })
}

function itemComparison(
  { levels }: Questionnaire,
  { item, standings, difference }: ComparedItem,
  { agreed: all, settled }: Given,
  shown: boolean,
): ItemComparison {
  const word = (standing: Standing) => {
    if (standing.kind !== 'level') return silentWords[standing.kind]
    const level = levels.find(({ value }) => value === standing.level)
    return `${standing.level} · ${level?.label ?? ''}`
  }
  const response = all[item.id]
  const agreed = agreedStanding(response, shown)
  const how = settled[item.id] ?? (difference.kind === 'agency-only' ? 'agency-only' : 'same')
  const differs = difference.kind !== 'agency-only' && difference.kind !== 'same'
  return {
    id: item.id,
    question: item.question,
    agency: word(standings.agency),
    partner: difference.kind === 'agency-only' ? 'not asked' : word(standings.partner),
    agreed: word(agreed),
    how,
    differs,
    note: response?.note !== undefined && how !== 'agency-only' ? response.note : null,
    row: differs || how === 'settled' ? rowOf(item, standings, agreed, how) : null,
  }
}

const silentWords = {
  'not-applicable': 'not applicable',
  unanswered: 'not answered',
  hidden: 'not asked',
} as const

function agreedStanding(response: Response | undefined, shown: boolean): Standing {
  if (!shown) return { kind: 'hidden' }
  if (response?.notApplicable !== undefined) return { kind: 'not-applicable' }
  return typeof response?.value === 'number'
    ? { kind: 'level', level: response.value }
    : { kind: 'unanswered' }
}

function rowOf(
  { id, question }: ComparedItem['item'],
  { agency, partner }: ComparedItem['standings'],
  agreed: Standing,
  how: Settled,
): DumbbellRow {
  const level = (standing: Standing) => (standing.kind === 'level' ? standing.level : null)
  const silent = (who: string, standing: Standing) =>
    standing.kind === 'level' ? [] : [`${who}: ${silentWords[standing.kind]}`]
  const asides = [...silent('agency', agency), ...silent('partner', partner), ...silent('agreed', agreed)]
  return {
    id,
    label: question,
    agency: level(agency),
    partner: level(partner),
    agreed: level(agreed),
    notAgreed: how === 'not-agreed',
    aside: asides.length > 0 ? asides.join(', ') : null,
  }
}

function findingOf(title: string, items: readonly ItemComparison[]): string {
  const both = items.filter(({ how }) => how !== 'agency-only')
  const apart = both.filter(({ differs }) => differs)
  const open = both.filter(({ how }) => how === 'not-agreed').length
  if (both.length === 0) return `${title}: the agency alone answers these items`
  if (apart.length === 0) return `${title}: both sides gave ${all(both.length)} the same`
  const differed = `${title}: the sides differed on ${apart.length} of ${counted(both.length, 'item')}`
  if (open === 0) return `${differed} and settled ${apart.length === 1 ? 'it' : 'them all'}`
  return `${differed}, and ${open === apart.length ? 'agreed on none' : `did not agree on ${open}`}`
}

const all = (count: number) => (count === 1 ? 'the one item' : `all ${count} items`)

function captionOf(items: readonly ItemComparison[]): string {
  const same = items.filter(({ row, how }) => row === null && how !== 'agency-only').length
  const alone = items.filter(({ how }) => how === 'agency-only').length
  return [
    items.some(({ row }) => row !== null) && 'Levels from left to right.',
    same > 0 && `Not drawn: ${counted(same, 'item')} that both gave the same.`,
    alone > 0 && `${counted(alone, 'item')} ${alone === 1 ? 'was' : 'were'} answered by the agency alone.`,
  ]
    .filter((words) => words !== false)
    .join(' ')
}
