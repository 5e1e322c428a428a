import fc from 'fast-check'
import { faultLine } from '#assessments/faults.ts'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import { readQuestionnaire } from '#assessments/read-questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { arbitraryQuestionnaire, arbitraryResponses } from './arbitrary-questionnaires.ts'
import { levelItem, type Json } from './questionnaires.ts'

/** What a version does to an item, as its author declares it. */
export type Deed = 'same' | 'reworded' | 'renamed' | 'changed' | 'split' | 'merged' | 'retired' | 'added'

/** A version, and what its generator knows of each item without any of the code under test. */
export interface KnownVersion {
  questionnaire: Questionnaire
  /** By item id, a name for what is asked: two items with one name ask the same, in whichever versions. */
  asks: ReadonlyMap<string, string>
  /** By item id, the ids of the version before from which it comes. */
  from: ReadonlyMap<string, readonly string[]>
}

const deed = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Deed>('same') },
  { weight: 3, arbitrary: fc.constantFrom<Deed>('reworded', 'renamed') },
  { weight: 4, arbitrary: fc.constantFrom<Deed>('changed', 'split', 'merged', 'retired', 'added') },
)

interface MadeItem {
  json: Json
  change: Deed
  from: string[]
  asks: string
}

type Make = (json: Json, change: Deed, from: string[], id?: string) => MadeItem

/** Makes items of one version that ask something else than any before. */
function maker(number: number): Make {
  let made = 0
  return (json, change, from, id = `any.v${number}-${++made}`) => ({
    json: { ...json, id, question: `Version ${number} asks ${id}` },
    ...{ change, from, asks: `${number} ${id}` },
  })
}

/** What becomes of one item, or of two that are merged; `other` is what it can be merged with. */
function done(
  { json, asks, change, other }: { json: Json; asks: string; change: Deed; other: Json | undefined },
  anew: Make,
  fresh: Json,
): MadeItem[] {
  const id = String(json['id'])
  const same: MadeItem = { json, change: 'same', from: [id], asks }
  switch (change) {
    case 'same':
      return [same]
    case 'reworded':
      return [{ ...anew(json, change, [id], id), asks }]
    case 'renamed':
      return [{ ...anew(json, change, [id]), asks }]
    case 'changed':
      return [anew(json, change, [id], id)]
    case 'split':
      return [anew(json, change, [id]), anew(json, change, [id])]
    case 'merged':
      return other ? [anew(json, change, [id, String(other['id'])])] : [same]
    case 'added':
      return [same, anew(fresh, change, [])]
    case 'retired':
      return []
  }
}

type WrittenDomain = Json & { items: Json[] }

/** Does what `next` says to each item of a domain; none is left empty. */
function madeOf(domain: WrittenDomain, before: KnownVersion, anew: Make, next: () => Deed): MadeItem[] {
  const fresh = added(before.questionnaire)
  const items: MadeItem[] = []
  const waiting = [...domain.items]
  for (let json = waiting.shift(); json; json = waiting.shift()) {
    const id = String(json['id'])
    const { kind } = json
    const change = next()
    const other = change === 'merged' ? waiting.find((one) => one['kind'] === kind) : undefined
    if (other) waiting.splice(waiting.indexOf(other), 1)
    items.push(...done({ json, asks: before.asks.get(id) ?? id, change, other }, anew, fresh))
  }
  return items.length > 0 ? items : [anew(fresh, 'added', [])]
}

/** Makes the next version of one, by doing to each of its items what `deeds` say, one after the other. */
export function nextVersion(before: KnownVersion, deeds: readonly Deed[], number: number): KnownVersion {
  const { questionnaire } = before
  const anew = maker(number)
  const older = JSON.parse(JSON.stringify(questionnaire)) as Json & { domains: WrittenDomain[] }
  let at = 0
  const next = () => deeds[at++ % deeds.length] ?? 'same'
  const domains = older.domains.map((domain) => ({ domain, items: madeOf(domain, before, anew, next) }))
  const scored = domains.some(({ items }) => items.some(({ json }) => json['kind'] === 'level'))
  if (!scored) domains[0]?.items.push(anew(added(questionnaire), 'added', []))
  const all = domains.flatMap(({ items }) => items)
  const kept = new Map(
    all
      .filter(({ change }) => ['same', 'reworded', 'renamed'].includes(change))
      .map(({ json, from }) => [from[0] ?? '', String(json['id'])]),
  )
  const reading = readQuestionnaire({
    ...older,
    version: `1.${number}.0`,
    domains: domains.map(({ domain, items }) => ({
      ...domain,
      items: items.map(({ json }) => withConditions(json, kept)),
    })),
    revises: { version: questionnaire.version, ...declared(all, questionnaire) },
  })
  if (reading.status !== 'valid') throw new Error(reading.faults.map(faultLine).join('\n'))
  return {
    questionnaire: reading.questionnaire,
    asks: new Map(all.map(({ json, asks }) => [String(json['id']), asks])),
    from: new Map(all.map(({ json, from }) => [String(json['id']), from])),
  }
}

const added = ({ levels }: Questionnaire): Json =>
  levelItem('', {
    notApplicable: true,
    anchors: Object.fromEntries(levels.map(({ value }) => [value, `What ${value} looks like.`])),
  })

const why = 'So that there is something to declare.'

/** What was done to items, as a file declares it; the parts of a split stand together. */
function declared(all: readonly MadeItem[], older: Questionnaire): { same: string[]; changes: Json[] } {
  const reached = new Set(all.flatMap(({ from }) => from))
  const retired = itemsOf(older).filter(({ id }) => !reached.has(id))
  const split = new Map<string, string[]>()
  for (const { change, from, json } of all) {
    if (change === 'split') split.set(from.join(), [...(split.get(from.join()) ?? []), String(json['id'])])
  }
  const changes = all.flatMap(({ change, from, json }): Json[] => {
    if (change === 'same' || change === 'split') return []
    if (change === 'renamed') return [{ change, from: from[0], to: json['id'], why }]
    if (change === 'merged') return [{ change, from, to: json['id'], why }]
    return [{ change, item: json['id'], why }]
  })
  return {
    same: all.filter(({ change }) => change === 'same').flatMap(({ from }) => from),
    changes: [
      ...changes,
      ...[...split].map(([from, to]) => ({ change: 'split', from, to, why })),
      ...retired.map(({ id }) => ({ change: 'retired', item: id, why })),
    ],
  }
}

/** Conditions go on where what they look at does, under its new id; else the item is always shown. */
function withConditions({ shownWhen, ...item }: Json, kept: ReadonlyMap<string, string>): Json {
  if (!shownWhen) return item
  const [[join, comparisons]] = Object.entries(shownWhen as Record<string, { item: string }[]>) as [
    [string, { item: string }[]],
  ]
  if (!comparisons.every((comparison) => kept.has(comparison.item))) return item
  const renamed = comparisons.map((comparison) => ({ ...comparison, item: kept.get(comparison.item) }))
  return { ...item, shownWhen: { [join]: renamed } }
}

/** A version and those that follow it, each with responses to it. */
export interface Chain {
  versions: KnownVersion[]
  rounds: Responses[]
}

/** Random chains of versions with random responses to each; `only` limits what is done to items. */
export function arbitraryChain({
  conditional = true,
  only,
  most = 4,
}: { conditional?: boolean; only?: readonly Deed[]; most?: number } = {}): fc.Arbitrary<Chain> {
  const one = only ? fc.constantFrom(...only) : deed
  return fc
    .record({
      first: arbitraryQuestionnaire({ conditional }),
      steps: fc.array(fc.array(one, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: most - 1 }),
    })
    .map(({ first, steps }) =>
      steps.reduce<KnownVersion[]>(
        (versions, deeds, at) => [...versions, nextVersion(versions.at(-1) ?? firstOf(first), deeds, at + 1)],
        [firstOf(first)],
      ),
    )
    .chain((versions) =>
      fc.record({
        versions: fc.constant(versions),
        rounds: fc.tuple(...versions.map(({ questionnaire }) => arbitraryResponses(questionnaire))),
      }),
    )
}

function firstOf(questionnaire: Questionnaire): KnownVersion {
  const ids = itemsOf(questionnaire).map(({ id }) => id)
  return {
    questionnaire,
    asks: new Map(ids.map((id) => [id, id])),
    from: new Map(ids.map((id) => [id, [id]])),
  }
}
