import { compareRounds, type Change, type Comparison } from '#assessments/comparison.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { likeForLike } from '#assessments/like-for-like.ts'
import type { ItemOutcome, Outcome } from '#assessments/item-outcomes.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { counted } from '../format.ts'
import { basisSentence } from './basis-words.ts'
import { changeWords } from './radar-view.ts'
import { percent } from './percent.ts'
import type { FinalRound } from './round.ts'

/** A domain's change, or the overall one. */
export interface ChangeRow {
  id: string
  title: string
  /** "+12", "0", "not comparable". */
  change: string
  /** What it stands on: "9 items in common, 91% of the domain". */
  basis: string
}

/** Items that had the same come of them. */
export interface OutcomeGroup {
  outcome: Outcome
  /** "14 items improved" */
  title: string
  items: { id: string; question: string; domain: string; levels: string }[]
}

/** What changed between two rounds, computed on those two directly. */
export interface ChangesView {
  /** "March 2025", and "Mar 2025" for the head of a narrow column. */
  since: string
  short: string
  overall: ChangeRow
  domains: ChangeRow[]
  groups: OutcomeGroup[]
  counts: { improved: number; declined: number; same: number }
  /** By item id, for the column of changes beside the heat map. */
  words: Record<string, string>
  /** What is compared: agreed levels, or the agency's own ratings. */
  basis: string
}

/** Compares an older round with a newer one, in words. */
export function changesView(
  older: FinalRound,
  newer: FinalRound,
  lineage: readonly Questionnaire[],
  since: { label: string; short: string },
): ChangesView {
  const items = correspondence(lineage, older.questionnaire.version, newer.questionnaire.version)
  const alike = likeForLike(older, newer)
  return changesOf(older, newer, compareRounds(alike.older, alike.newer, items), since)
}

/** A comparison that has been made, in words. */
export function changesOf(
  older: FinalRound,
  newer: FinalRound,
  comparison: Comparison,
  since: { label: string; short: string },
): ChangesView {
  const title = (id: string) => newer.questionnaire.domains.find((domain) => domain.id === id)?.title ?? id
  const count = (outcome: Outcome) => comparison.items.filter((item) => item.outcome === outcome).length
  return {
    since: since.label,
    short: since.short,
    overall: {
      id: 'overall',
      title: 'Overall',
      change: changeWords(comparison.overall),
      basis: overallBasis(comparison.domains),
    },
    domains: comparison.domains.map((domain) => ({
      id: domain.id,
      title: title(domain.id),
      change: changeWords(domain),
      basis: domainBasis(domain),
    })),
    groups: outcomeGroups(comparison.items, older.questionnaire, newer.questionnaire),
    counts: { improved: count('improved'), declined: count('declined'), same: count('same') },
    words: Object.fromEntries(comparison.items.map((item) => [item.item, itemWords(item)])),
    basis: basisSentence(older, newer),
  }
}

function domainBasis({ comparable, sharedWeight }: Change): string {
  const items = `${counted(comparable, 'item')} in common`
  if (!sharedWeight) return items
  const share = percent(sharedWeight)
  return `${items}, ${share === '100%' ? 'all' : share} of the domain`
}

/** Only domains that could be compared are in the overall change, each with its items in common. */
function overallBasis(domains: readonly Change[]): string {
  const compared = domains.filter(({ change }) => change !== null)
  const items = compared.reduce((sum, { comparable }) => sum + comparable, 0)
  const applicable = domains.filter(({ sharedWeight }) => sharedWeight !== null)
  return `${counted(items, 'item')} in common, in ${compared.length} of ${counted(applicable.length, 'domain')}`
}

/** In the order in which they matter to whoever looks for what changed, each with the end of its title. */
const outcomeWords: [Outcome, string][] = [
  ['improved', 'improved'],
  ['declined', 'declined'],
  ['newly-applicable', 'newly applicable'],
  ['no-longer-applicable', 'no longer applicable'],
  ['newly-answered', 'answered now and not then'],
  ['no-longer-answered', 'answered then and not now'],
  ['new', 'new in this version'],
  ['not-comparable', 'asked differently, so not comparable'],
  ['retired', 'no longer asked'],
  ['same', 'the same'],
  ['unanswered', 'unanswered both times'],
  ['not-applicable', 'not applicable both times'],
]

function outcomeGroups(
  outcomes: readonly ItemOutcome[],
  older: Questionnaire,
  newer: Questionnaire,
): OutcomeGroup[] {
  return outcomeWords.flatMap(([outcome, words]) => {
    const items = outcomes.filter((item) => item.outcome === outcome)
    if (items.length === 0) return []
    return [
      {
        outcome,
        title: `${counted(items.length, 'item')} ${words}`,
        items: items.map((item) => {
          const questionnaire = outcome === 'retired' ? older : newer
          const domain = questionnaire.domains.find(({ id }) => id === item.domain)
          return {
            id: item.item,
            question: findItem(questionnaire, item.item)?.question ?? item.item,
            domain: domain?.title ?? item.domain,
            levels: levelsOf(item),
          }
        }),
      },
    ]
  })
}

function levelsOf({ older, newer }: ItemOutcome): string {
  if (older !== null && newer !== null) {
    return older === newer ? `level ${newer}` : `from level ${older} to ${newer}`
  }
  if (newer !== null) return `now level ${newer}`
  return older === null ? '' : `level ${older} then`
}

function itemWords({ outcome, older, newer }: ItemOutcome): string {
  const steps = older !== null && newer !== null ? Math.abs(newer - older) : 0
  if (outcome === 'improved') return `▲ ${steps} up`
  if (outcome === 'declined') return `▼ ${steps} down`
  if (outcome === 'same') return 'same'
  return outcomeWord(outcome)
}

/** "improved", "newly applicable", … */
export function outcomeWord(outcome: Outcome): string {
  return outcomeWords.find(([known]) => known === outcome)?.[1] ?? outcome
}
