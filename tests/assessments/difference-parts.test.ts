import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correspondence } from '#assessments/correspondence.ts'
import { explainDifference, type ExplainedDifference } from '#assessments/difference-parts.ts'
import type { RatedRound } from '#assessments/like-for-like.ts'
import { itemsOf, levelItemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import { add, rational, roundHalfAwayFromZero, zero } from '#assessments/rational.ts'
import type { Responses } from '#assessments/response.ts'
import { checkDeclaredChanges } from '#assessments/versions.ts'
import { arbitraryQuestionnaire, arbitraryResponses } from '#tests/support/arbitrary-questionnaires.ts'
import { arbitraryRevision } from '#tests/support/arbitrary-revisions.ts'
import { domain, levelItem, notApplicable, questionnaire, responses } from '#tests/support/questionnaires.ts'

const why = 'The field asked for it.'
const first = questionnaire({
  domains: [
    domain(
      'care',
      ['care.0', 'care.1', 'care.2', 'care.3'].map((id) => levelItem(id, { notApplicable: true })),
    ),
  ],
})
const second = questionnaire({
  version: '1.1.0',
  domains: [
    domain(
      'care',
      ['care.0', 'care.1', 'care.2', 'care.new'].map((id) => levelItem(id)),
    ),
  ],
  revises: {
    version: '1.0.0',
    same: ['care.0', 'care.1', 'care.2'],
    changes: [
      { change: 'retired', item: 'care.3', why },
      { change: 'added', item: 'care.new', why },
    ],
  },
})

type Given = Parameters<typeof responses>[0]
const round = (given: Given, of = first): RatedRound => ({ questionnaire: of, responses: responses(given) })

function explained(older: RatedRound, newer: RatedRound, lineage = [first, second]) {
  const [from, to] = [older.questionnaire.version, newer.questionnaire.version]
  return explainDifference(older, newer, correspondence(lineage, from, to))
}

const ones = { 'care.0': 1, 'care.1': 1, 'care.2': 1, 'care.3': 1 }

describe('explainDifference', () => {
  test('calls improvement what rose on the items of both rounds, and nothing else', () => {
    const { overall, domains, basis } = explained(round(ones), round({ ...ones, 'care.0': 5 }))
    expect(basis).toBe('agency')
    expect(overall.shown).toEqual({ difference: 25, improvement: 25, coverage: 0, form: 0, raters: 0 })
    expect(domains).toMatchObject([{ id: 'care', difference: rational(25) }])
  })

  test('puts down to coverage what came of an item that only one round answered', () => {
    const { overall } = explained(
      round({ 'care.0': 1, 'care.1': 1, 'care.2': 1, 'care.3': notApplicable }),
      round({ ...ones, 'care.3': 5 }),
    )
    expect(overall.shown).toMatchObject({ difference: 25, improvement: 0, coverage: 25, form: 0 })
  })

  test('puts down to the form what came of items that only one version asks', () => {
    const { overall } = explained(
      round({ 'care.0': 3, 'care.1': 3, 'care.2': 3, 'care.3': 1 }),
      round({ 'care.0': 3, 'care.1': 3, 'care.2': 4, 'care.new': 5 }, second),
    )
    // 37.5 and 68.75; 50 and 58.33 on the three items of both versions.
    expect(overall.parts).toEqual({
      improvement: rational(25, 3),
      coverage: zero,
      form: rational(275, 12),
      raters: zero,
    })
    expect(overall.shown).toMatchObject({ difference: 31, improvement: 8, form: 23 })
  })

  test('says apart what came of whose responses count', () => {
    const sides = { agency: responses({ ...ones, 'care.0': 5 }), partner: responses(ones) }
    const { basis, overall } = explained(round(ones), { ...round(ones), sides })
    expect(basis).toBe('agency')
    expect(overall.shown).toEqual({ difference: 0, improvement: 25, coverage: 0, form: 0, raters: -25 })
  })

  test('puts down to coverage what came of a domain of which too little is comparable', () => {
    const two = questionnaire({
      domains: [
        domain(
          'care',
          ['care.0', 'care.1', 'care.2', 'care.3'].map((id) => levelItem(id)),
          { weight: 3 },
        ),
        domain('data', [levelItem('data.0'), levelItem('data.1')]),
      ],
    })
    const of = (given: Given) => round({ ...ones, ...given }, two)
    const { overall, domains } = explained(of({ 'data.0': 1 }), of({ 'data.0': 5, 'data.1': 5 }), [two])
    expect(domains[1]).toMatchObject({ difference: rational(100), parts: null, shown: null })
    expect(overall.shown).toMatchObject({ difference: 25, improvement: 0, coverage: 25, form: 0 })
  })

  test('splits nothing where there is no score, or too little in common', () => {
    expect(explained(round({}), round(ones)).overall).toEqual({
      older: null,
      newer: zero,
      difference: null,
      parts: null,
      shown: null,
    })
    expect(explained(round({ 'care.0': 1 }), round({ 'care.1': 5 })).overall).toMatchObject({
      difference: rational(100),
      parts: null,
    })
  })

  test('shows whole numbers that add up, with the difference and the improvement as they are everywhere', () => {
    const { overall } = explained(
      round({ 'care.0': 1, 'care.1': 1, 'care.2': 1, 'care.3': notApplicable }),
      round({ 'care.0': 2, 'care.1': 1, 'care.2': 1, 'care.3': 3 }),
    )
    expect(overall.difference).toEqual(rational(75, 4))
    expect(overall.parts).toMatchObject({ improvement: rational(25, 3), coverage: rational(125, 12) })
    // 8.33 and 10.42 are 8 and 10, and 18.75 is 19.
    expect(overall.shown).toEqual({ difference: 19, improvement: 8, coverage: 11, form: 0, raters: 0 })
  })
})

/** A round of both sides, or of the agency alone. */
const anyRound = (of: Questionnaire): fc.Arbitrary<RatedRound> =>
  fc
    .record({ responses: arbitraryResponses(of), agency: fc.option(arbitraryResponses(of)) })
    .map(({ responses: given, agency }) => ({
      questionnaire: of,
      responses: given,
      sides: agency && { agency, partner: given },
    }))

interface Pair {
  older: RatedRound
  newer: RatedRound
}

const anyPair = (revise: (older: Questionnaire) => fc.Arbitrary<Questionnaire>): fc.Arbitrary<Pair> =>
  arbitraryQuestionnaire({ conditional: false })
    .chain((before) => fc.tuple(fc.constant(before), revise(before)))
    .chain(([before, after]) => fc.record({ older: anyRound(before), newer: anyRound(after) }))

const acrossVersions = anyPair((older) => arbitraryRevision(older))
const oneVersion = anyPair((older) => fc.constant(older))
const wordsOnly = anyPair((older) => arbitraryRevision(older, ['same', 'reworded']))

const explainedIn = ({ older, newer }: Pair) =>
  explained(older, newer, [older.questionnaire, newer.questionnaire])

const eachOf = ({ overall, domains }: ReturnType<typeof explainedIn>): ExplainedDifference[] => [
  overall,
  ...domains,
]

/** Every item with an answer, so that both rounds answer what both versions ask. */
function filled({ questionnaire: of, responses: given }: RatedRound): RatedRound {
  const lowest = of.levels[0]?.value ?? 0
  const all: Responses = Object.fromEntries(
    levelItemsOf(itemsOf(of)).map(({ id }) => [id, { value: given[id]?.value ?? lowest }]),
  )
  return { questionnaire: of, responses: all }
}

describe('explainDifference, whatever the versions and the responses', () => {
  test('is tried on versions that an author could publish', () => {
    fc.assert(
      fc.property(acrossVersions, ({ older, newer }) => {
        expect(checkDeclaredChanges(older.questionnaire, newer.questionnaire)).toEqual([])
      }),
    )
  })

  test('gives parts that add up exactly, and as they are shown', () => {
    fc.assert(
      fc.property(acrossVersions, (pair) => {
        for (const { difference, parts, shown } of eachOf(explainedIn(pair))) {
          if (!difference || !parts || !shown) continue
          const { improvement, coverage, form, raters } = parts
          expect(add(add(improvement, coverage), add(form, raters))).toEqual(difference)
          expect(shown.difference).toBe(roundHalfAwayFromZero(difference, 0))
          expect(shown.improvement).toBe(roundHalfAwayFromZero(improvement, 0))
          expect(shown.improvement + shown.coverage + shown.form + shown.raters).toBe(shown.difference)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('shows each part within a point and a half of what it is, and nothing of what is 0', () => {
    fc.assert(
      fc.property(acrossVersions, (pair) => {
        for (const { parts, shown } of eachOf(explainedIn(pair))) {
          for (const key of ['coverage', 'form', 'raters'] as const) {
            if (!parts || !shown) continue
            const exact = Number(parts[key].numerator) / Number(parts[key].denominator)
            expect(Math.abs(shown[key] - exact)).toBeLessThanOrEqual(1.5)
            if (exact === 0) expect(shown[key]).toBe(0)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test('takes the improvement from the comparison, and splits wherever that has a change', () => {
    fc.assert(
      fc.property(acrossVersions, (pair) => {
        const { comparison, overall, domains } = explainedIn(pair)
        for (const [i, { parts, difference }] of domains.entries()) {
          const change = comparison.domains[i]?.change ?? null
          expect(parts?.improvement ?? null).toEqual(difference && change)
        }
        expect(overall.parts?.improvement ?? null).toEqual(overall.difference && comparison.overall.change)
      }),
    )
  })

  test.each([
    ['within one version', oneVersion],
    ['in a version that changes words only', wordsOnly],
  ])('puts nothing down to the form %s', (_, pairs) => {
    fc.assert(
      fc.property(pairs, (pair) => {
        for (const { parts } of eachOf(explainedIn(pair))) if (parts) expect(parts.form).toEqual(zero)
      }),
    )
  })

  test('puts nothing down to coverage or raters where the agency alone answered everything both times', () => {
    fc.assert(
      fc.property(acrossVersions, ({ older, newer }) => {
        const { domains } = explainedIn({ older: filled(older), newer: filled(newer) })
        for (const { parts } of domains) {
          if (parts) expect([parts.coverage, parts.raters]).toEqual([zero, zero])
        }
      }),
    )
  })
})
