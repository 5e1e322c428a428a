import { describe, expect, test } from 'vitest'
import { answeredValue, shownItems } from '#assessments/shown-when.ts'
import {
  domain,
  levelItem,
  notApplicable,
  otherItem,
  questionnaire,
  responses,
  twoOptions,
  type Json,
} from '#tests/support/questionnaires.ts'

function isShown(shownWhen: Json, given: Parameters<typeof responses>[0]): boolean {
  const items = [
    levelItem('care.shown', { shownWhen }),
    levelItem('care.level', { notApplicable: true }),
    otherItem('yes-no', 'care.yes-no'),
    otherItem('choice', 'care.choice', twoOptions),
    otherItem('choices', 'care.choices', twoOptions),
    otherItem('number', 'care.number', { unit: 'beds', minimum: 0, maximum: 10 }),
  ]
  return shownItems(questionnaire({ domains: [domain('care', items)] }), responses(given)).has('care.shown')
}

describe('shownItems', () => {
  test.each<[Json, Parameters<typeof responses>[0], boolean]>([
    [{ item: 'care.level', atLeast: 3 }, { 'care.level': 3 }, true],
    [{ item: 'care.level', atLeast: 3 }, { 'care.level': 2 }, false],
    [{ item: 'care.level', atMost: 3 }, { 'care.level': 3 }, true],
    [{ item: 'care.level', atMost: 3 }, { 'care.level': 4 }, false],
    [{ item: 'care.level', atMost: 3 }, {}, false],
    [{ item: 'care.level', atMost: 3 }, { 'care.level': notApplicable }, false],
    [{ item: 'care.level', atMost: 3 }, { 'care.level': { dontKnow: true } }, false],
    [{ item: 'care.level', differs: 3 }, { 'care.level': 2 }, true],
    [{ item: 'care.level', differs: 3 }, { 'care.level': 3 }, false],
    [{ item: 'care.level', differs: 3 }, {}, false],
    [{ item: 'care.yes-no', equals: false }, { 'care.yes-no': false }, true],
    [{ item: 'care.yes-no', equals: false }, {}, false],
    [{ item: 'care.choice', equals: 'first' }, { 'care.choice': 'first' }, true],
    [{ item: 'care.choices', includes: 'first' }, { 'care.choices': ['second', 'first'] }, true],
    [{ item: 'care.choices', includes: 'first' }, { 'care.choices': ['second'] }, false],
    [{ item: 'care.number', atLeast: 0 }, { 'care.number': 0 }, true],
  ])('by %j, with %j: %s', (comparison, given, shown) => {
    expect(isShown({ all: [comparison] }, given)).toBe(shown)
    expect(isShown({ any: [comparison] }, given)).toBe(shown)
  })

  const two = [
    { item: 'care.level', atLeast: 3 },
    { item: 'care.yes-no', equals: true },
  ]

  test('needs all of "all" and one of "any"', () => {
    expect(isShown({ all: two }, { 'care.level': 3 })).toBe(false)
    expect(isShown({ all: two }, { 'care.level': 3, 'care.yes-no': true })).toBe(true)
    expect(isShown({ any: two }, { 'care.level': 1, 'care.yes-no': true })).toBe(true)
    expect(isShown({ any: two }, { 'care.level': 1, 'care.yes-no': false })).toBe(false)
  })

  test('hides what depends on something hidden, however long the chain and whatever the order', () => {
    const chain = (on: string) => ({ shownWhen: { all: [{ item: on, atLeast: 1 }] } })
    const sample = questionnaire({
      domains: [
        domain('care', [levelItem('care.d', chain('care.c')), levelItem('care.b', chain('care.a'))]),
        domain('data', [
          levelItem('care.c', chain('care.b')),
          levelItem('care.a', { shownWhen: { all: [{ item: 'care.gate', equals: true }] } }),
          otherItem('yes-no', 'care.gate'),
        ]),
      ],
    })
    const levels = { 'care.a': 1, 'care.b': 1, 'care.c': 1, 'care.d': 1 }
    expect([...shownItems(sample, responses({ ...levels, 'care.gate': false }))]).toEqual(['care.gate'])
    expect(shownItems(sample, responses({ ...levels, 'care.gate': true })).size).toBe(5)
    expect(
      shownItems(sample, responses({ ...levels, 'care.b': { dontKnow: true }, 'care.gate': true })),
    ).toEqual(new Set(['care.gate', 'care.a', 'care.b']))
  })
})

test('answeredValue takes nothing for an answer beside "don’t know" or "not applicable"', () => {
  expect(answeredValue({ value: 3 })).toBe(3)
  expect(answeredValue({ value: false })).toBe(false)
  expect(answeredValue({ value: 3, dontKnow: true })).toBeUndefined()
  expect(answeredValue({ value: 3, notApplicable: 'None.' })).toBeUndefined()
  expect(answeredValue({ note: 'Later.' })).toBeUndefined()
  expect(answeredValue(undefined)).toBeUndefined()
})
