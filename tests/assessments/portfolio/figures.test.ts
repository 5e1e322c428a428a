import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelsText } from '#assessments/levels-text.ts'
import { countScore, noScores, quartiles, tenths } from '#assessments/portfolio/distribution.ts'
import { figuresMaker } from '#assessments/portfolio/figures.ts'
import type { AgencyAtBoth, Snapshot } from '#assessments/portfolio/snapshot.ts'
import { itemsOf, levelItemsOf } from '#assessments/questionnaire.ts'
import { questionnaire, responses } from '#tests/support/questionnaires.ts'

const sample = questionnaire()
const domains = sample.domains.length

/** Every level item at one level. */
function snapshot(level: number, changes: Partial<Snapshot> = {}): Snapshot {
  const all = Object.fromEntries(levelItemsOf(itemsOf(sample)).map(({ id }) => [id, { value: level }]))
  const score = (level - 1) * 25
  return {
    ...{ version: sample.version, coReviewed: false, displayed: score, band: 'developing' },
    domainScores: Array.from({ length: domains }, () => score),
    domainBands: Array.from({ length: domains }, () => 'developing'),
    levels: levelsText({ questionnaire: sample, responses: responses(all) }),
    agencyLevels: null,
    ...changes,
  }
}

const agency = (changes: Partial<AgencyAtBoth>): AgencyAtBoth => ({
  ...{ sizeBand: '10-24', enrolledIn: 2025, sharesAnswers: true, before: null, now: null },
  ...changes,
})

function figuresOf(agencies: readonly AgencyAtBoth[]) {
  const maker = figuresMaker([sample])
  for (const one of agencies) maker.add(one)
  return maker.figures()
}

describe('quartiles', () => {
  test('are scores that were there, by the nearest rank', () => {
    const counts = noScores()
    for (const score of [15, 20, 35, 40, 50]) countScore(counts, score)
    expect(quartiles(counts)).toEqual({ least: 15, lower: 20, median: 35, upper: 40, most: 50 })
    expect(quartiles(noScores())).toBeNull()
  })

  test('are what sorting all scores gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (scores) => {
        const counts = noScores()
        for (const score of scores) countScore(counts, score)
        const sorted = [...scores].sort((one, other) => one - other)
        const ranked = (share: number) => sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]
        expect(quartiles(counts)).toMatchObject({
          ...{ lower: ranked(0.25), median: ranked(0.5), upper: ranked(0.75) },
          ...{ least: sorted[0], most: sorted.at(-1) },
        })
        expect(tenths(counts).reduce((sum, count) => sum + count, 0)).toBe(scores.length)
      }),
    )
  })
})

describe('the figures of a program', () => {
  test('count agencies now, and compare those that are in both moments', () => {
    const figures = figuresOf([
      agency({ before: snapshot(2), now: snapshot(3) }),
      agency({ before: snapshot(4), now: snapshot(3) }),
      agency({ before: snapshot(3), now: snapshot(3) }),
      agency({ now: snapshot(5) }),
      agency({ before: snapshot(5) }),
      agency({}),
    ])
    expect(figures.agencies).toEqual({ now: 4, both: 3, coReviewed: 0 })
    expect(figures.overall.now.quartiles).toMatchObject({ least: 50, median: 50, most: 100 })
    expect(figures.overall.both).toMatchObject({ n: 3, before: { n: 3 }, now: { n: 3 } })
    const one = { improved: 1, declined: 1, same: 1, notComparable: 0 }
    expect([figures.overall, ...figures.domains].map(({ movement }) => movement)).toEqual(
      Array.from({ length: domains + 1 }, () => one),
    )
  })

  test('leave out of a domain who has no score in it', () => {
    const without = snapshot(3, { domainScores: [null, ...Array.from({ length: domains - 1 }, () => 50)] })
    const { overall, domains: all } = figuresOf([agency({ now: without }), agency({ now: snapshot(3) })])
    expect(overall.now.n).toBe(2)
    expect(all.map(({ now }) => now.n)).toEqual([1, ...Array.from({ length: domains - 1 }, () => 2)])
  })

  test('tell of items only for agencies that share their answers, the weakest first', () => {
    const [first] = levelItemsOf(itemsOf(sample))
    const weak = { ...snapshot(4), levels: `1${snapshot(4).levels.slice(1)}` }
    const { weakest } = figuresOf([agency({ now: weak }), agency({ now: snapshot(1), sharesAnswers: false })])
    expect(weakest[0]).toMatchObject({ id: first?.id, n: 1, mean: 1, low: 1 })
    expect(weakest.slice(1).every(({ n, mean, low }) => n === 1 && mean === 4 && low === 0)).toBe(true)
  })

  test('take agreed levels with agreed ones, otherwise the agency’s own', () => {
    const agreed = snapshot(2, { coReviewed: true, agencyLevels: snapshot(4).levels })
    const { overall } = figuresOf([agency({ before: agreed, now: snapshot(3) })])
    expect(overall.movement).toMatchObject({ declined: 1, improved: 0 })
    const both = snapshot(3, { coReviewed: true, agencyLevels: snapshot(1).levels })
    expect(figuresOf([agency({ before: agreed, now: both })]).overall.movement).toMatchObject({ improved: 1 })
  })

  test('put agencies together by year of enrollment, size and co-review', () => {
    const { cohorts } = figuresOf([
      agency({ now: snapshot(2) }),
      agency({ now: snapshot(4, { coReviewed: true }), enrolledIn: 2024, sizeBand: null }),
    ])
    expect(cohorts.map(({ kind, key, now }) => [kind, key, now.n, now.median])).toEqual([
      ['enrolled', '2024', 1, 75],
      ['enrolled', '2025', 1, 25],
      ['size', '10-24', 1, 25],
      ['partner', 'with', 1, 75],
      ['partner', 'without', 1, 25],
    ])
  })
})
