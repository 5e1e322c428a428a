import type { Side } from '#assessments/access.ts'
import { widthOf } from '#assessments/differences.ts'
import { domainOfItem, type Questionnaire } from '#assessments/questionnaire.ts'
import type { ItemUnderTalk } from '#assessments/reconciliation.ts'
import { differenceWords, standingWords, talkStateOf } from '#app/reconciling/talk-words.ts'
import type { ReconciliationRead } from '#db/queries/reconciliation.server.ts'
import { passes, unsettled, type Filters } from './filters.ts'

type Talk = Pick<ReconciliationRead, 'state' | 'sides'>

/** Every item that both sides settle, the widest difference first, and those of the agency alone at the end. */
function inOrderOfWidth({ state }: Talk): ItemUnderTalk[] {
  const items = [...state.items.values()]
  const place = ({ difference }: ItemUnderTalk) =>
    difference.kind === 'agency-only' ? -1 : widthOf(difference)
  return items.sort((one, other) => place(other) - place(one))
}

/** A row of the list. */
export type Row = ReturnType<typeof rowOf>

function rowOf(item: ItemUnderTalk, { sides }: Talk, questionnaire: Questionnaire, side: Side) {
  const { id, question } = item.item
  const { levels } = questionnaire
  const domain = domainOfItem(questionnaire, id)
  const words = (whose: Side) => standingWords(item.standings[whose], sides[whose][id], levels)
  return {
    id,
    question,
    domainId: domain?.id ?? '',
    domain: domain?.title ?? '',
    standings: { agency: words('agency'), partner: words('partner') },
    difference: item.difference,
    differs: widthOf(item.difference) > 0,
    width: differenceWords(item.difference),
    state: talkStateOf(item, side),
    comments: item.thread.filter(({ kind }) => kind === 'commented').length,
  }
}

/** The list as one side sees it, before and after filtering, and how much there is to do. */
export function listView(talk: Talk, questionnaire: Questionnaire, side: Side, filters: Filters) {
  const all = inOrderOfWidth(talk).map((item) => rowOf(item, talk, questionnaire, side))
  return {
    all,
    rows: all.filter((row) => passes(filters, row)),
    counts: countsOf(all),
  }
}

function countsOf(rows: readonly Row[]) {
  const count = (holds: (row: Row) => boolean) => rows.filter(holds).length
  const talked = (row: Row) => row.state !== 'agency-only' && row.state !== 'hidden'
  return {
    differences: count((row) => row.differs && talked(row)),
    settled: count((row) => row.differs && (row.state === 'settled' || row.state === 'not-agreed')),
    notAgreed: count(({ state }) => state === 'not-agreed'),
    waitForYou: count(({ state }) => state === 'waits-for-you'),
    waitForThem: count(({ state }) => state === 'waits-for-them'),
    unproposed: count(({ state }) => state === 'open'),
    unsettled: count(({ state }) => unsettled.has(state)),
    same: count((row) => row.difference.kind === 'same' && talked(row)),
    agencyOnly: count(({ state }) => state === 'agency-only'),
    hidden: count(({ state }) => state === 'hidden'),
  }
}

export type Counts = ReturnType<typeof countsOf>
