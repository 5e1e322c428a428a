import { changesBetween } from '#assessments/changes-between.ts'
import type { ChangeName } from '#assessments/change-entries.ts'
import { itemFacts, type Difference } from '#assessments/facts.ts'
import { domainOfItem, findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import type { ItemDiff } from '#assessments/version-diff.ts'
import { changeCounts, changeSentence } from './change-words.ts'
import { itemFieldLabel, itemFieldText, type WordedField } from './fact-words.ts'
import { questionnaireFieldLabel, questionnaireFieldText } from './questionnaire-field-words.ts'

/** A field that two versions hold differently, in words. */
export interface WordedDifference {
  label: string
  before: string
  after: string
}

/** An item of one version whole, where it can't be laid beside one of the other. */
export interface WholeItem {
  id: string
  question: string
  fields: WordedField[]
}

/** What became of an item, or of several at once. */
export interface ReadChange {
  change: ChangeName
  /** The first id that it has, in the newer version if it is there. */
  id: string
  question: string
  /** What was done, and what that means for answers. */
  sentence: string
  /** What the author says about it. */
  why: string | null
  /** Where one item became one: what differs. */
  differences: WordedDifference[]
  /** Where one became several or several one, or where it is on one side only: what was asked. */
  before: WholeItem[]
  after: WholeItem[]
}

export interface ReadDomain {
  id: string
  title: string
  changes: ReadChange[]
  /** The items about which nothing differs. */
  unchanged: { id: string; question: string }[]
}

/** Two versions laid side by side, for people. */
export interface ReadChanges {
  slug: string
  title: string
  from: string
  to: string
  /** False where nobody vouches for it: the two versions say nothing about each other. */
  declared: boolean
  counts: string[]
  /** Of the questionnaire itself. */
  differences: WordedDifference[]
  domains: ReadDomain[]
}

/** Reads what became of each item from one version to another, by the newer one's domains. */
export function readChanges(
  lineage: readonly Questionnaire[],
  older: Questionnaire,
  newer: Questionnaire,
): ReadChanges {
  const diff = changesBetween(lineage, older, newer)
  const placed = diff.items.map((item) => ({ item, ...placeOf(item, older, newer) }))
  const domains = [
    ...newer.domains,
    ...older.domains.filter(({ id }) => !newer.domains.some((d) => d.id === id)),
  ]
  return {
    slug: newer.slug,
    title: newer.title,
    from: older.version,
    to: newer.version,
    declared: diff.declared,
    counts: changeCounts(diff.items).map(({ words }) => words),
    differences: diff.differences.map((difference) => inWords(difference, older, newer)),
    domains: domains.flatMap(({ id, title }) => {
      const own = placed.filter(({ domain }) => domain === id).sort((a, b) => a.place - b.place)
      if (own.length === 0) return []
      const isUnchanged = ({ item }: { item: ItemDiff }) =>
        item.change === 'same' && item.differences.length === 0
      return {
        ...{ id, title },
        changes: own.filter((one) => !isUnchanged(one)).map(({ item }) => readItem(item, older, newer)),
        unchanged: own.filter(isUnchanged).map(({ item: { to } }) => nameOf(newer, to[0] ?? '')),
      }
    }),
  }
}

/** Where an item stands in the newer version; what is no longer there stands where it was, after the others. */
function placeOf({ from, to }: ItemDiff, older: Questionnaire, newer: Questionnaire) {
  const [id = '', questionnaire, after] = to.length > 0 ? [to[0], newer, 0] : [from[0], older, 1000]
  const domain = domainOfItem(questionnaire, id)
  return {
    domain: domain?.id ?? '',
    place: after + (domain?.items.findIndex((item) => item.id === id) ?? 0),
  }
}

function nameOf(questionnaire: Questionnaire, id: string) {
  return { id, question: findItem(questionnaire, id)?.question ?? id }
}

function inWords(
  { field, before, after }: Difference,
  older: Questionnaire,
  newer: Questionnaire,
): WordedDifference {
  return {
    label: questionnaireFieldLabel(field, after === null ? older : newer),
    ...onlyDiffering(
      questionnaireFieldText(field, before, older),
      questionnaireFieldText(field, after, newer),
    ),
  }
}

/** Of two texts of several paragraphs, those that the other doesn't have. */
function onlyDiffering(before: string, after: string): { before: string; after: string } {
  const [past, present] = [before.split('\n\n'), after.split('\n\n')]
  const without = (one: readonly string[], other: readonly string[]) =>
    one.filter((paragraph) => !other.includes(paragraph)).join('\n\n')
  return { before: without(past, present), after: without(present, past) }
}

function readItem(item: ItemDiff, older: Questionnaire, newer: Questionnaire): ReadChange {
  const { change, from, to, why } = item
  const inPairs = from.length === 1 && to.length === 1
  const { id, question } = to.length > 0 ? nameOf(newer, to[0] ?? '') : nameOf(older, from[0] ?? '')
  return {
    ...{ change, id, question, why },
    sentence: changeSentence(item),
    differences: inPairs ? pairDifferences(item, older, newer) : [],
    before: inPairs ? [] : from.map((one) => whole(older, one)),
    after: inPairs ? [] : to.map((one) => whole(newer, one)),
  }
}

function pairDifferences(
  { from: [from = ''], to: [to = ''], differences }: ItemDiff,
  older: Questionnaire,
  newer: Questionnaire,
): WordedDifference[] {
  const past = findItem(older, from)
  const present = findItem(newer, to)
  if (!past || !present) return []
  return differences.map(({ field, before, after }) => ({
    label: itemFieldLabel(field, after === null ? older : newer),
    ...onlyDiffering(itemFieldText(field, before, older, past), itemFieldText(field, after, newer, present)),
  }))
}

/** The words that people read when they answer an item. */
function whole(questionnaire: Questionnaire, id: string): WholeItem {
  const item = findItem(questionnaire, id)
  const facts = item ? itemFacts(item, '') : []
  const read = facts.filter(
    ({ field, kind }) => (kind === 'wording' && field !== 'question') || field === 'guidance',
  )
  return {
    ...nameOf(questionnaire, id),
    fields: item
      ? read.map(({ field, text }) => ({
          label: itemFieldLabel(field, questionnaire),
          text: itemFieldText(field, text, questionnaire, item),
        }))
      : [],
  }
}
