import type { ItemOutcome, Outcome, Round } from '#assessments/item-outcomes.ts'
import { itemSteps } from '#assessments/item-steps.ts'
import { likeForLike } from '#assessments/like-for-like.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { statusOf } from '#assessments/responses.ts'
import { shownItems } from '#assessments/shown-when.ts'
import { counted } from '../format.ts'
import { outcomeWord } from './changes-view.ts'
import type { FinalRound } from './round.ts'
import { stepWords, type StepWords } from './step-words.ts'

/** One scored item in both rounds. */
export interface ComparedItem {
  id: string
  /** As the newer version puts it, or the older one where the newer doesn't ask it. */
  question: string
  /** As the older version put it; null where that is the same, or not comparable by itself. */
  formerly: string | null
  /** "3 · Partly in place", "not applicable", "not in this version" */
  older: string
  newer: string
  outcome: Outcome
  /** "improved by 1 level" */
  outcomeWords: string
  /** What versions did to it in between. */
  steps: StepWords[]
}

/** The items of a domain, those that are no longer asked last. */
export interface ComparedGroup {
  id: string
  title: string
  items: ComparedItem[]
}

/** Every scored item of either round, by the newer version's domains; domains that it gave up follow. */
export function itemComparisons(
  older: FinalRound,
  newer: FinalRound,
  outcomes: readonly ItemOutcome[],
  lineage: readonly Questionnaire[],
): ComparedGroup[] {
  const compared = comparing(older, newer, lineage)
  const present = newer.questionnaire.domains
  const former = older.questionnaire.domains.filter(({ id }) => present.every((domain) => domain.id !== id))
  return [...present, ...former].flatMap(({ id, title }) => {
    const items = outcomes.filter(({ domain }) => domain === id).map(compared)
    return items.length > 0 ? [{ id, title, items }] : []
  })
}

function comparing(older: FinalRound, newer: FinalRound, lineage: readonly Questionnaire[]) {
  const alike = likeForLike(older, newer)
  const [past, present] = [standingsOf(alike.older), standingsOf(alike.newer)]
  const steps = itemSteps(lineage, older.questionnaire.version, newer.questionnaire.version)
  return (one: ItemOutcome): ComparedItem => {
    const { item, olderItem, outcome } = one
    const retired = outcome === 'retired'
    const now = retired ? undefined : findItem(newer.questionnaire, item)?.question
    const then = olderItem === null ? undefined : findItem(older.questionnaire, olderItem)?.question
    return {
      id: item,
      question: now ?? then ?? item,
      formerly: now !== undefined && then !== undefined && then !== now ? then : null,
      older: olderItem === null ? absent : past(olderItem),
      newer: retired ? absent : present(item),
      outcome,
      outcomeWords: wordsOf(one),
      steps: (retired ? steps.ofOlder(item) : steps.ofNewer(item)).map((step) => stepWords(step, lineage)),
    }
  }
}

const absent = 'not in that version'

/** What a round says of each of its items. */
function standingsOf({ questionnaire, responses }: Round): (id: string) => string {
  const shown = shownItems(questionnaire, responses)
  const labels = new Map(questionnaire.levels.map(({ value, label }) => [value, label]))
  return (id) => {
    if (!shown.has(id)) return 'not asked'
    const response = responses[id]
    const value = response?.value
    switch (statusOf(response)) {
      case 'answered':
        return typeof value === 'number' ? `${value} · ${labels.get(value) ?? ''}` : 'not answered'
      case 'not-applicable':
        return 'not applicable'
      case 'dont-know':
        return 'don’t know'
      default:
        return 'not answered'
    }
  }
}

function wordsOf({ outcome, older, newer }: ItemOutcome): string {
  if (older === null || newer === null) return outcomeWord(outcome)
  const steps = counted(Math.abs(newer - older), 'level')
  if (outcome === 'improved') return `▲ improved by ${steps}`
  if (outcome === 'declined') return `▼ declined by ${steps}`
  return outcomeWord(outcome)
}
