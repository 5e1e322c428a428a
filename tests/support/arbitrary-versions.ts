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

/** Makes the next version of one, by doing to each of its items what `deeds` say, one after the other. */
export function nextVersion(before: KnownVersion, deeds: readonly Deed[], number: number): KnownVersion {
  let made = 0
  const why = 'So that there is something to declare.'
  const older = JSON.parse(JSON.stringify(before.questionnaire)) as Json & {
    domains: (Json & { items: Json[] })[]
  }
  const anew = (json: Json, change: Deed, from: string[], id = `any.v${number}-${++made}`): MadeItem => {
    return {
      json: { ...json, id, question: `Version ${number} asks ${id}` },
      change,
      from,
      asks: `${number} ${id}`,
    }
  }
  let done = 0
  const domains = older.domains.map((domain) => {
    const items: MadeItem[] = []
    const waiting = [...domain.items]
    for (let json = waiting.shift(); json; json = waiting.shift()) {
      const id = String(json['id'])
      const asks = before.asks.get(id) ?? id
      const change = deeds[done++ % deeds.length] ?? 'same'
      const partner = change === 'merged' ? waiting.find(({ kind }) => kind === json['kind']) : undefined
      if (partner) waiting.splice(waiting.indexOf(partner), 1)
      if (change === 'same' || (change === 'merged' && !partner))
        items.push({ json, change: 'same', from: [id], asks })
      if (change === 'reworded') items.push({ ...anew(json, change, [id], id), asks })
      if (change === 'renamed') items.push({ ...anew(json, change, [id]), asks })
      if (change === 'changed') items.push(anew(json, change, [id], id))
      if (change === 'split') items.push(anew(json, change, [id]), anew(json, change, [id]))
      if (partner) items.push(anew(json, change, [id, String(partner['id'])]))
      if (change === 'added') {
        items.push({ json, change: 'same', from: [id], asks }, anew(added(before.questionnaire), change, []))
      }
    }
    // No domain may be empty.
    return { domain, items: items.length > 0 ? items : [anew(added(before.questionnaire), 'added', [])] }
  })
  const all = domains.flatMap(({ items }) => items)
  if (!all.some(({ json }) => json['kind'] === 'level')) {
    const item = anew(added(before.questionnaire), 'added', [])
    domains[0]?.items.push(item)
    all.push(item)
  }
  const reached = new Set(all.flatMap(({ from }) => from))
  const changes = [
    ...declared(all, why),
    ...itemsOf(before.questionnaire)
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) => ({ change: 'retired', item: id, why })),
  ]
  const kept = new Map(
    all
      .filter(({ change }) => ['same', 'reworded', 'renamed'].includes(change))
      .map(({ json, from }) => [from[0] ?? '', String(json['id'])]),
  )
  const json = {
    ...older,
    version: `1.${number}.0`,
    domains: domains.map(({ domain, items }) => ({
      ...domain,
      items: items.map((item) => withConditions(item.json, kept)),
    })),
    revises: {
      version: before.questionnaire.version,
      same: all.filter(({ change }) => change === 'same').flatMap(({ from }) => from),
      changes,
    },
  }
  const reading = readQuestionnaire(json)
  if (reading.status !== 'valid') throw new Error(reading.faults.map(faultLine).join('\n'))
  return {
    questionnaire: reading.questionnaire,
    asks: new Map(all.map(({ json: { id }, asks }) => [String(id), asks])),
    from: new Map(all.map(({ json: { id }, from }) => [String(id), from])),
  }
}

const added = ({ levels }: Questionnaire): Json =>
  levelItem('', {
    notApplicable: true,
    anchors: Object.fromEntries(levels.map(({ value }) => [value, `What ${value} looks like.`])),
  })

/** What was done to items, as a file declares it; the parts of a split stand together. */
function declared(all: readonly MadeItem[], why: string): Json[] {
  const split = new Map<string, string[]>()
  for (const { change, from, json } of all) {
    if (change === 'split') split.set(from.join(), [...(split.get(from.join()) ?? []), String(json['id'])])
  }
  return [
    ...all.flatMap(({ change, from, json }): Json[] => {
      if (change === 'same' || change === 'split') return []
      if (change === 'renamed') return [{ change, from: from[0], to: json['id'], why }]
      if (change === 'merged') return [{ change, from, to: json['id'], why }]
      return [{ change, item: json['id'], why }]
    }),
    ...[...split].map(([from, to]) => ({ change: 'split', from, to, why })),
  ]
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
