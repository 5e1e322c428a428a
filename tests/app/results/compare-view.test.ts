import { describe, expect, test } from 'vitest'
import { compareView } from '#app/results/compare-view.ts'
import { notApplicable, questionnaire, type Json } from '#tests/support/questionnaires.ts'
import { mixed } from './reviewed.ts'
import { allAt, lineage, round, sample, sampleNext } from './sample.ts'

const before = round('2025-03-01', allAt(2))
const later = { 'training.basic': 4, 'training.beyond': 2, 'data.coded': 4, 'data.shared': notApplicable }
const across = compareView(
  before,
  round('2026-03-01', { ...later, 'data.published': 5 }, sampleNext),
  lineage,
)
const items = across.items.flatMap((group) => group.items)
const item = (id: string) => items.find((one) => one.id === id)

describe('compareView', () => {
  test('has both rounds’ scores with what they stand on, and the change like for like', () => {
    expect([across.older.version, across.newer.version]).toEqual(['1.0.0', '1.1.0'])
    expect(across.domains[0]).toEqual({
      id: 'training',
      title: 'Training',
      older: '25 (3 of 3 applicable items)',
      newer: '42 (2 of 3 applicable items)',
      change: '+17',
      basis: '2 items in common, 75% of the domain',
    })
    expect(across.domains[1]).toMatchObject({ change: 'not comparable' })
    expect(across.basis).toBe('This compares the agency’s own ratings, in both rounds.')
    expect(across.difference.domains[0]).toMatchObject({ parts: ['+17', '0', '0'] })
  })

  test('says both levels of an item, and what came of it', () => {
    expect(item('training.basic')).toMatchObject({
      question: 'Who is trained?',
      formerly: null,
      older: '2 · Level 2',
      newer: '4 · Level 4',
      outcomeWords: '▲ improved by 2 levels',
      steps: [],
    })
    expect(item('training.renewal')).toMatchObject({
      newer: 'not answered',
      outcomeWords: 'answered then and not now',
    })
    expect(item('data.shared')).toMatchObject({
      newer: 'not applicable',
      outcomeWords: 'no longer applicable',
    })
  })

  test('says what the version did to an item, and the author’s sentence why', () => {
    expect(item('training.beyond')).toMatchObject({
      outcomeWords: 'the same',
      steps: [{ what: 'Version 1.1.0 keeps it under another name.', why: 'A clearer name.' }],
    })
    expect(item('data.coded')).toMatchObject({
      question: 'What is coded now?',
      formerly: 'What is coded?',
      older: '2 · Level 2',
      newer: '4 · Level 4',
      outcomeWords: 'asked differently, so not comparable',
      steps: [
        {
          what: 'Version 1.1.0 asks something else here, which can’t be compared.',
          why: 'It asks about now.',
        },
      ],
    })
    expect(item('data.published')).toMatchObject({
      older: 'not in that version',
      newer: '5 · Level 5',
      outcomeWords: 'new in this version',
      steps: [{ what: 'Version 1.1.0 added it.', why: 'It was missing.' }],
    })
  })

  test('lists what is no longer asked after the rest of its domain', () => {
    expect(across.items.find(({ id }) => id === 'data')?.items.at(-1)).toMatchObject({
      id: 'data.analyzed',
      question: 'Who analyzes?',
      older: '2 · Level 2',
      newer: 'not in that version',
      outcomeWords: 'no longer asked',
      steps: [{ what: 'Version 1.1.0 no longer asks it.', why: 'Nobody could answer it.' }],
    })
  })

  test('counts what came of the items', () => {
    expect(across.counts).toContain('1 item improved')
    expect(across.counts).toContain('1 item no longer asked')
  })

  test('compares the agency’s own levels where one round was not co-reviewed, and says so', () => {
    const view = compareView(round('2025-03-01', allAt(2)), mixed, lineage)
    expect(view.basis).toContain('because the earlier one was not co-reviewed')
    expect(view.newer.reviewed).toBe('co-reviewed')
    const basic = view.items[0]?.items.find(({ id }) => id === 'training.basic')
    expect(basic).toMatchObject({ newer: '5 · Level 5', outcomeWords: '▲ improved by 3 levels' })
  })

  test('says what was split and merged with the questions of both versions', () => {
    const [training, data] = JSON.parse(JSON.stringify(sample.domains)) as { items: Json[] }[]
    const [basic, advanced, refresher, hours] = training?.items ?? []
    const [coded, ...others] = data?.items ?? []
    const divided = questionnaire({
      version: '1.1.0',
      domains: [
        {
          ...training,
          items: [
            { ...basic, id: 'training.officers', question: 'Which officers?' },
            { ...basic, id: 'training.dispatchers', question: 'Which dispatchers?' },
            { ...advanced, id: 'training.further', question: 'What comes after?' },
            hours,
          ],
        },
        { ...data, items: [coded, ...others] },
      ],
      revises: {
        version: '1.0.0',
        same: ['training.hours', 'data.coded', 'data.shared', 'data.analyzed'],
        changes: [
          {
            change: 'split',
            from: 'training.basic',
            to: ['training.officers', 'training.dispatchers'],
            why: 'They differ.',
          },
          {
            change: 'merged',
            from: ['training.advanced', 'training.refresher'],
            to: 'training.further',
            why: 'Nobody told them apart.',
          },
        ],
      },
    })
    expect(refresher).toBeDefined()
    const view = compareView(before, round('2026-03-01', allAt(2), divided), [sample, divided])
    const steps = Object.fromEntries(
      (view.items[0]?.items ?? []).map(({ id, steps: all }) => [id, all.map(({ what }) => what)]),
    )
    const split = 'Version 1.1.0 split “Who is trained?” into “Which officers?” and “Which dispatchers?”.'
    const merged =
      'Version 1.1.0 merged “Who is trained more?” and “How often again?” into “What comes after?”.'
    expect(steps).toEqual({
      'training.officers': [split],
      'training.dispatchers': [split],
      'training.further': [merged],
      'training.basic': [split],
      'training.advanced': [merged],
      'training.refresher': [merged],
    })
  })
})
