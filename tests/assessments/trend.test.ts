import { describe, expect, test } from 'vitest'
import { rational } from '#assessments/rational.ts'
import { chainBackwards, chainTrend, type DatedRound } from '#assessments/trend.ts'
import { domain, levelItem, notApplicable, questionnaire, responses } from '#tests/support/questionnaires.ts'

type Given = Parameters<typeof responses>[0]

const first = questionnaire({
  domains: [
    domain(
      'care',
      ['care.0', 'care.1'].map((id) => levelItem(id, { notApplicable: true })),
    ),
  ],
})
const second = questionnaire({
  version: '1.1.0',
  domains: [
    domain(
      'care',
      ['care.0', 'care.1', 'care.2'].map((id) => levelItem(id, { notApplicable: true })),
    ),
  ],
  revises: {
    version: '1.0.0',
    same: ['care.0', 'care.1'],
    changes: [{ change: 'added', item: 'care.2', why: 'It was missing.' }],
  },
})
const round = (date: string, given: Given, version = first): DatedRound => ({
  date,
  questionnaire: version,
  responses: responses(given),
})
const lineage = [second, first]

describe('chainBackwards', () => {
  test('ends at the latest score and goes back by the changes', () => {
    const points = [
      { score: rational(90), change: null },
      { score: rational(50), change: rational(20) },
      { score: rational(60), change: rational(-5) },
    ]
    expect(chainBackwards(points)).toEqual([rational(45), rational(65), rational(60)])
  })

  test('is not clamped to 0–100', () => {
    const points = [
      { score: rational(0), change: null },
      { score: rational(10), change: rational(30) },
    ]
    expect(chainBackwards(points)[0]).toEqual(rational(-20))
  })

  test('breaks where a change is null, and ends the older segment at its own latest score', () => {
    const points = [
      { score: rational(10), change: null },
      { score: rational(20), change: rational(5) },
      { score: null, change: null },
      { score: rational(70), change: null },
    ]
    expect(chainBackwards(points)).toEqual([rational(15), rational(20), null, rational(70)])
  })

  test('of no points is no line', () => expect(chainBackwards([])).toEqual([]))
})

describe('chainTrend', () => {
  test('of rounds with the same items answered is the raw scores, whatever order they come in', () => {
    const rounds = [
      round('2025-06-01', { 'care.0': 3, 'care.1': 2 }),
      round('2024-06-01', { 'care.0': 1, 'care.1': 2 }),
      round('2024-12-01', { 'care.0': 2, 'care.1': 2 }),
    ]
    const { overall, domains } = chainTrend(rounds, lineage)
    expect(
      overall.map(({ date, displayScore, roundedChained }) => [date, displayScore, roundedChained]),
    ).toEqual([
      ['2024-06-01', 13, 12.5],
      ['2024-12-01', 25, 25],
      ['2025-06-01', 38, 37.5],
    ])
    expect(domains[0]?.points.map(({ chained }) => chained)).toEqual(overall.map(({ score }) => score))
    expect(overall.map(({ comparable }) => comparable)).toEqual([null, 2, 2])
  })

  test('does not rise because a new version asks something that was there all along', () => {
    const rounds = [
      round('2024-06-01', { 'care.0': 2, 'care.1': 2 }),
      round('2025-06-01', { 'care.0': 2, 'care.1': 2, 'care.2': 5 }, second),
    ]
    const { overall } = chainTrend(rounds, lineage)
    expect(overall.map(({ displayScore, chained }) => [displayScore, chained])).toEqual([
      [25, rational(50)],
      [50, rational(50)],
    ])
    expect(overall[1]).toMatchObject({
      version: '1.1.0',
      versionChanged: true,
      change: rational(0),
      brokenBefore: false,
      answered: 3,
      applicable: 3,
      comparable: 2,
    })
    expect(overall[0]).toMatchObject({
      version: '1.0.0',
      versionChanged: false,
      comparable: null,
      change: null,
    })
  })

  test('breaks where two rounds share too little', () => {
    const rounds = [
      round('2024-01-01', { 'care.0': 1, 'care.1': 1 }),
      round('2024-06-01', { 'care.0': 2, 'care.1': 2 }),
      round('2025-01-01', { 'care.0': 4, 'care.1': notApplicable }),
    ]
    const { overall } = chainTrend(rounds, lineage)
    expect(
      overall.map(({ brokenBefore, displayChange, roundedChained }) => [
        brokenBefore,
        displayChange,
        roundedChained,
      ]),
    ).toEqual([
      [false, null, 0],
      [false, 25, 25],
      [true, null, 75],
    ])
  })

  test('breaks between versions that nothing joins', () => {
    const alone = questionnaire({ version: '9.0.0' })
    const rounds = [
      round('2024-01-01', { 'care.0': 1, 'care.1': 1 }),
      round('2024-06-01', { 'leadership.workgroup': 3, 'leadership.coordinator': 3 }, alone),
    ]
    const { overall, domains } = chainTrend(rounds, [...lineage, alone])
    expect(overall[1]?.brokenBefore).toBe(true)
    expect(domains).toMatchObject([
      { id: 'leadership', points: [{ score: null, answered: 0 }, { displayScore: 50 }] },
    ])
  })

  test('of one round is one point, and of none is none', () => {
    expect(chainTrend([round('2024-01-01', {})], lineage).overall).toMatchObject([
      { score: null, chained: null },
    ])
    expect(chainTrend([], lineage)).toEqual({ overall: [], domains: [] })
  })
})
