import { describe, expect, test } from 'vitest'
import { carryForward } from '#assessments/carrying.ts'
import { originsBetween } from '#assessments/origins.ts'
import type { Response } from '#assessments/response.ts'
import { domain, levelItem, otherItem, questionnaire, twoOptions } from '#tests/support/questionnaires.ts'

const why = 'So that it is clearer.'
const first = questionnaire({
  domains: [
    domain('care', [
      levelItem('care.same', { notApplicable: true }),
      levelItem('care.old-name'),
      levelItem('care.whole'),
      levelItem('care.left'),
      levelItem('care.right'),
      levelItem('care.gone'),
      levelItem('care.other', { answeredBy: 'agency' }),
      otherItem('choice', 'care.choice', twoOptions),
    ]),
  ],
})
const second = questionnaire({
  version: '1.1.0',
  domains: [
    domain('care', [
      levelItem('care.same'),
      levelItem('care.new-name'),
      levelItem('care.part'),
      levelItem('care.whole'),
      levelItem('care.joined'),
      levelItem('care.other', { answeredBy: 'agency' }),
      otherItem('choice', 'care.choice', twoOptions),
      levelItem('care.new'),
    ]),
  ],
  revises: {
    version: '1.0.0',
    same: ['care.same', 'care.choice'],
    changes: [
      { change: 'renamed', from: 'care.old-name', to: 'care.new-name', why },
      { change: 'split', from: 'care.whole', to: ['care.part', 'care.whole'], why },
      { change: 'merged', from: ['care.left', 'care.right'], to: 'care.joined', why },
      { change: 'retired', item: 'care.gone', why },
      { change: 'changed', item: 'care.other', why },
      { change: 'added', item: 'care.new', why },
    ],
  },
})
const lineage = [first, second]
const given = { at: '2025-11-03T09:00:00.000Z', person: 'avery' }

function carried(answers: Record<string, Response>, side: 'agency' | 'partner' = 'agency') {
  const all = new Map(Object.entries(answers).map(([id, response]) => [id, { response, ...given }]))
  return carryForward(lineage, { assessment: 'last', version: '1.0.0', answers: all }, second, side)
}

const only = (answers: Record<string, Response>) =>
  carried(answers).items.map(({ itemId, fate, response }) => ({ itemId, fate, response }))
const from = { assessment: 'last', ...given }
const before = (item: string, response: Response) => ({ item, version: '1.0.0', response, ...given })

describe('carryForward', () => {
  test('lets an answer stand where the question is the same, under another id too, with its note and links', () => {
    const answer: Response = { value: 3, note: 'Since May.', evidence: ['https://example.org/'] }
    expect(only({ 'care.same': { value: 2 }, 'care.old-name': answer })).toEqual([
      { itemId: 'care.same', fate: 'stands', response: { value: 2, carried: from } },
      { itemId: 'care.new-name', fate: 'stands', response: { ...answer, carried: from } },
    ])
  })

  test('shows beside the question what it can no longer hold', () => {
    const answer: Response = { notApplicable: 'None here.', note: 'Ask Ada.' }
    expect(only({ 'care.same': answer })).toEqual([
      {
        itemId: 'care.same',
        fate: 'not-held',
        response: { note: 'Ask Ada.', carried: { ...from, earlier: [before('care.same', answer)] } },
      },
    ])
  })

  test('asks each part of a split item anew, and shows what the whole was answered', () => {
    const answer: Response = { value: 4, evidence: ['https://example.org/'] }
    const response = {
      evidence: answer.evidence,
      carried: { ...from, earlier: [before('care.whole', answer)] },
    }
    expect(only({ 'care.whole': answer })).toEqual([
      { itemId: 'care.part', fate: 'asked-anew', response },
      { itemId: 'care.whole', fate: 'asked-anew', response },
    ])
  })

  test('asks a merged item anew, and shows what each part was answered, their notes in one', () => {
    const [left, right]: Response[] = [
      { value: 4, note: 'Left.' },
      { dontKnow: true, note: 'Right.' },
    ]
    expect(only({ 'care.left': left ?? {}, 'care.right': right ?? {} })).toEqual([
      {
        itemId: 'care.joined',
        fate: 'asked-anew',
        response: {
          note: 'Left.\n\nRight.',
          carried: { ...from, earlier: [before('care.left', left ?? {}), before('care.right', right ?? {})] },
        },
      },
    ])
  })

  test('names what was answered and is asked no more, and says nothing of what was left open', () => {
    expect(carried({ 'care.gone': { value: 1 }, 'care.left': {} })).toEqual({
      items: [],
      left: ['care.gone'],
    })
  })

  test('gives a side only what it is asked', () => {
    expect(carried({ 'care.other': { value: 1 } }, 'partner').items).toEqual([])
    expect(carried({ 'care.other': { value: 1 } }, 'agency').items).toHaveLength(1)
  })

  test('keeps telling where an answer was given that was carried before and never confirmed', () => {
    const older = { assessment: 'before-last', at: '2024-11-01T09:00:00.000Z', person: 'sam' }
    expect(only({ 'care.same': { value: 2, carried: older } })[0]?.response).toEqual({
      value: 2,
      carried: older,
    })
    expect(only({ 'care.whole': { value: 2, carried: older } })[0]?.response.carried?.earlier).toEqual([
      { item: 'care.whole', version: '1.0.0', response: { value: 2 }, at: older.at, person: 'sam' },
    ])
  })

  test('gives nothing between versions that have none in common', () => {
    const answers = new Map([['care.same', { response: { value: 2 }, ...given }]])
    const stranger = questionnaire({ version: '3.0.0' })
    const carrying = carryForward(
      [first, stranger],
      { assessment: 'last', version: '1.0.0', answers },
      stranger,
      'agency',
    )
    expect(carrying).toEqual({ items: [], left: ['care.same'] })
  })
})

describe('originsBetween', () => {
  const origins = (from: string, to: string) => Object.fromEntries(originsBetween(lineage, from, to) ?? [])

  test('follows each item back to those that it comes from', () => {
    expect(origins('1.0.0', '1.1.0')).toEqual({
      'care.same': { from: ['care.same'], change: 'same' },
      'care.choice': { from: ['care.choice'], change: 'same' },
      'care.new-name': { from: ['care.old-name'], change: 'renamed' },
      'care.part': { from: ['care.whole'], change: 'split' },
      'care.whole': { from: ['care.whole'], change: 'split' },
      'care.joined': { from: ['care.left', 'care.right'], change: 'merged' },
      'care.other': { from: ['care.other'], change: 'changed' },
      'care.new': { from: [], change: 'added' },
    })
  })

  test('reads a version backwards too: a split is a merging, and what was retired is new', () => {
    expect(origins('1.1.0', '1.0.0')).toMatchObject({
      'care.old-name': { from: ['care.new-name'], change: 'renamed' },
      'care.whole': { from: ['care.part', 'care.whole'], change: 'merged' },
      'care.left': { from: ['care.joined'], change: 'split' },
      'care.gone': { from: [], change: 'added' },
    })
  })

  test('finds no way between versions that have none in common', () => {
    expect(originsBetween([first, questionnaire({ version: '3.0.0' })], '1.0.0', '3.0.0')).toBeNull()
  })
})
