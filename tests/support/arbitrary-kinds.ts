import fc from 'fast-check'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Item } from '#assessments/item.ts'
import type { Response, Responses } from '#assessments/response.ts'
import {
  anchorsFor,
  domain,
  levelItem,
  levelsOf,
  otherItem,
  questionnaire,
  type Json,
} from './questionnaires.ts'

const letters = [...Array.from('abcXYZ019 "\'\\&%$#*_-–`[]()|:;,.?=+@/{}\n\téñßÅ日本語عربي'), '👮‍♀️', '🧡']

/** Text with whatever people type: quotes, Markdown, other scripts, line breaks inside. */
export const anyText = fc
  .string({
    unit: fc.constantFrom(...letters),
    minLength: 1,
    maxLength: 60,
  })
  .map((text) => `T${text}.`)

const kinds = ['level', 'level', 'yes-no', 'choice', 'choices', 'number', 'text', 'date'] as const
type Kind = (typeof kinds)[number]

const seed = fc.record({
  kind: fc.constantFrom(...kinds),
  domain: fc.nat(2),
  answeredBy: fc.constantFrom('both', 'both', 'agency', 'partner-optional'),
  flags: fc.record({ required: fc.boolean(), notApplicable: fc.boolean() }),
  countyWide: fc.boolean(),
  texts: fc.record({
    question: anyText,
    guidance: fc.option(anyText),
    evidence: fc.array(anyText, { maxLength: 3 }),
  }),
  references: fc.record({
    sources: fc.subarray(['one', 'two']),
    resources: fc.subarray(['three']),
  }),
  condition: fc.option(
    fc.record({
      join: fc.constantFrom('all', 'any'),
      comparisons: fc.array(fc.record({ on: fc.nat(), way: fc.nat(3), value: fc.nat(20) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    { freq: 2 },
  ),
  decimals: fc.nat(3),
  bounds: fc.record({
    minimum: fc.integer({ min: -5, max: 5 }),
    more: fc.constantFrom(10, 300, 3_000_000_000),
  }),
  dated: fc.boolean(),
  mustHave: fc.constantFrom(undefined, true, { level: 4 }),
  weight: fc.integer({ min: 1, max: 1_000_000 }).map((n) => n / 1000),
  maximumLength: fc.integer({ min: 200, max: 10_000 }),
})
type Seed = typeof seed extends fc.Arbitrary<infer T> ? T : never

const optionIds = ['first', 'second', 'third-one']
const idOf = (index: number) => `any.item-${index}`
const days = ['2020-01-01', '2024-02-29', '2026-03-31']

/** A value that could answer an item of this kind, picked by a number. */
function valueFor(kind: Kind, pick: number, { bounds: { minimum } }: Seed): string | number | boolean {
  switch (kind) {
    case 'level':
      return 1 + (pick % 5)
    case 'yes-no':
      return pick % 2 === 0
    case 'choice':
    case 'choices':
      return optionIds[pick % 3] ?? ''
    case 'number':
      return minimum + (pick % 10)
    case 'text':
      return `T${'x'.repeat(pick % 3)}`
    case 'date':
      return days[pick % 3] ?? ''
  }
}

function comparison(
  seeds: Seed[],
  targets: number[],
  { on, way, value }: Record<'on' | 'way' | 'value', number>,
): Json {
  const index = targets[on % targets.length] ?? 0
  const target = seeds[index]
  if (!target) throw new Error('there is no such item')
  const { kind } = target
  const ordered = kind === 'level' || kind === 'number'
  const ways =
    kind === 'choices' ? ['includes'] : ['equals', 'differs', ...(ordered ? ['atLeast', 'atMost'] : [])]
  return { item: idOf(index), [ways[way % ways.length] ?? '']: valueFor(kind, value, target) }
}

function conditionOf(own: Seed, index: number, seeds: Seed[]): Json | undefined {
  const targets = seeds.flatMap(({ answeredBy }, i) => (i < index && answeredBy !== 'agency' ? [i] : []))
  if (!own.condition || targets.length === 0) return undefined
  return { [own.condition.join]: own.condition.comparisons.map((one) => comparison(seeds, targets, one)) }
}

function itemOf(own: Seed, index: number, seeds: Seed[]): Json {
  const { question, guidance, evidence } = own.texts
  const common = {
    question,
    guidance: guidance ?? undefined,
    evidence,
    ...own.flags,
    ...own.references,
    answeredBy: own.answeredBy,
    countyWide: own.countyWide && own.answeredBy !== 'agency' ? true : undefined,
    shownWhen: conditionOf(own, index, seeds),
  }
  const { minimum, more } = own.bounds
  const fields: Record<Kind, Json> = {
    level: { anchors: anchorsFor([1, 2, 3, 4, 5]), weight: own.weight, mustHave: own.mustHave },
    'yes-no': {},
    choice: { options: optionIds.map((id) => ({ id, label: `${id}: ${question}` })) },
    choices: { options: optionIds.map((id) => ({ id, label: `${id}, ${question}` })) },
    number: { unit: 'hours a week', minimum, maximum: minimum + more, decimals: own.decimals },
    text: { maximumLength: own.maximumLength },
    date: own.dated ? { minimum: '2020-01-01', maximum: '2026-12-31' } : {},
  }
  const json =
    own.kind === 'level' ? levelItem(idOf(index), common) : otherItem(own.kind, idOf(index), common)
  return { ...json, ...fields[own.kind] }
}

const change = fc.oneof(
  fc.record({
    change: fc.constantFrom('reworded', 'changed', 'added', 'retired'),
    item: fc.constantFrom(idOf(0), idOf(1)),
    why: anyText,
  }),
  fc.record({
    change: fc.constant('renamed'),
    from: fc.constant('any.old'),
    to: fc.constant(idOf(2)),
    why: anyText,
  }),
  fc.record({
    change: fc.constant('split'),
    from: fc.constant('any.whole'),
    to: fc.constant(['any.half', 'any.rest']),
    why: anyText,
  }),
  fc.record({
    change: fc.constant('merged'),
    from: fc.constant(['any.half', 'any.rest']),
    to: fc.constant('any.whole'),
    why: anyText,
  }),
)

const heads = fc.record({
  title: anyText,
  summary: anyText,
  about: anyText,
  draft: fc.boolean(),
  whenInDoubt: anyText,
  $schema: fc.option(fc.constant('../../questionnaire.schema.json'), { nil: undefined }),
  revises: fc.option(
    fc.record({
      version: fc.constant('1.0.0'),
      same: fc.subarray([idOf(3), idOf(4)]),
      changes: fc.array(change, { maxLength: 4 }),
    }),
    { nil: undefined },
  ),
})

/** Any questionnaire with items of every kind, and of each whatever it can say. */
export const questionnaireOfAllKinds: fc.Arbitrary<Questionnaire> = fc
  .record({
    head: heads,
    domainTexts: fc.tuple(anyText, anyText),
    seeds: fc.array(seed, { maxLength: 12 }),
    first: seed,
  })
  .map(({ head, domainTexts: [question, about], seeds, first }) => {
    const all: Seed[] = [{ ...first, kind: 'level' }, ...seeds]
    const domains = [0, 1, 2].flatMap((d) => {
      const items = all.flatMap((own, i) => (own.domain === d ? [itemOf(own, i, all)] : []))
      return items.length > 0
        ? [domain(`domain-${d}`, items, { question, about: d === 1 ? about : undefined })]
        : []
    })
    return questionnaire({
      ...head,
      version: '1.1.0',
      levels: levelsOf([1, 2, 3, 4, 5]),
      domains,
      sources: { one: { title: 'One', year: 2020, url: 'https://example.org/1?a=b' }, two: { title: 'Two' } },
      resources: { three: { title: 'Three', publisher: 'Somebody' } },
    })
  })

function answers(item: Item): fc.Arbitrary<Response> {
  const value: Record<Kind, fc.Arbitrary<Response>> = {
    level: fc.integer({ min: 1, max: 5 }).map((level) => ({ value: level })),
    'yes-no': fc.boolean().map((yes) => ({ value: yes })),
    choice: fc.constantFrom(...optionIds).map((id) => ({ value: id })),
    choices: fc.subarray(optionIds, { minLength: 1 }).map((ids) => ({ value: ids })),
    number: fc
      .integer({ min: 0, max: 9 })
      .map((n) => ({ value: (item.kind === 'number' ? item.minimum : 0) + n })),
    text: anyText.map((text) => ({ value: text })),
    date: fc.constantFrom(...days).map((day) => ({ value: day })),
  }
  const none: fc.Arbitrary<Response>[] = item.notApplicable
    ? [anyText.map((reason) => ({ notApplicable: reason }))]
    : []
  return fc.oneof(
    { weight: 5, arbitrary: value[item.kind] },
    fc.constantFrom<Response>({ dontKnow: true }, {}),
    ...none,
  )
}

/** Any responses to a questionnaire, notes and evidence with them. */
export function responsesOfAllKinds(sample: Questionnaire): fc.Arbitrary<Responses> {
  const links = fc.subarray(['https://example.org/a?b=c#d', 'https://example.gov/é', '[redacted]'])
  const typed = fc.record({ note: fc.option(anyText), links })
  const entries = itemsOf(sample).map((item) => {
    const response = fc.tuple(answers(item), typed).map(([answer, { note, links: evidence }]) => ({
      ...answer,
      ...(note !== null && { note }),
      ...(evidence.length > 0 && { evidence }),
    }))
    return [item.id, response] as const
  })
  return fc.record(Object.fromEntries(entries), {
    requiredKeys: entries.filter((_, i) => i % 5 > 0).map(([id]) => id),
  })
}
