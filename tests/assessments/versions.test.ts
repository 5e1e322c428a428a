import { describe, expect, test } from 'vitest'
import { correspondence } from '#assessments/correspondence.ts'
import { faultLine } from '#assessments/faults.ts'
import { diffVersions } from '#assessments/version-diff.ts'
import { checkDeclaredChanges } from '#assessments/versions.ts'
import {
  anchorsFor,
  domain,
  fourBands,
  levelItem,
  levelsOf,
  otherItem,
  questionnaire,
  twoOptions,
  type Json,
} from '#tests/support/questionnaires.ts'

const why = 'So that it is clearer.'
const older = questionnaire({
  domains: [
    domain('care', [levelItem('care.a'), levelItem('care.b'), otherItem('choice', 'care.c', twoOptions)]),
    domain('data', [
      levelItem('data.d'),
      otherItem('number', 'data.n', { unit: 'days', minimum: 0, maximum: 9 }),
    ]),
  ],
})

interface Newer {
  version?: string
  care?: Json[]
  data?: Json[]
  same?: string[]
  changes?: Json[]
  fields?: Json
}

const oldCare = [levelItem('care.a'), levelItem('care.b'), otherItem('choice', 'care.c', twoOptions)]
const oldData = [levelItem('data.d'), otherItem('number', 'data.n', { unit: 'days', minimum: 0, maximum: 9 })]
const allIds = ['care.a', 'care.b', 'care.c', 'data.d', 'data.n']

/** A newer version: as the older one but for what is given. */
function newerVersion({
  version = '1.1.0',
  care = oldCare,
  data = oldData,
  same = allIds,
  changes = [],
  fields,
}: Newer) {
  return questionnaire({
    version,
    domains: [domain('care', care), domain('data', data)],
    revises: { version: '1.0.0', same, changes },
    ...fields,
  })
}

const faults = (newer: Newer) => checkDeclaredChanges(older, newerVersion(newer)).map(faultLine)
const without = (...ids: string[]) => allIds.filter((id) => !ids.includes(id))
const reworded = (id: string) => levelItem(id, { question: 'In other words?' })

describe('checkDeclaredChanges', () => {
  test.each<[string, Newer]>([
    ['nothing', {}],
    [
      'another wording in a patch',
      {
        version: '1.0.1',
        care: [reworded('care.a'), ...oldCare.slice(1)],
        same: without('care.a'),
        changes: [{ change: 'reworded', item: 'care.a', why }],
      },
    ],
    [
      'another question',
      {
        care: [reworded('care.a'), ...oldCare.slice(1)],
        same: without('care.a'),
        changes: [{ change: 'changed', item: 'care.a', why }],
      },
    ],
    [
      'another id and wording',
      {
        care: [reworded('care.z'), ...oldCare.slice(1)],
        same: without('care.a'),
        changes: [{ change: 'renamed', from: 'care.a', to: 'care.z', why }],
      },
    ],
    [
      'one item for two',
      {
        care: [levelItem('care.y'), levelItem('care.z'), ...oldCare.slice(1)],
        same: without('care.a'),
        changes: [{ change: 'split', from: 'care.a', to: ['care.y', 'care.z'], why }],
      },
    ],
    [
      'a split in which one part keeps the id',
      {
        care: [reworded('care.a'), levelItem('care.z'), ...oldCare.slice(1)],
        same: without('care.a'),
        changes: [{ change: 'split', from: 'care.a', to: ['care.a', 'care.z'], why }],
      },
    ],
    [
      'two items for one',
      {
        care: [levelItem('care.z'), ...oldCare.slice(2)],
        same: without('care.a', 'care.b'),
        changes: [{ change: 'merged', from: ['care.a', 'care.b'], to: 'care.z', why }],
      },
    ],
    [
      'an item more and one less',
      {
        care: [...oldCare.slice(1), levelItem('care.z')],
        same: without('care.a'),
        changes: [
          { change: 'added', item: 'care.z', why },
          { change: 'retired', item: 'care.a', why },
        ],
      },
    ],
    [
      'other weights, must-haves and help of the same item, in another domain',
      {
        care: oldCare.slice(1),
        data: [
          levelItem('care.a', { weight: 3, mustHave: true, guidance: 'More.', required: true }),
          ...oldData,
        ],
      },
    ],
    [
      'another scale in a major version',
      {
        version: '2.0.0',
        care: [
          levelItem('care.a', { anchors: anchorsFor([1, 2, 3]) }),
          levelItem('care.b', { anchors: anchorsFor([1, 2, 3]) }),
          ...oldCare.slice(2),
        ],
        data: [levelItem('data.d', { anchors: anchorsFor([1, 2, 3]) }), ...oldData.slice(1)],
        same: ['care.c', 'data.n'],
        changes: ['care.a', 'care.b', 'data.d'].map((item) => ({ change: 'changed', item, why })),
        fields: { levels: levelsOf([1, 2, 3]) },
      },
    ],
  ])('accepts %s', (_, newer) => expect(faults(newer)).toEqual([]))

  test.each<[string, Newer, string[]]>([
    [
      'an item left out on both sides',
      { same: without('care.a') },
      [
        'revises: leaves "care.a" of 1.0.0 unaccounted for',
        'revises: leaves "care.a" of 1.1.0 unaccounted for',
      ],
    ],
    [
      'a new item left out',
      { care: [...oldCare, levelItem('care.z')] },
      ['revises: leaves "care.z" of 1.1.0 unaccounted for'],
    ],
    [
      'a missing item that is not declared retired',
      { care: oldCare.slice(1), same: without('care.a') },
      ['revises: leaves "care.a" of 1.0.0 unaccounted for'],
    ],
    [
      'an item accounted for twice',
      { changes: [{ change: 'reworded', item: 'care.a', why }] },
      [
        'revises.changes[0]: "care.a" of 1.0.0 is accounted for by revises.same[0] already',
        'revises.changes[0]: "care.a" of 1.1.0 is accounted for by revises.same[0] already',
        'revises.changes[0]: nothing about "care.a" differs from 1.0.0, so that it is "same"',
      ],
    ],
    [
      'an item that was never there',
      { same: [...allIds, 'care.lost'] },
      [
        'revises.same[5]: "care.lost" is not an item of 1.0.0',
        'revises.same[5]: "care.lost" is not an item of 1.1.0',
      ],
    ],
    [
      'an item said to be added that was there',
      {
        same: without('care.a'),
        changes: [{ change: 'added', item: 'care.a', why }],
      },
      [
        'revises: leaves "care.a" of 1.0.0 unaccounted for',
        'revises.changes[0]: "care.a" is an older item’s id, which can\'t be given to another',
      ],
    ],
    [
      'an item said to be retired that is there',
      {
        same: without('care.a'),
        changes: [{ change: 'retired', item: 'care.a', why }],
      },
      [
        'revises: leaves "care.a" of 1.1.0 unaccounted for',
        'revises.changes[0]: "care.a" is declared "retired", but is still there',
      ],
    ],
    [
      'two items that swap their ids',
      {
        same: without('care.a', 'care.b'),
        changes: [
          { change: 'renamed', from: 'care.a', to: 'care.b', why },
          { change: 'renamed', from: 'care.b', to: 'care.a', why },
        ],
      },
      [
        'revises.changes[0]: "care.a" is declared "renamed", but is still there',
        'revises.changes[0]: "care.b" is an older item’s id, which can\'t be given to another',
        'revises.changes[1]: "care.b" is declared "renamed", but is still there',
        'revises.changes[1]: "care.a" is an older item’s id, which can\'t be given to another',
      ],
    ],
    [
      'an item renamed to itself',
      {
        same: without('care.a'),
        changes: [{ change: 'renamed', from: 'care.a', to: 'care.a', why }],
      },
      ['revises.changes[0]: "care.a" is renamed to itself'],
    ],
    [
      'a split that gives an old id to something else',
      {
        care: [levelItem('care.b'), levelItem('care.z'), ...oldCare.slice(2)],
        same: without('care.a', 'care.b'),
        changes: [
          { change: 'split', from: 'care.a', to: ['care.b', 'care.z'], why },
          { change: 'retired', item: 'care.b', why },
        ],
      },
      [
        'revises.changes[0]: "care.b" is an older item’s id, which can\'t be given to another',
        'revises.changes[1]: "care.b" is declared "retired", but is still there',
      ],
    ],
    [
      'a change where there is none',
      {
        same: without('care.a', 'care.b'),
        changes: [
          { change: 'reworded', item: 'care.a', why },
          { change: 'changed', item: 'care.b', why },
        ],
      },
      [
        'revises.changes[0]: nothing about "care.a" differs from 1.0.0, so that it is "same"',
        'revises.changes[1]: nothing about "care.b" differs from 1.0.0, so that it is "same"',
      ],
    ],
    [
      'other words declared the same',
      { care: [reworded('care.a'), ...oldCare.slice(1)] },
      ['revises.same[0]: "care.a" differs in "question", so that it is "reworded" at least'],
    ],
    [
      'another anchor declared the same',
      {
        care: [
          levelItem('care.a', { anchors: { ...anchorsFor([1, 2, 3, 4]), 5: 'All of it.' } }),
          ...oldCare.slice(1),
        ],
      },
      ['revises.same[0]: "care.a" differs in "anchors.5", so that it is "reworded" at least'],
    ],
    [
      'another kind declared reworded',
      {
        care: [otherItem('yes-no', 'care.a'), ...oldCare.slice(1)],
        same: without('care.a'),
        changes: [{ change: 'reworded', item: 'care.a', why }],
      },
      ['revises.changes[0]: "care.a" differs in "kind", so that it is "changed" at least'],
    ],
    [
      'other options declared reworded',
      {
        care: [
          ...oldCare.slice(0, 2),
          otherItem('choice', 'care.c', {
            options: [
              { id: 'first', label: 'The first' },
              { id: 'third', label: 'The third' },
            ],
          }),
        ],
        same: without('care.c'),
        changes: [{ change: 'reworded', item: 'care.c', why }],
      },
      ['revises.changes[0]: "care.c" differs in "options", so that it is "changed" at least'],
    ],
    [
      'another unit declared the same',
      {
        data: [levelItem('data.d'), otherItem('number', 'data.n', { unit: 'hours', minimum: 0, maximum: 9 })],
      },
      ['revises.same[4]: "data.n" differs in "unit", so that it is "changed" at least'],
    ],
    [
      'a new item in a patch',
      {
        version: '1.0.1',
        care: [...oldCare, levelItem('care.z')],
        changes: [{ change: 'added', item: 'care.z', why }],
      },
      ['revises.changes[0]: "added" needs a minor version; a patch changes words only'],
    ],
    [
      'another weight in a patch',
      {
        version: '1.0.1',
        care: [levelItem('care.a', { weight: 2 }), ...oldCare.slice(1)],
      },
      ['revises.same[0]: "weight" of "care.a" differs: that needs a minor version'],
    ],
    [
      'an item that must be answered now, in a patch',
      { version: '1.0.1', care: [levelItem('care.a', { required: true }), ...oldCare.slice(1)] },
      ['revises.same[0]: "required" of "care.a" differs: that needs a minor version'],
    ],
    [
      'other bands in a patch',
      {
        version: '1.0.1',
        fields: { scoring: { bands: fourBands.slice(0, 3) } },
      },
      ['scoring.bands: differs from 1.0.0: that needs a minor version'],
    ],
    [
      'another domain in a minor version',
      {
        fields: { domains: [domain('care', oldCare), domain('law', oldData)] },
      },
      ['domains: differ from 1.0.0: that needs a major version'],
    ],
    [
      'another scale in a minor version, with items declared comparable',
      {
        care: [
          levelItem('care.a', { anchors: anchorsFor([1, 2, 3]) }),
          levelItem('care.b', { anchors: anchorsFor([1, 2, 3]) }),
          ...oldCare.slice(2),
        ],
        data: [levelItem('data.d', { anchors: anchorsFor([1, 2, 3]) }), ...oldData.slice(1)],
        same: ['care.c', 'data.n'],
        changes: [
          { change: 'reworded', item: 'care.a', why },
          ...['care.b', 'data.d'].map((item) => ({ change: 'changed', item, why })),
        ],
        fields: { levels: levelsOf([1, 2, 3]) },
      },
      [
        'revises.changes[0]: the levels are others than in 1.0.0, so that "care.a" is "changed", not "reworded"',
        'levels: differ from 1.0.0: that needs a major version',
      ],
    ],
  ])('refuses %s', (_, newer, expected) => expect(faults(newer)).toEqual(expected))

  test('refuses a version that declares nothing, or revises another', () => {
    const silent = questionnaire({ version: '1.1.0' })
    expect(checkDeclaredChanges(older, silent).map(faultLine)).toEqual([
      'revises: is missing: say what became of 1.0.0’s items',
    ])
    expect(checkDeclaredChanges(newerVersion({}), newerVersion({ version: '1.2.0' })).map(faultLine)).toEqual(
      ['revises.version: is sample@1.0.0, and not sample@1.1.0'],
    )
  })

  test('refuses a version that is not higher', () => {
    const lower = { ...newerVersion({}), version: '0.9.0' }
    expect(checkDeclaredChanges(older, lower).map(faultLine)).toContain(
      'version: must be higher than 1.0.0, which it revises',
    )
  })
})

describe('diffVersions', () => {
  test('lays before and after side by side, item by item', () => {
    const newer = newerVersion({
      care: [levelItem('care.a', { question: 'In other words?', weight: 2 }), ...oldCare.slice(1)],
      same: without('care.a'),
      changes: [{ change: 'reworded', item: 'care.a', why }],
      fields: { title: 'A better sample' },
    })
    const diff = diffVersions(older, newer)
    expect(diff).toMatchObject({ slug: 'sample', from: '1.0.0', to: '1.1.0', declared: true })
    expect(diff.differences).toEqual([
      { field: 'title', kind: 'wording', before: 'A sample', after: 'A better sample' },
    ])
    expect(diff.items).toHaveLength(5)
    expect(diff.items.find(({ change }) => change === 'reworded')).toEqual({
      change: 'reworded',
      from: ['care.a'],
      to: ['care.a'],
      comparable: true,
      why,
      differences: [
        { field: 'question', kind: 'wording', before: 'How far along is care.a?', after: 'In other words?' },
        { field: 'weight', kind: 'scoring', before: '1', after: '2' },
      ],
    })
  })

  test('shows what an item gained and lost', () => {
    const newer = newerVersion({ care: [levelItem('care.a', { mustHave: true }), ...oldCare.slice(1)] })
    const gained = { field: 'mustHave', kind: 'scoring', before: null, after: '3' }
    expect(diffVersions(older, newer).items[0]?.differences).toEqual([gained])
    expect(diffVersions(newer, older).items[0]?.differences).toEqual([
      { ...gained, before: '3', after: null },
    ])
  })

  test('infers from ids and contents where nothing is declared, and vouches for nothing', () => {
    const newer = questionnaire({
      version: '1.1.0',
      domains: [
        domain('care', [levelItem('care.a', { weight: 2 }), reworded('care.b'), levelItem('care.z')]),
        domain('data', oldData),
      ],
    })
    const diff = diffVersions(older, newer)
    expect(diff.declared).toBe(false)
    expect(
      diff.items.map(({ change, from, to, comparable }) => [change, from[0], to[0], comparable]),
    ).toEqual([
      ['same', 'care.a', 'care.a', true],
      ['changed', 'care.b', 'care.b', false],
      ['added', undefined, 'care.z', false],
      ['same', 'data.d', 'data.d', true],
      ['same', 'data.n', 'data.n', true],
      ['retired', 'care.c', undefined, false],
    ])
  })
})

describe('correspondence', () => {
  const second = newerVersion({
    care: [reworded('care.z'), reworded('care.b'), levelItem('care.new')],
    same: ['data.d', 'data.n'],
    changes: [
      { change: 'renamed', from: 'care.a', to: 'care.z', why },
      { change: 'changed', item: 'care.b', why },
      { change: 'retired', item: 'care.c', why },
      { change: 'added', item: 'care.new', why },
    ],
  })
  const third = questionnaire({
    version: '1.2.0',
    domains: [
      domain('care', [levelItem('care.final'), reworded('care.b'), levelItem('care.new')]),
      domain('data', [levelItem('data.e'), levelItem('data.f'), oldData[1] ?? {}]),
    ],
    revises: {
      version: '1.1.0',
      same: ['care.b', 'care.new', 'data.n'],
      changes: [
        { change: 'renamed', from: 'care.z', to: 'care.final', why },
        { change: 'split', from: 'data.d', to: ['data.e', 'data.f'], why },
      ],
    },
  })
  const lineage = [third, older, second]
  const between = (from: string, to: string) => Object.fromEntries(correspondence(lineage, from, to))

  test('of a version with itself is every item with itself', () => {
    expect(between('1.0.0', '1.0.0')).toEqual(Object.fromEntries(allIds.map((id) => [id, id])))
  })

  test('goes on through same, reworded and renamed, and breaks at all else', () => {
    expect(between('1.0.0', '1.1.0')).toEqual({ 'care.z': 'care.a', 'data.d': 'data.d', 'data.n': 'data.n' })
    expect(between('1.1.0', '1.2.0')).toEqual({
      'care.b': 'care.b',
      'care.new': 'care.new',
      'care.final': 'care.z',
      'data.n': 'data.n',
    })
  })

  test('chains over several revisions', () => {
    expect(between('1.0.0', '1.2.0')).toEqual({ 'care.final': 'care.a', 'data.n': 'data.n' })
  })

  test('goes back as it goes forth', () => {
    expect(between('1.2.0', '1.0.0')).toEqual({ 'care.a': 'care.final', 'data.n': 'data.n' })
  })

  test('joins two revisions of one version', () => {
    const patch = newerVersion({ version: '1.0.1' })
    expect(Object.fromEntries(correspondence([...lineage, patch], '1.0.1', '1.1.0'))).toEqual({
      'care.z': 'care.a',
      'data.d': 'data.d',
      'data.n': 'data.n',
    })
  })

  test('is empty where nothing joins the two', () => {
    const alone = questionnaire({ version: '3.0.0' })
    expect(correspondence([...lineage, alone], '1.0.0', '3.0.0').size).toBe(0)
    expect(correspondence([older, third], '1.0.0', '1.2.0').size).toBe(0)
    expect(correspondence(lineage, '9.0.0', '1.0.0').size).toBe(0)
  })
})
