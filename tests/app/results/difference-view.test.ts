import { describe, expect, test } from 'vitest'
import { differencesView } from '#app/results/difference-view.ts'
import type { FinalRound } from '#app/results/round.ts'
import { reviewedRound } from './reviewed.ts'
import { allAt, lineage, round, sampleNext, without } from './sample.ts'

const labels = ['March 2025', 'March 2026']
const of = (older: FinalRound, newer: FinalRound) => differencesView([older, newer], labels, lineage)[0]

/** As `sampleNext`, and content with less in common. */
const lenient: typeof sampleNext = { ...sampleNext, scoring: { ...sampleNext.scoring, comparableShare: 40 } }
const before = round('2025-03-01', allAt(2))

describe('differencesView', () => {
  test('says in words how much of a difference is improvement, and how much comes from elsewhere', () => {
    const later = { 'training.basic': 3, 'training.beyond': 3, 'training.renewal': 3, 'data.shared': 3 }
    const view = of(before, round('2026-03-01', { ...later, 'data.coded': 5, 'data.published': 5 }, lenient))
    expect(view?.sentence).toBe(
      'The overall score was 25 in March 2025 and 67 in March 2026: a difference of +42 points. Of it, +25 points are improvement, +17 points come from the change of the form and 0 points from items answered in only one of the rounds or in 1 domain with too little in common.',
    )
    expect(view?.basis).toBe('This compares the agency’s own ratings, in both rounds.')
    expect(view?.columns).toEqual(['Improvement', 'Change of the form', 'Answered in one round only'])
    expect(view?.domains).toEqual([
      {
        id: 'training',
        title: 'Training',
        older: '25',
        newer: '50',
        difference: '+25',
        parts: ['+25', '0', '0'],
      },
      { id: 'data', title: 'Data', older: '25', newer: '83', difference: '+58', parts: null },
    ])
  })

  test('calls a loss a decline, and one point a point', () => {
    const view = of(round('2025-03-01', allAt(3)), round('2026-03-01', { ...allAt(3), 'training.basic': 2 }))
    expect(view?.sentence).toContain(
      'a difference of −3 points. Of it, −3 points are decline, 0 points come from the change of the form',
    )
  })

  test('tells what came of items that only one round answered', () => {
    const view = of(before, round('2026-03-01', without({ ...allAt(2), 'data.shared': 5 }, 'training.basic')))
    expect(view?.domains[0]).toMatchObject({ difference: '0', parts: ['0', '0', '0'] })
    expect(
      of(
        round('2025-03-01', without(allAt(2), 'data.shared')),
        round('2026-03-01', { ...allAt(2), 'data.shared': 5 }),
      )?.domains[1],
    ).toMatchObject({
      difference: '+25',
      parts: ['0', '0', '+25'],
    })
  })

  test('has a column for whose ratings count only where that matters', () => {
    const reviewed = reviewedRound('2026-03-01', {
      agency: allAt(4),
      partner: allAt(2),
      agreed: allAt(3),
      settled: {},
    })
    const view = of(before, reviewed)
    expect(view?.columns.at(-1)).toBe('Whose ratings count')
    expect(view?.overall).toMatchObject({
      older: '25',
      newer: '50',
      difference: '+25',
      parts: ['+50', '0', '0', '−25'],
    })
    expect(view?.sentence).toMatch(/and −25 points from whose ratings count: agreed levels in one round/)
    expect(view?.basis).toContain('because the earlier one was not co-reviewed')
  })

  test('splits nothing where a score is missing or too little is comparable', () => {
    expect(of(round('2025-03-01', {}), before)?.sentence).toBe(
      'Without a score in March 2025 there is no overall difference.',
    )
    const few = { 'training.basic': 4, 'data.coded': 4 }
    expect(of(before, round('2026-03-01', few))?.sentence).toMatch(
      /can’t be told: too little is comparable\.$/,
    )
  })

  test('has each pair of neighbors, the latest first', () => {
    const rounds = [before, round('2026-03-01', allAt(3)), round('2027-03-01', allAt(3))]
    const views = differencesView(rounds, ['a', 'b', 'c'], lineage)
    expect(views.map(({ older, newer }) => `${older.label}–${newer.label}`)).toEqual(['b–c', 'a–b'])
    expect(differencesView(rounds.slice(0, 1), ['a'], lineage)).toEqual([])
  })
})
