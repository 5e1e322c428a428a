import { describe, expect, test } from 'vitest'
import { resultsView } from '#app/results/results-view.ts'
import { notApplicable } from '#tests/support/questionnaires.ts'
import { allAt, lineage, round, sampleNext, without } from './sample.ts'

const shared = without(allAt(3), 'data.analyzed')

describe('resultsView', () => {
  test('has no comparison in the first round, and says where the domains stand', () => {
    const view = resultsView(round('2026-03-01', { ...allAt(3), 'data.coded': 5 }), null, lineage)
    expect(view.change).toBeNull()
    expect(view.radar.before).toBeNull()
    expect(view.radar.finding).toBe('Data stands highest (67), Training lowest (50)')
  })

  test('compares with the round before, like for like', () => {
    const before = round('2025-03-01', allAt(2))
    const view = resultsView(round('2026-03-01', { ...allAt(2), 'training.basic': 5 }), before, lineage)
    expect(view.change).toEqual({
      since: 'March 2025',
      displayed: 9,
      basis: 'This compares the agency’s own ratings, in both rounds.',
    })
    expect(view.radar.finding).toBe('Training rose most since March 2025: +19')
    expect(
      view.radar.points.map(({ label, now, before: then, change }) => [label, now, then, change]),
    ).toEqual([
      ['Training', 44, 25, '+19'],
      ['Data', 25, 25, '0'],
    ])
  })

  test('puts the round before where the same items stood, not where its own score was', () => {
    const before = round('2025-03-01', { ...allAt(2), 'training.refresher': { dontKnow: true } })
    const now = round('2026-03-01', { ...allAt(2), 'training.basic': 3, 'training.refresher': 5 })
    const [training] = resultsView(now, before, lineage).radar.points
    expect(training).toMatchObject({ now: 50, before: 42, change: '+8' })
  })

  test('says that a domain can’t be compared where too little is shared', () => {
    const before = round('2025-03-01', allAt(3))
    const now = round('2026-03-01', { ...shared, 'training.beyond': 3, 'training.renewal': 3 }, sampleNext)
    const view = resultsView(now, before, lineage)
    expect(view.radar.points.map(({ before: then, change }) => [then, change])).toEqual([
      [50, '0'],
      [null, 'not comparable'],
    ])
  })

  test('tells two rounds of one month apart by the day', () => {
    const view = resultsView(round('2026-03-20', allAt(3)), round('2026-03-01', allAt(2)), lineage)
    expect(view.change?.since).toBe('March 1, 2026')
    expect(view.radar.now).toEqual({ label: 'March 20, 2026', short: 'Mar 20, 2026' })
  })

  test('shows every item with its level and anchor, and why one has none', () => {
    const given = {
      'training.basic': { value: 2, note: 'Half of them.', evidence: ['https://example.org/list'] },
      'training.advanced': notApplicable,
      'training.hours': 40,
      'data.coded': 1,
      'data.analyzed': 4,
      'data.shared': { dontKnow: true as const },
    }
    const [training, data] = resultsView(round('2026-03-01', given), null, lineage).domains
    expect(training?.items.map(({ kind, status }) => [kind, status])).toEqual([
      ['level', 'answered'],
      ['level', 'not-applicable'],
      ['level', 'unanswered'],
      ['context', 'answered'],
    ])
    expect(training?.items[0]).toMatchObject({
      level: { value: 2, label: 'Level 2' },
      anchor: 'What level 2 looks like.',
      passes: 3,
      given: { note: 'Half of them.', evidence: ['https://example.org/list'] },
    })
    expect(training?.items[1]).toMatchObject({ given: { reason: 'There is none in this county.' } })
    expect(data?.items.map(({ status }) => status)).toEqual(['answered', 'dont-know', 'hidden'])
  })

  test('explains what the levels are worth', () => {
    expect(resultsView(round('2026-03-01', allAt(3)), null, lineage).worth).toBe(
      'Level 1 is worth 0, level 2 is worth 25, level 3 is worth 50, level 4 is worth 75 and level 5 is worth 100.',
    )
  })
})
