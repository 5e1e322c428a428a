import fc from 'fast-check'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Response, Responses } from '#assessments/response.ts'
import {
  anchorsFor,
  domain,
  levelItem,
  levelsOf,
  notApplicable,
  otherItem,
  questionnaire,
  type Json,
} from './questionnaires.ts'

/** A weight in thousandths: often a small round one, sometimes any. */
const weight = fc
  .oneof(fc.constantFrom(1000, 500, 2000, 333), fc.integer({ min: 1, max: 1_000_000 }))
  .map((n) => n / 1000)
const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
const levels = fc
  .uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 6 })
  .map((values) => values.sort((a, b) => a - b))

/** Choices that are made into an item once the levels and the items before it are known. */
const seed = fc.record({
  kind: fc.constantFrom('level', 'level', 'level', 'level', 'yes-no'),
  weight,
  domain: fc.nat(3),
  mustHave: fc.option(fc.nat(4), { freq: 3 }),
  condition: fc.option(
    fc.record({
      join: fc.constantFrom('all', 'any'),
      comparisons: fc.array(fc.record({ on: fc.nat(), way: fc.nat(3), level: fc.nat(5) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { freq: 2 },
  ),
  place: fc.nat(1000),
})
type Seed = ReturnType<typeof seed.generate>['value']

const kindOf = (item: Seed, index: number) => (index === 0 ? 'level' : item.kind)
const idOf = (index: number) => `any.item-${index}`

function comparison(
  { on, way, level }: { on: number; way: number; level: number },
  seeds: Seed[],
  values: number[],
  before: number,
): Json {
  const target = on % before
  const item = idOf(target)
  const targetSeed = seeds[target]
  if (targetSeed && kindOf(targetSeed, target) === 'yes-no') return { item, equals: way % 2 === 0 }
  const key = ['atLeast', 'atMost', 'equals', 'differs'][way] ?? 'atLeast'
  return { item, [key]: values[level % values.length] }
}

function itemOf(own: Seed, index: number, seeds: Seed[], values: number[], conditional: boolean): Json {
  const { condition } = own
  const shownWhen =
    conditional && condition && index > 0
      ? { [condition.join]: condition.comparisons.map((each) => comparison(each, seeds, values, index)) }
      : undefined
  if (kindOf(own, index) === 'yes-no')
    return otherItem('yes-no', idOf(index), { shownWhen, notApplicable: true })
  const passing = own.mustHave === null ? undefined : values[1 + (own.mustHave % (values.length - 1))]
  return levelItem(idOf(index), {
    anchors: anchorsFor(values),
    weight: own.weight,
    notApplicable: true,
    shownWhen,
    mustHave: passing === undefined ? undefined : { level: passing },
  })
}

const bands = fc
  .uniqueArray(
    percent.filter((from) => from > 0),
    { minLength: 1, maxLength: 4 },
  )
  .map((rest) =>
    [0, ...rest.sort((a, b) => a - b)].map((from, i) => ({
      id: `band-${i}`,
      label: `Band ${i}`,
      from,
      meaning: 'It is so.',
    })),
  )

/** Any questionnaire of level and yes-no items; without conditions where `conditional` is false. */
export function arbitraryQuestionnaire({ conditional = true } = {}): fc.Arbitrary<Questionnaire> {
  return fc
    .record({
      seeds: fc.array(seed, { minLength: 1, maxLength: 14 }),
      values: levels,
      bands,
      minimumCompleteness: percent,
      maximumNotApplicable: percent,
      weights: fc.tuple(weight, weight, weight, weight),
    })
    .map(({ seeds, values, weights, ...scoring }) => {
      const items = seeds.map((own, i) => ({ own, json: itemOf(own, i, seeds, values, conditional) }))
      const domains = weights.flatMap((domainWeight, d) => {
        const inside = items.filter(({ own }) => own.domain === d).sort((a, b) => a.own.place - b.own.place)
        return inside.length > 0
          ? [
              domain(
                `domain-${d}`,
                inside.map(({ json }) => json),
                { weight: domainWeight },
              ),
            ]
          : []
      })
      return questionnaire({ levels: levelsOf(values), scoring, domains })
    })
}

/** Any responses to a questionnaire of level and yes-no items. */
export function arbitraryResponses(sample: Questionnaire): fc.Arbitrary<Responses> {
  const values = sample.levels.map(({ value }) => value)
  const entries = itemsOf(sample).map((item) => {
    const answer: fc.Arbitrary<Response> =
      item.kind === 'level'
        ? fc.constantFrom(...values).map((value) => ({ value }))
        : fc.boolean().map((value) => ({ value }))
    const response = fc.oneof(
      { weight: 6, arbitrary: answer },
      { weight: 1, arbitrary: fc.constant(notApplicable) },
      { weight: 1, arbitrary: fc.constantFrom<Response>({ dontKnow: true }, {}, { note: 'Later.' }) },
    )
    return [item.id, response] as const
  })
  return fc.record(Object.fromEntries(entries), {
    requiredKeys: entries.filter((_, i) => i % 5 > 0).map(([id]) => id),
  })
}

/** A questionnaire with any number of sets of responses to it. */
export function arbitraryRounds(
  count: number,
  options = {},
): fc.Arbitrary<{ sample: Questionnaire; rounds: Responses[] }> {
  return arbitraryQuestionnaire(options).chain((sample) =>
    fc.record({
      sample: fc.constant(sample),
      rounds: fc.array(arbitraryResponses(sample), { minLength: count, maxLength: count }),
    }),
  )
}
