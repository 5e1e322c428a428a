import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agreementOf,
  meanSignedDifference,
  quadraticWeightedKappa,
  type LevelPair,
} from '#assessments/agreement.ts'
import type { Rational } from '#assessments/rational.ts'
import type { Responses } from '#assessments/response.ts'
import {
  domain,
  levelItem,
  notApplicable,
  otherItem,
  questionnaire,
  responses,
} from '#tests/support/questionnaires.ts'

const asNumber = (fraction: Rational | null) =>
  fraction && Number(fraction.numerator) / Number(fraction.denominator)
const zip = (agency: readonly number[], partner: readonly number[]): LevelPair[] =>
  agency.map((level, i) => [level, partner[i] ?? NaN])
const times = (count: number, level: number) => Array.from({ length: count }, () => level)
/** The pairs of a table with one rater in rows and the other in columns. */
const fromTable = (table: readonly (readonly number[])[]) =>
  table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): LevelPair => [i + 1, j + 1])),
  )

const published: [source: string, pairs: LevelPair[], kappa: number, digits: number][] = [
  [
    // K. L. Gwet, R package irrCAC, data set cont3x3abstractors and the example of kappa2.table:
    // https://cran.r-project.org/web/packages/irrCAC/vignettes/weighting.html
    'irrCAC, two abstractors of 100 pregnancies',
    fromTable([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]),
    0.8921569,
    7,
  ],
  [
    // R package irr, kappa2(anxiety[,2:3], "squared"), as statsmodels' test_inter_rater.py quotes it. Nobody
    // of the two gave a 5, and irr leaves an empty category out, so that its 6 is the fifth.
    'irr, two raters of the anxiety of 20 people',
    zip(
      [3, 5, 4, 5, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
      [2, 1, 4, 4, 3, 2, 1, 5, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
    ),
    0.2520325,
    7,
  ],
  [
    // scikit-learn, sklearn/metrics/tests/test_classification.py, test_cohen_kappa
    'scikit-learn, 100 artificial ratings',
    zip(
      [...times(46, 0), ...times(44, 1), ...times(10, 2)],
      [...times(50, 0), ...times(40, 1), ...times(10, 2)],
    ),
    0.9541,
    4,
  ],
  [
    // B. Hamner, Metrics, MATLAB/metrics/test/testQuadraticWeightedKappa.m
    'Metrics, seven ratings',
    zip([1, 2, 3, 1, 2, 2, 3], [1, 2, 3, 1, 2, 3, 2]),
    0.75,
    10,
  ],
  [
    // The same
    'Metrics, three ratings',
    zip([1, 2, 1], [1, 2, 2]),
    0.4,
    10,
  ],
]

const level = fc.integer({ min: 1, max: 5 })
const pairs = fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 60 })

describe('quadraticWeightedKappa', () => {
  it.each(published)('gives what is published: %s', (_, given, kappa, digits) => {
    expect(asNumber(quadraticWeightedKappa(given))).toBeCloseTo(kappa, digits)
  })

  it('gives what the table of both sides’ levels gives, cell by cell', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        expect(asNumber(quadraticWeightedKappa(given)) ?? 'undefined').toEqual(byTable(given))
      }),
    )
  })

  it('is 1 where both agree on everything, and not on one level only', () => {
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 2 }).filter((levels) => new Set(levels).size > 1),
        (levels) => {
          expect(asNumber(quadraticWeightedKappa(zip(levels, levels)))).toBe(1)
        },
      ),
    )
  })

  it('is undefined where both gave one and the same level throughout, and nowhere else', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const one = new Set(given.flat()).size === 1
        expect(quadraticWeightedKappa(given) === null).toBe(one)
      }),
    )
    expect(asNumber(quadraticWeightedKappa(zip(times(12, 3), times(12, 4))))).toBe(0)
  })

  it('lies between −1 and 1, and is the same with the sides changed over and in any order', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const kappa = quadraticWeightedKappa(given)
        const turned = given.map(([agency, partner]): LevelPair => [partner, agency])
        expect(quadraticWeightedKappa(turned.toReversed())).toEqual(kappa)
        if (kappa) expect(Math.abs(asNumber(kappa) ?? 2)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is not moved by the step between levels', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const stretched = given.map(([agency, partner]): LevelPair => [agency * 25 + 3, partner * 25 + 3])
        expect(quadraticWeightedKappa(stretched)).toEqual(quadraticWeightedKappa(given))
      }),
    )
  })
})

/** Cohen's formula as it is printed: a table, its margins, and two sums over its cells. */
function byTable(given: readonly LevelPair[]): number | 'undefined' {
  let [observed, expected] = [0, 0]
  for (let i = 1; i <= 5; i++) {
    for (let j = 1; j <= 5; j++) {
      const cell = given.filter(([agency, partner]) => agency === i && partner === j).length
      const row = given.filter(([agency]) => agency === i).length
      const column = given.filter(([, partner]) => partner === j).length
      observed += (i - j) ** 2 * cell * given.length
      expected += (i - j) ** 2 * row * column
    }
  }
  return expected === 0 ? 'undefined' : (expected - observed) / expected
}

describe('meanSignedDifference', () => {
  it('is exact, and above 0 where the agency rates higher', () => {
    expect(meanSignedDifference(zip([4, 3, 3], [3, 3, 3]))).toEqual({ numerator: 1n, denominator: 3n })
    expect(meanSignedDifference([])).toBeNull()
  })

  it('turns its sign with the sides', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const turned = given.map(([agency, partner]): LevelPair => [partner, agency])
        const mean = meanSignedDifference(given)
        expect(meanSignedDifference(turned)).toEqual(mean && { ...mean, numerator: -mean.numerator })
      }),
    )
  })
})

const ids = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}.item-${i}`)
const training = ids('training', 10)
const sample = questionnaire({
  domains: [
    domain('leadership', [
      levelItem('leadership.workgroup', { notApplicable: true, weight: 7 }),
      levelItem('leadership.budget', { answeredBy: 'agency' }),
      levelItem('leadership.data', { answeredBy: 'partner-optional' }),
      levelItem('leadership.review', { shownWhen: { all: [{ item: 'leadership.workgroup', atLeast: 3 }] } }),
      otherItem('yes-no', 'leadership.plan'),
    ]),
    domain(
      'training',
      training.map((id) => levelItem(id)),
    ),
  ],
})
const allAt = (levels: readonly number[]) =>
  responses(Object.fromEntries(training.map((id, i) => [id, levels[i] ?? 0])))
const agreementBetween = (agency: Responses, partner: Responses) => agreementOf(sample, { agency, partner })

describe('agreementOf', () => {
  it('counts what both rated with a level, and nothing else', () => {
    const { overall, domains } = agreementBetween(
      responses({
        'leadership.workgroup': 4,
        'leadership.budget': 5,
        'leadership.data': 2,
        'leadership.review': 3,
        'leadership.plan': true,
      }),
      responses({
        'leadership.workgroup': 2,
        'leadership.budget': 1,
        'leadership.data': 2,
        'leadership.review': 3,
        'leadership.plan': false,
      }),
    )
    // The budget is the agency's, the review hidden for the partner, and a plan is no level.
    expect(domains.find(({ id }) => id === 'leadership')).toMatchObject({
      exact: { agreeing: 1, of: 2 },
      meanDifference: 1,
    })
    expect(overall.exact).toEqual({ agreeing: 1, of: 2 })
  })

  it('leaves out what one side finds not applicable, did not answer, copied and did not reconfirm', () => {
    const carried = { assessment: 'other', at: '2026-01-01T00:00:00.000Z', person: 'p1' }
    const { overall } = agreementBetween(
      responses({ 'leadership.workgroup': notApplicable, 'training.item-0': 3, 'training.item-1': 3 }),
      responses({
        'leadership.workgroup': 3,
        'training.item-0': { dontKnow: true },
        'training.item-1': { value: 3, carried },
      }),
    )
    expect(overall).toMatchObject({ exact: { agreeing: 0, of: 0 }, meanDifference: null })
  })

  it('rounds a mean difference half away from 0, the same to either side', () => {
    const [higher, lower] = [allAt([4, 3, 3, 3]), allAt([3, 3, 3, 3])]
    const four = (from: Responses) => Object.fromEntries(Object.entries(from).slice(0, 4))
    expect(agreementBetween(four(higher), four(lower)).overall.meanDifference).toBe(0.3)
    expect(agreementBetween(four(lower), four(higher)).overall.meanDifference).toBe(-0.3)
  })

  it('gives kappa with its n from ten items on, and says below why not', () => {
    const [agency, partner] = [allAt([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]), allAt([1, 2, 3, 4, 5, 1, 2, 3, 4, 4])]
    const { overall, domains } = agreementBetween(agency, partner)
    expect(overall.kappa).toEqual({ value: 0.97, n: 10 })
    expect(domains.map(({ kappa }) => kappa.withheld)).toEqual(['too-few', undefined])
    expect(domains[0]?.kappa).toEqual({
      withheld: 'too-few',
      n: 0,
      why: 'Kappa is given from 10 items on that both sides rated with a level; here there are 0.',
    })
  })

  it('says why kappa is undefined', () => {
    const { kappa } = agreementBetween(allAt(times(10, 3)), allAt(times(10, 3))).overall
    const why: unknown = expect.stringContaining('one and the same level')
    expect(kappa).toEqual({ withheld: 'undefined', n: 10, why })
  })

  it('does not depend on the order of responses', () => {
    const [agency, partner] = [allAt([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]), allAt([2, 2, 3, 1, 5, 1, 2, 3, 4, 4])]
    const turned = (from: Responses) => Object.fromEntries(Object.entries(from).reverse())
    expect(agreementBetween(turned(agency), turned(partner))).toEqual(agreementBetween(agency, partner))
  })
})
