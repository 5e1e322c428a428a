import { passingLevel, type Item } from './item.ts'
import type { Questionnaire, Reference } from './questionnaire.ts'

/**
 * What a fact is about: the words that people read when they answer, what an answer means, what scoring
 * makes of it, who is asked what and when, the help beside a question, the levels, the set of domains.
 */
export type FactKind = 'wording' | 'measure' | 'scoring' | 'asking' | 'help' | 'scale' | 'domains'

/** One field of an item or of a questionnaire as text, so that two versions can be laid side by side. */
export interface Fact {
  field: string
  kind: FactKind
  text: string
}

/** A field that two versions hold differently; null on the side that lacks it. */
export interface Difference {
  field: string
  kind: FactKind
  before: string | null
  after: string | null
}

type Entry = [field: string, kind: FactKind, value: unknown]

/** Everything about an item but its id, field by field. `domain` is the id of the domain that holds it. */
export function itemFacts(item: Item, domain: string): Fact[] {
  return facts([
    ['kind', 'measure', item.kind],
    ['question', 'wording', item.question],
    ...ownFacts(item),
    ['domain', 'scoring', domain],
    ['answeredBy', 'asking', item.answeredBy],
    ['required', 'asking', item.required],
    ['notApplicable', 'asking', item.notApplicable],
    ['shownWhen', 'asking', item.shownWhen],
    ['countyWide', 'help', item.countyWide],
    ['guidance', 'help', item.guidance],
    ['evidence', 'help', item.evidence],
    ['sources', 'help', item.sources],
    ['resources', 'help', item.resources],
  ])
}

function ownFacts(item: Item): Entry[] {
  switch (item.kind) {
    case 'level':
      return [
        ...Object.entries(item.anchors).map(([level, text]): Entry => [`anchors.${level}`, 'wording', text]),
        ['weight', 'scoring', item.weight],
        ['mustHave', 'scoring', passingLevel(item) ?? undefined],
      ]
    case 'choice':
    case 'choices':
      return [
        ['options', 'measure', item.options.map(({ id }) => id).sort()],
        ...item.options.map(({ id, label }): Entry => [`options.${id}`, 'wording', label]),
      ]
    case 'number':
      return [
        ['unit', 'measure', item.unit],
        ['minimum', 'asking', item.minimum],
        ['maximum', 'asking', item.maximum],
        ['decimals', 'asking', item.decimals],
      ]
    case 'text':
      return [['maximumLength', 'asking', item.maximumLength]]
    case 'date':
      return [
        ['minimum', 'asking', item.minimum],
        ['maximum', 'asking', item.maximum],
      ]
    case 'yes-no':
      return []
  }
}

/** Everything about a questionnaire but its items, its version and what it declares. */
export function questionnaireFacts(questionnaire: Questionnaire): Fact[] {
  const { levels, scoring, domains } = questionnaire
  return facts([
    ['title', 'wording', questionnaire.title],
    ['summary', 'wording', questionnaire.summary],
    ['about', 'wording', questionnaire.about],
    ['minutes', 'wording', [questionnaire.minutes.least, questionnaire.minutes.most]],
    ['whenInDoubt', 'wording', questionnaire.whenInDoubt],
    ['levels', 'scale', levels.map(({ value }) => value)],
    ...levels.flatMap(({ value, label, meaning }): Entry[] => [
      [`levels.${value}.label`, 'wording', label],
      [`levels.${value}.meaning`, 'wording', meaning],
    ]),
    ['scoring.bands', 'scoring', scoring.bands.map(({ id, from }) => `${id} from ${from}`)],
    ...scoring.bands.flatMap(({ id, label, meaning }): Entry[] => [
      [`scoring.bands.${id}.label`, 'wording', label],
      [`scoring.bands.${id}.meaning`, 'wording', meaning],
    ]),
    ['scoring.minimumCompleteness', 'scoring', scoring.minimumCompleteness],
    ['scoring.maximumNotApplicable', 'scoring', scoring.maximumNotApplicable],
    ['scoring.comparableShare', 'scoring', scoring.comparableShare],
    ['domains', 'domains', domains.map(({ id }) => id).sort()],
    ...domains.flatMap(({ id, title, question, about, weight }): Entry[] => [
      [`domains.${id}.title`, 'wording', title],
      [`domains.${id}.question`, 'wording', question],
      [`domains.${id}.about`, 'wording', about],
      [`domains.${id}.weight`, 'scoring', weight],
    ]),
    ...references('sources', questionnaire.sources),
    ...references('resources', questionnaire.resources),
  ])
}

function references(field: string, named: Record<string, Reference>): Entry[] {
  return Object.entries(named).map(([id, { title, publisher, year, url }]) => [
    `${field}.${id}`,
    'help',
    [title, publisher, year, url].filter((part) => part !== undefined),
  ])
}

function facts(entries: Entry[]): Fact[] {
  return entries.flatMap(([field, kind, value]) => {
    const text = textOf(value)
    return text === null ? [] : [{ field, kind, text }]
  })
}

function textOf(value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(' · ')
  return JSON.stringify(value)
}

/** Lays two lists of facts side by side: the fields that differ, in the order of the newer one. */
export function differencesBetween(older: readonly Fact[], newer: readonly Fact[]): Difference[] {
  const before = new Map(older.map((fact) => [fact.field, fact.text]))
  const after = new Set(newer.map((fact) => fact.field))
  const gone = older.filter((fact) => !after.has(fact.field))
  return [
    ...newer
      .filter(({ field, text }) => before.get(field) !== text)
      .map(({ field, kind, text }) => ({ field, kind, before: before.get(field) ?? null, after: text })),
    ...gone.map(({ field, kind, text }) => ({ field, kind, before: text, after: null })),
  ]
}
