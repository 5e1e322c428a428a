import { describe, expect, test } from 'vitest'
import { ENGINE_VERSION, engines } from '#assessments/engine.ts'
import { rational } from '#assessments/rational.ts'
import { scoreExactly, scoreResponses } from '#assessments/scoring.ts'
import {
  anchorsFor,
  domain,
  fourBands,
  levelItem,
  levelsOf,
  notApplicable,
  otherItem,
  questionnaire,
  responses,
  type Json,
} from '#tests/support/questionnaires.ts'

/** Items `care.0` … of one domain, each with the fields given. */
function oneDomain(fields: Json[], more: Json = {}) {
  const items = fields.map((item, i) => levelItem(`care.${i}`, { notApplicable: true, ...item }))
  return questionnaire({ domains: [domain('care', items)], ...more })
}

/** Responses to `care.0` …; null stands for not applicable, undefined for unanswered. */
function answers(...levels: (number | null | undefined)[]) {
  return responses(
    Object.fromEntries(
      levels.flatMap((level, i) => (level === undefined ? [] : [[`care.${i}`, level ?? notApplicable]])),
    ),
  )
}

const times = (count: number, fields: Json = {}) => Array.from({ length: count }, () => fields)
const score = (sample: ReturnType<typeof questionnaire>, given: ReturnType<typeof answers>) => {
  const card = scoreResponses(sample, given)
  return { ...card.domains[0], overall: card.overall }
}

describe('scoreResponses', () => {
  test('takes the weighted mean of the answered items that apply', () => {
    const sample = oneDomain([{ weight: 2 }, { weight: 1 }, { weight: 0.5 }, {}, {}])
    expect(scoreResponses(sample, answers(5, 2, 1, null, undefined))).toEqual({
      questionnaire: 'sample@1.0.0',
      overall: { score: 64.2857, answered: 3, applicable: 4, completeness: 0.75, band: null, cappedBy: [] },
      domains: [
        {
          id: 'care',
          score: 64.2857,
          answered: 3,
          applicable: 4,
          completeness: 0.75,
          band: null,
          cappedBy: [],
        },
      ],
    })
  })

  test('takes the mean of the domains that have a score, by their weights', () => {
    const sample = questionnaire({
      domains: [
        domain('care', [levelItem('care.0')], { weight: 0.3 }),
        domain('data', [levelItem('data.0')], { weight: 0.1 }),
        domain('none', [levelItem('none.0', { notApplicable: true })], { weight: 100 }),
      ],
    })
    const card = scoreResponses(sample, responses({ 'care.0': 5, 'data.0': 1, 'none.0': notApplicable }))
    expect(card.overall).toMatchObject({ score: 75, answered: 2, applicable: 2, completeness: 1 })
    expect(card.domains[2]).toMatchObject({
      score: null,
      answered: 0,
      applicable: 0,
      completeness: null,
      band: null,
    })
  })

  test('scores by the distance from the lowest level, whatever the levels’ values', () => {
    const sample = questionnaire({
      levels: levelsOf([10, 20, 50]),
      domains: [domain('care', [levelItem('care.0', { anchors: anchorsFor([10, 20, 50]) })])],
    })
    expect(score(sample, answers(20)).score).toBe(25)
  })

  test('counts neither hidden items nor other kinds', () => {
    const sample = questionnaire({
      domains: [
        domain('care', [
          otherItem('yes-no', 'care.gate'),
          levelItem('care.0'),
          levelItem('care.1', { shownWhen: { all: [{ item: 'care.gate', equals: true }] } }),
        ]),
      ],
    })
    const given = answers(3, 5)
    expect(score(sample, given)).toMatchObject({ score: 50, answered: 1, applicable: 1 })
    expect(score(sample, { ...given, 'care.gate': { value: true } })).toMatchObject({
      score: 75,
      applicable: 2,
    })
  })

  test('rounds half up, once, to four decimals', () => {
    const sample = oneDomain([{ weight: 0.001 }, { weight: 1000 }, { weight: 999.999 }])
    expect(scoreExactly(sample, answers(5, 1, 1)).domains[0]?.score).toEqual(rational(5, 100_000))
    expect(score(sample, answers(5, 1, 1)).score).toBe(0.0001)
    const thirds = oneDomain(times(3))
    expect(score(thirds, answers(5, 5, 1)).score).toBe(66.6667)
    expect(score(thirds, answers(5, 1, 1)).completeness).toBe(1)
    expect(score(thirds, answers(5, 1)).completeness).toBe(0.6667)
  })

  test('takes nothing for an answer beside "don’t know"', () => {
    const given = { 'care.0': { value: 5, dontKnow: true } as const }
    expect(score(oneDomain([{}]), given)).toMatchObject({ score: null, answered: 0, applicable: 1 })
  })

  test('refuses to score what is no level', () => {
    expect(() => scoreResponses(oneDomain([{}]), answers(6))).toThrow(RangeError)
    expect(() => scoreResponses(oneDomain([{}]), { 'care.0': { value: '3' } })).toThrow(RangeError)
  })

  test('gives nothing a score where nothing is answered', () => {
    expect(scoreResponses(oneDomain(times(2)), {}).overall).toEqual({
      score: null,
      answered: 0,
      applicable: 2,
      completeness: 0,
      band: null,
      cappedBy: [],
    })
  })
})

describe('the band', () => {
  test.each([
    [[3, 3, 3, 3, 3], 'developing'],
    [[1, 1, 1, 1, 1], 'beginning'],
    [[3, 3, 3, 3, 5], 'advancing'],
    [[5, 5, 5, 5, 1], 'sustaining'],
    [[5, 5, 5, 4, 1], 'advancing'],
    [[2, 2, 3, 3, 3], 'developing'],
    [[2, 2, 2, 3, 3], 'beginning'],
  ])('of %j is %s', (levels, band) => {
    expect(score(oneDomain(times(5)), answers(...levels))).toMatchObject({ band, overall: { band } })
  })

  test('is chosen by the unrounded score', () => {
    const sample = oneDomain([{ weight: 799.999 }, { weight: 200.001 }], {
      scoring: { bands: [fourBands[0], { ...fourBands[1], from: 80 }] },
    })
    const { domains } = scoreExactly(sample, answers(5, 1))
    expect(domains[0]).toMatchObject({ displayScore: 80, band: 'beginning' })
    const exact = oneDomain(times(3), {
      scoring: { bands: [fourBands[0], { ...fourBands[1], from: 66.6667 }] },
    })
    expect(score(exact, answers(5, 5, 1))).toMatchObject({ score: 66.6667, band: 'beginning' })
  })

  test('is withheld below the bound of completeness and given at it', () => {
    const sample = oneDomain(times(10))
    expect(score(sample, answers(...times(8).map(() => 5))).band).toBe('sustaining')
    expect(score(sample, answers(...times(7).map(() => 5))).band).toBeNull()
    const strict = oneDomain(times(3), { scoring: { bands: fourBands, minimumCompleteness: 66.667 } })
    expect(score(strict, answers(5, 5)).band).toBeNull()
    const lenient = oneDomain(times(3), { scoring: { bands: fourBands, minimumCompleteness: 66.666 } })
    expect(score(lenient, answers(5, 5)).band).toBe('sustaining')
  })

  test('is withheld above the bound of not applicable by weight, and given at it', () => {
    expect(score(oneDomain(times(4)), answers(null, 5, 5, 5)).band).toBe('sustaining')
    expect(score(oneDomain([{ weight: 1.001 }, {}, {}, {}]), answers(null, 5, 5, 5)).band).toBeNull()
    expect(
      score(oneDomain([{ weight: 0.5 }, { weight: 0.5 }, {}, {}]), answers(null, null, 5, 5)).band,
    ).toBeNull()
  })

  test('does not hold hidden items against a domain', () => {
    const hidden = { shownWhen: { all: [{ item: 'care.0', equals: 1 }] } }
    const sample = oneDomain([{}, {}, {}, {}, { ...hidden, weight: 50 }, { ...hidden, mustHave: true }])
    expect(score(sample, answers(null, 5, 5, 5)).band).toBe('sustaining')
  })

  test('is withheld while a must-have that applies is unanswered', () => {
    const sample = oneDomain([{ mustHave: true }, ...times(9)])
    const rest = times(9).map(() => 5)
    expect(score(sample, answers(undefined, ...rest))).toMatchObject({ band: null, completeness: 0.9 })
    expect(score(sample, { ...answers(undefined, ...rest), 'care.0': { dontKnow: true } }).band).toBeNull()
    expect(score(sample, answers(null, ...rest)).band).toBe('sustaining')
  })

  test('is at most the one below the top while a must-have is below its passing level', () => {
    const sample = oneDomain([{ mustHave: true }, { mustHave: { level: 5 } }, ...times(18)])
    const rest = times(18).map(() => 5)
    expect(score(sample, answers(2, 4, ...rest))).toMatchObject({
      band: 'advancing',
      cappedBy: ['care.0', 'care.1'],
      overall: { band: 'advancing', cappedBy: ['care.0', 'care.1'] },
    })
    expect(score(sample, answers(3, 5, ...rest))).toMatchObject({ band: 'sustaining', cappedBy: [] })
  })

  test('names what would cap it even where the score is far from the top or the band is withheld', () => {
    const sample = oneDomain([{ mustHave: true }, {}, {}])
    expect(score(sample, answers(1, 1, 1))).toMatchObject({ band: 'beginning', cappedBy: ['care.0'] })
    expect(score(sample, answers(1))).toMatchObject({ band: null, cappedBy: ['care.0'] })
  })
})

describe('the overall band', () => {
  const two = (first: Json = {}, second: Json = {}) =>
    questionnaire({
      domains: [
        domain(
          'care',
          times(10).map((_, i) => levelItem(`care.${i}`, { notApplicable: true, ...first })),
        ),
        domain('data', [levelItem('data.0', { notApplicable: true, ...second })]),
      ],
    })
  const full = answers(...times(10).map(() => 5))

  test('is withheld while a domain’s is, even where enough is answered overall', () => {
    const card = scoreResponses(two(), full)
    expect(card.overall).toMatchObject({ band: null, answered: 10, applicable: 11, completeness: 0.9091 })
    expect(scoreExactly(two(), full).overall.withheld).toEqual([{ reason: 'domains', domains: ['data'] }])
  })

  test('is withheld while all of a domain is not applicable', () => {
    expect(scoreResponses(two(), { ...full, 'data.0': notApplicable }).overall.band).toBeNull()
  })

  test('is given where all of a domain is hidden', () => {
    const sample = two({}, { shownWhen: { all: [{ item: 'care.0', equals: 1 }] } })
    const card = scoreResponses(sample, full)
    expect(card.domains[1]).toMatchObject({ score: null, band: null, applicable: 0 })
    expect(card.overall.band).toBe('sustaining')
  })

  test('is capped while a domain’s is', () => {
    const card = scoreResponses(two({}, { mustHave: true }), { ...full, 'data.0': { value: 2 } })
    expect(card.overall).toMatchObject({ cappedBy: ['data.0'] })
    const heavy = questionnaire({
      domains: [
        domain('care', [levelItem('care.0')], { weight: 1000 }),
        domain('data', [levelItem('data.0', { mustHave: true })], { weight: 0.001 }),
      ],
    })
    expect(scoreResponses(heavy, responses({ 'care.0': 5, 'data.0': 1 })).overall).toMatchObject({
      score: 99.9999,
      band: 'advancing',
    })
  })

  test('is withheld below the bound of overall completeness though each domain with answers is above it', () => {
    const sample = questionnaire({
      scoring: { bands: fourBands, minimumCompleteness: 0 },
      domains: [domain('care', [levelItem('care.0')]), domain('data', [levelItem('data.0')])],
    })
    const { overall, domains } = scoreExactly(sample, answers(5))
    expect(domains[1]?.withheld).toMatchObject([{ reason: 'completeness', answered: 0, applicable: 1 }])
    expect(overall).toMatchObject({ band: null, withheld: [{ reason: 'domains', domains: ['data'] }] })
  })
})

describe('gaming: no band comes of', () => {
  const domains = ['care', 'data', 'law'].map((id) =>
    domain(
      id,
      times(10).map((_, i) =>
        levelItem(`${id}.${i}`, { notApplicable: true, mustHave: i === 0 || undefined }),
      ),
    ),
  )
  const sample = questionnaire({ domains })
  const all = responses(
    Object.fromEntries(['care', 'data', 'law'].flatMap((id) => times(10).map((_, i) => [`${id}.${i}`, 5]))),
  )
  const without = (keep: (id: string) => boolean) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => keep(id)))

  test('answering nothing wrong, to begin with, there is one', () => {
    expect(scoreResponses(sample, all).overall).toMatchObject({ score: 100, band: 'sustaining' })
  })

  test('leaving a weak domain out', () => {
    const card = scoreResponses(
      sample,
      without((id) => !id.startsWith('law')),
    )
    expect(card.overall).toMatchObject({ score: 100, band: null })
    expect(card.domains.map(({ band }) => band)).toEqual(['sustaining', 'sustaining', null])
  })

  test('answering nine of ten items not applicable', () => {
    const given = Object.fromEntries(
      Object.entries(all).map(([id, response]) => [id, id.endsWith('.0') ? response : notApplicable]),
    )
    const card = scoreResponses(sample, given)
    expect(card.overall).toMatchObject({ score: 100, completeness: 1, band: null })
    expect(card.domains.map(({ band }) => band)).toEqual([null, null, null])
  })

  test('calling a whole domain not applicable', () => {
    const given = Object.fromEntries(
      Object.entries(all).map(([id, response]) => [id, id.startsWith('law') ? notApplicable : response]),
    )
    expect(scoreResponses(sample, given).overall.band).toBeNull()
  })

  test('skipping a must-have', () => {
    expect(
      scoreResponses(
        sample,
        without((id) => id !== 'law.0'),
      ).overall,
    ).toMatchObject({ band: null })
    expect(scoreResponses(sample, { ...all, 'law.0': { dontKnow: true } }).overall).toMatchObject({
      band: null,
    })
  })
})

describe('scoreExactly', () => {
  test('gives fractions, the number to show, and the sum that each domain comes of', () => {
    const sample = oneDomain([{ weight: 2 }, {}, {}, {}])
    const { overall, domains } = scoreExactly(sample, answers(5, 2, undefined, null))
    expect(domains[0]).toMatchObject({
      id: 'care',
      weight: 1,
      score: rational(75),
      displayScore: 75,
      completeness: rational(2, 3),
      withheld: [{ reason: 'completeness', answered: 2, applicable: 3, minimum: rational(4, 5) }],
      terms: [
        { item: 'care.0', value: 5, points: rational(100), weight: 2 },
        { item: 'care.1', value: 2, points: rational(25), weight: 1 },
      ],
    })
    expect(overall.score).toEqual(rational(75))
    expect(overall.withheld.map(({ reason }) => reason)).toEqual(['completeness', 'domains'])
  })

  test('rounds what is shown half up from the unrounded score, not from the rounded one', () => {
    const sample = oneDomain([{ weight: 989.999 }, { weight: 1000 }, { weight: 10.001 }])
    expect(score(sample, answers(5, 1, 1)).score).toBe(49.5)
    expect(scoreExactly(sample, answers(5, 1, 1)).domains[0]?.displayScore).toBe(49)
    expect(scoreExactly(oneDomain(times(8)), answers(2, 2, 1, 1, 1, 1, 1, 1)).domains[0]).toMatchObject({
      score: rational(25, 4),
      displayScore: 6,
    })
    expect(scoreExactly(oneDomain(times(2)), answers(2, 1)).domains[0]).toMatchObject({
      score: rational(25, 2),
      displayScore: 13,
    })
  })

  test('says why a band is withheld, all reasons at once', () => {
    const sample = oneDomain([{ mustHave: true }, {}, {}])
    expect(scoreExactly(sample, answers(undefined, null, 5)).domains[0]?.withheld).toEqual([
      { reason: 'completeness', answered: 1, applicable: 2, minimum: rational(4, 5) },
      { reason: 'must-have-unanswered', items: ['care.0'] },
      { reason: 'not-applicable', share: rational(1, 3), maximum: rational(1, 4) },
    ])
  })
})

test('the engine of today is among those that can be called', () => {
  expect(engines[ENGINE_VERSION]).toBe(scoreResponses)
})
