import { describe, expect, test } from 'vitest'
import { progressView } from '#app/results/progress-view.ts'
import { notApplicable } from '#tests/support/questionnaires.ts'
import { allAt, lineage, round, sampleNext, without } from './sample.ts'

const three = [
  round('2024-03-01', allAt(1)),
  round('2025-03-01', { ...allAt(2), 'training.advanced': notApplicable }),
  round('2026-06-01', { ...allAt(3), 'training.basic': 1 }),
]

describe('progressView', () => {
  test('compares with nothing in the first round', () => {
    const view = progressView(three.slice(0, 1), lineage)
    expect(view.sinceLast).toBeNull()
    expect(view.sinceFirst).toBeNull()
  })

  test('compares with the first round only where that isn’t the last one', () => {
    expect(progressView(three.slice(0, 2), lineage).sinceFirst).toBeNull()
    expect(progressView(three, lineage).sinceFirst?.since).toBe('March 2024')
    expect(progressView(three, lineage).sinceLast?.since).toBe('March 2025')
  })

  test('computes each stated change on its two rounds directly', () => {
    const { sinceLast, sinceFirst } = progressView(three, lineage)
    const words = (changes: typeof sinceLast) => changes?.domains.map(({ title, change }) => [title, change])
    expect(words(sinceFirst)).toEqual([
      ['Training', '+38'],
      ['Data', '+50'],
    ])
    expect(words(sinceLast)).toEqual([
      ['Training', 'not comparable'],
      ['Data', '+25'],
    ])
  })

  test('says in plain words what a change stands on', () => {
    const { sinceLast, sinceFirst } = progressView(three, lineage)
    const bases = (changes: typeof sinceLast) =>
      [...(changes?.domains ?? []), changes?.overall].map((row) => row?.basis)
    expect(bases(sinceFirst)).toEqual([
      '3 items in common, all of the domain',
      '2 items in common, 67% of the domain',
      '5 items in common, in 2 of 2 domains',
    ])
    expect(bases(sinceLast)).toEqual([
      '2 items in common, 50% of the domain',
      '3 items in common, all of the domain',
      '3 items in common, in 1 of 2 domains',
    ])
  })

  test('says of each item what came of it', () => {
    const { sinceLast } = progressView(three, lineage)
    expect(sinceLast?.counts).toEqual({ improved: 4, declined: 1, same: 0 })
    expect(sinceLast?.groups.map(({ title, items }) => [title, items.map(({ id }) => id)])).toEqual([
      ['4 items improved', ['training.refresher', 'data.coded', 'data.shared', 'data.analyzed']],
      ['1 item declined', ['training.basic']],
      ['1 item newly applicable', ['training.advanced']],
    ])
    expect(sinceLast?.groups[1]?.items[0]).toMatchObject({ domain: 'Training', levels: 'from level 2 to 1' })
    expect(sinceLast?.words).toMatchObject({
      'training.basic': '▼ 1 down',
      'data.coded': '▲ 1 up',
      'training.advanced': 'newly applicable',
    })
  })
})

describe('the lines', () => {
  test('end at the latest score and go backwards by the changes', () => {
    const { trend } = progressView(three, lineage)
    const data = trend.domains.find(({ id }) => id === 'data')
    expect(data?.points.map(({ shown }) => shown)).toEqual([0, 25, 50])
    expect(data?.finding).toBe('Data: 50, up 25 since March 2025')
    expect(data?.rows[1]).toEqual({
      round: 'March 2025, not co-reviewed',
      version: '1.0.0',
      line: '25',
      own: '25',
      score: '25 (3 of 3 applicable items)',
      answered: '3 of 3 answered',
      compared: '2 compared',
      comparable: '2 items, 67% of the weight, the agency’s own ratings',
      change: '+25',
    })
  })

  test('break in words where too little is shared', () => {
    const training = progressView(three, lineage).trend.domains.find(({ id }) => id === 'training')
    expect(training?.points.map(({ breaksBefore }) => breaksBefore)).toEqual([false, true, true])
    expect(training?.breaks[1]).toBe(
      'Only 50% of the weight of Training is comparable between March 2025 and June 2026 (2 items); the questionnaire asks for 60%. So the line breaks there.',
    )
    expect(training?.finding).toBe('Training: 38, too little in common with March 2025 to compare')
  })

  test('break where nothing was scored', () => {
    const training = without(allAt(3), 'data.coded', 'data.shared', 'data.analyzed')
    const rounds = [round('2024-03-01', allAt(3)), round('2025-03-01', training)]
    const data = progressView(rounds, lineage).trend.domains.find(({ id }) => id === 'data')
    expect(data?.breaks).toEqual(['Nothing is scored in March 2025, so the line breaks there.'])
    expect(data?.finding).toBe('Data: no score')
  })
})

describe('the lines over two versions', () => {
  const later = { 'training.basic': 4, 'training.beyond': 4, 'data.shared': 4, 'data.published': 5 }
  const across = [
    round('2024-03-01', allAt(1)),
    round('2025-03-01', allAt(2)),
    round('2026-03-01', later, sampleNext),
  ]

  test('say where the version changed', () => {
    expect(progressView(three, lineage).trend.versions).toEqual([])
    expect(progressView(across, lineage).trend.versions).toEqual([
      'Dashed line: version 1.1.0 from March 2026.',
    ])
  })

  test('say with numbers why a domain’s line breaks', () => {
    const data = progressView(across, lineage).trend.domains.find(({ id }) => id === 'data')
    expect(data?.points.map(({ breaksBefore }) => breaksBefore)).toEqual([false, false, true])
    expect(data?.breaks).toEqual([
      'Only 33% of the weight of Data is comparable between March 2025 and March 2026 (1 item); the questionnaire asks for 60%. So the line breaks there.',
    ])
  })

  test('can be each round’s own scores, unbroken, with what each difference is made of', () => {
    const { trend, differences } = progressView(across, lineage, 'raw')
    expect(trend.finding).toBe('The score of each round by itself')
    expect(trend.overall.points.map(({ shown, breaksBefore }) => [shown, breaksBefore])).toEqual([
      [0, false],
      [25, false],
      [81, false],
    ])
    expect(trend.overall.finding).toBe('Overall: 81, with 25 in March 2025')
    expect(trend.domains.flatMap(({ breaks }) => breaks)).toEqual([])
    expect(differences.map(({ older, newer }) => [older.label, newer.label])).toEqual([
      ['March 2025', 'March 2026'],
      ['March 2024', 'March 2025'],
    ])
  })

  test('explain nothing but the line unless the scores themselves are asked for', () => {
    expect(progressView(across, lineage).differences).toEqual([])
  })
})

describe('the heat map', () => {
  test('has each item’s level in each round, or why there is none', () => {
    const { heatMap } = progressView(three, lineage)
    expect(heatMap.finding).toBe('Since March 2025, 4 items improved, 1 declined and 0 stayed the same')
    const rows = heatMap.groups.flatMap((group) => group.rows)
    const marks = (id: string) => rows.find((row) => row.id === id)?.cells.map(({ mark }) => mark)
    expect(marks('training.basic')).toEqual(['1', '2', '1'])
    expect(marks('training.advanced')).toEqual(['1', 'n/a', '3'])
    expect(marks('data.analyzed')).toEqual(['·', '2', '3'])
    expect(heatMap.key.map(({ mark, words }) => `${mark} ${words}`)).toEqual([
      '1 Level 1',
      '2 Level 2',
      '3 Level 3',
      '4 Level 4',
      '5 Level 5',
      'n/a not applicable',
      '· not asked',
    ])
  })

  test('follows an item under its new name, and leaves out what can’t be compared', () => {
    const later = { 'training.basic': 4, 'training.beyond': 4, 'data.coded': 4, 'data.published': 4 }
    const view = progressView(
      [round('2025-03-01', allAt(2)), round('2026-03-01', later, sampleNext)],
      lineage,
    )
    const rows = view.heatMap.groups.flatMap((group) => group.rows)
    const row = (id: string) => rows.find((candidate) => candidate.id === id)
    expect(row('training.beyond')?.cells.map(({ mark }) => mark)).toEqual(['2', '4'])
    expect(row('training.beyond')?.change).toBe('▲ 2 up')
    expect(row('data.coded')?.cells.map(({ mark }) => mark)).toEqual(['×', '4'])
    expect(row('data.coded')?.change).toBe('asked differently, so not comparable')
    expect(row('data.published')?.change).toBe('new in this version')
    expect(view.sinceLast?.groups.find(({ outcome }) => outcome === 'retired')?.items).toMatchObject([
      { id: 'data.analyzed', question: 'Who analyzes?', domain: 'Data', levels: 'level 2 then' },
    ])
  })

  test('is darkest at the highest level of whatever scale', () => {
    const tints = progressView(three, lineage).heatMap.key.map(({ tint }) => tint)
    expect(tints).toEqual([1, 2, 3, 4, 5, null, null])
  })
})
