import { describe, expect, test } from 'vitest'
import { compareRounds } from '#assessments/comparison.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { rational } from '#assessments/rational.ts'
import {
  anchorsFor,
  domain,
  levelItem,
  levelsOf,
  notApplicable,
  questionnaire,
  responses,
  type Json,
} from '#tests/support/questionnaires.ts'

type Given = Parameters<typeof responses>[0]

const items = (id: string, count: number, fields: Json = {}) =>
  Array.from({ length: count }, (_, i) => levelItem(`${id}.${i}`, { notApplicable: true, ...fields }))

const first = questionnaire({
  domains: [domain('care', items('care', 5)), domain('data', items('data', 2), { weight: 3 })],
})
const sameItems = ['care.0', 'care.1', 'care.2', 'care.3', 'care.4', 'data.0', 'data.1']

function compared(older: Given, newer: Given, newerVersion = first) {
  return compareRounds(
    { questionnaire: first, responses: responses(older) },
    { questionnaire: newerVersion, responses: responses(newer) },
    correspondence([first, newerVersion], '1.0.0', newerVersion.version),
  )
}

const all = (id: string, count: number, level: number): Given =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${id}.${i}`, level]))

describe('compareRounds within one version', () => {
  test('takes the change on what is answered in both rounds', () => {
    const { overall, domains } = compared(
      { ...all('care', 5, 2), ...all('data', 2, 1) },
      { ...all('care', 5, 3), ...all('data', 2, 1), 'care.4': 1 },
    )
    expect(domains[0]).toMatchObject({ id: 'care', change: rational(15), comparable: 5, broken: false })
    expect(domains[1]).toMatchObject({ change: rational(0), displayChange: 0, comparable: 2 })
    expect(overall).toMatchObject({
      change: rational(15, 4),
      roundedChange: 3.75,
      displayChange: 4,
      comparable: 7,
      sharedWeight: rational(1),
    })
  })

  test('leaves out what was newly answered, and shows the raw difference beside', () => {
    const { domains } = compared({ ...all('care', 4, 2) }, { ...all('care', 4, 2), 'care.4': 5 })
    expect(domains[0]).toMatchObject({
      change: rational(0),
      comparable: 4,
      sharedWeight: rational(4, 5),
      rawDifference: rational(15),
      displayRawDifference: 15,
    })
  })

  test('is broken below the comparable share, and not at it', () => {
    expect(compared(all('care', 3, 2), all('care', 5, 4)).domains[0]).toMatchObject({
      broken: false,
      change: rational(50),
      sharedWeight: rational(3, 5),
    })
    expect(compared(all('care', 2, 2), all('care', 5, 4)).domains[0]).toMatchObject({
      broken: true,
      change: null,
      roundedChange: null,
      displayChange: null,
      comparable: 2,
      rawDifference: rational(50),
    })
  })

  test('counts items that ceased to apply against the share, and none that applied in neither', () => {
    const withNone = (level: number, none: string[]): Given => ({
      ...all('care', 5, level),
      ...Object.fromEntries(none.map((id) => [id, notApplicable])),
    })
    expect(compared(withNone(2, []), withNone(5, ['care.0', 'care.1', 'care.2'])).domains[0]).toMatchObject({
      broken: true,
      sharedWeight: rational(2, 5),
    })
    expect(
      compared(withNone(2, ['care.0', 'care.1']), withNone(3, ['care.0', 'care.1'])).domains[0],
    ).toMatchObject({
      broken: false,
      sharedWeight: rational(1),
      change: rational(25),
    })
  })

  test('rounds a loss as it rounds the same gain: half away from zero', () => {
    const up = compared({ 'data.0': 1, 'data.1': 1 }, { 'data.0': 2, 'data.1': 1 }).domains[1]
    const down = compared({ 'data.0': 2, 'data.1': 1 }, { 'data.0': 1, 'data.1': 1 }).domains[1]
    expect([up?.change, up?.displayChange]).toEqual([rational(25, 2), 13])
    expect([down?.change, down?.displayChange]).toEqual([rational(-25, 2), -13])
    expect(down?.displayRawDifference).toBe(-13)
  })

  test('takes the overall change of the domains that have one, and breaks where those weigh too little', () => {
    const heavy = compared(
      { ...all('care', 5, 2), ...all('data', 2, 2) },
      { ...all('data', 2, 3), 'care.0': 5 },
    )
    expect(heavy.domains.map(({ broken }) => broken)).toEqual([true, false])
    expect(heavy.overall).toMatchObject({ change: rational(25), sharedWeight: rational(3, 4), broken: false })
    const light = compared({ ...all('care', 5, 2), ...all('data', 2, 2) }, all('care', 5, 3))
    expect(light.overall).toMatchObject({ change: null, sharedWeight: rational(1, 4), broken: true })
  })

  test('is broken where nothing is shared, even where any share would do', () => {
    const lenient = { ...first, scoring: { ...first.scoring, comparableShare: 0 } }
    expect(compared(all('care', 2, 2), { 'care.4': 3 }, lenient).domains[0]).toMatchObject({
      broken: true,
      change: null,
      sharedWeight: rational(0),
    })
  })

  test('says nothing where nothing was answered', () => {
    const { overall, items: outcomes } = compared({}, {})
    expect(overall).toMatchObject({ change: null, rawDifference: null, comparable: 0, broken: true })
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['unanswered']))
  })

  test('tells of each item what became of it', () => {
    const { items: outcomes } = compared(
      { 'care.0': 2, 'care.1': 4, 'care.2': 3, 'care.3': notApplicable, 'care.4': 1, 'data.1': 2 },
      { 'care.0': 3, 'care.1': 1, 'care.2': 3, 'care.3': 2, 'care.4': notApplicable, 'data.0': 1 },
    )
    expect(outcomes.map(({ item, outcome, older, newer }) => [item, outcome, older, newer])).toEqual([
      ['care.0', 'improved', 2, 3],
      ['care.1', 'declined', 4, 1],
      ['care.2', 'same', 3, 3],
      ['care.3', 'newly-applicable', null, 2],
      ['care.4', 'no-longer-applicable', 1, null],
      ['data.0', 'newly-answered', null, 1],
      ['data.1', 'no-longer-answered', 2, null],
    ])
    expect(compared({ 'data.0': notApplicable }, { 'data.0': notApplicable }).items[5]?.outcome).toBe(
      'not-applicable',
    )
  })
})

describe('compareRounds across versions', () => {
  const why = 'To be clearer.'
  const second = questionnaire({
    version: '1.1.0',
    domains: [
      domain('care', [
        levelItem('care.0', { weight: 3 }),
        levelItem('care.renamed'),
        levelItem('care.2'),
        levelItem('care.added', { weight: 0.5 }),
      ]),
      domain('data', [...items('data', 2), levelItem('care.4', { weight: 2 })], { weight: 3 }),
    ],
    revises: {
      version: '1.0.0',
      same: ['care.0', 'care.4', 'data.0', 'data.1'],
      changes: [
        { change: 'renamed', from: 'care.1', to: 'care.renamed', why },
        { change: 'changed', item: 'care.2', why },
        { change: 'retired', item: 'care.3', why },
        { change: 'added', item: 'care.added', why },
      ],
    },
  })
  const older = { ...all('care', 5, 2), ...all('data', 2, 2) }
  const newer = {
    'care.0': 4,
    'care.renamed': 3,
    'care.2': 5,
    'care.added': 5,
    'care.4': 1,
    'data.0': 2,
    'data.1': 2,
  }

  test('is taken at the newer weights and domains', () => {
    const { domains } = compared(older, newer, second)
    expect(domains[0]).toMatchObject({
      change: rational(3 * 50 + 25, 4),
      comparable: 2,
      sharedWeight: rational(4000, 5500),
      broken: false,
    })
    expect(domains[1]).toMatchObject({ change: rational(-2 * 25, 4), comparable: 3 })
  })

  test('tells of new, retired and changed items', () => {
    const outcomes = compared(older, newer, second).items
    expect(outcomes.find(({ item }) => item === 'care.renamed')).toEqual({
      item: 'care.renamed',
      olderItem: 'care.1',
      domain: 'care',
      outcome: 'improved',
      older: 2,
      newer: 3,
    })
    expect(outcomes.find(({ item }) => item === 'care.2')).toMatchObject({
      outcome: 'not-comparable',
      older: 2,
      newer: 5,
    })
    expect(outcomes.find(({ item }) => item === 'care.added')).toMatchObject({
      outcome: 'new',
      olderItem: null,
      older: null,
    })
    expect(outcomes.at(-1)).toMatchObject({ item: 'care.3', outcome: 'retired', older: 2, newer: null })
    expect(outcomes).toHaveLength(8)
  })

  test('takes each answer by the levels of its own version', () => {
    const finer = questionnaire({
      levels: levelsOf([0, 100]),
      domains: [domain('care', [levelItem('care.0', { anchors: anchorsFor([0, 100]) })])],
    })
    const { domains } = compareRounds(
      { questionnaire: first, responses: responses({ 'care.0': 2 }) },
      { questionnaire: finer, responses: responses({ 'care.0': 100 }) },
      new Map([['care.0', 'care.0']]),
    )
    expect(domains[0]).toMatchObject({ change: rational(75), comparable: 1 })
  })

  test('has no raw difference for a domain that the older version lacks', () => {
    const third = questionnaire({
      version: '2.0.0',
      levels: levelsOf([0, 1]),
      domains: [domain('law', [levelItem('law.0', { anchors: anchorsFor([0, 1]) })])],
      revises: {
        version: '1.0.0',
        same: [],
        changes: [
          ...sameItems.map((item) => ({ change: 'retired', item, why })),
          { change: 'added', item: 'law.0', why },
        ],
      },
    })
    const { overall, domains } = compared(older, { 'law.0': 1 }, third)
    expect(domains).toMatchObject([
      { id: 'law', change: null, rawDifference: null, sharedWeight: rational(0) },
    ])
    expect(overall).toMatchObject({ change: null, broken: true, rawDifference: rational(75) })
  })
})
