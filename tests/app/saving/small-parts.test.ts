import { describe, expect, test } from 'vitest'
import { backoff } from '#app/saving/backoff.ts'
import { sameResponse } from '#app/saving/same-response.ts'
import { emptyQueue, type Entry } from '#app/saving/save-queue.ts'
import { itemState, overallWords } from '#app/saving/saving-words.ts'
import { typedNumber } from '#app/saving/typed-number.ts'

test('backoff doubles up to half a minute, and is spread over its second half', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => backoff(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ])
  expect(backoff(3, 0)).toBe(4_000)
})

describe('typedNumber', () => {
  test.each([
    ['12', 12],
    [' 1,250 ', 1250],
    ['1,234,567.5', 1234567.5],
    ['-3', -3],
    ['12,50', '12,50'],
    ['1e3', '1e3'],
    ['about 20', 'about 20'],
    ['', ''],
  ])('reads "%s" as %o', (text, expected) => expect(typedNumber(text)).toBe(expected))
})

describe('sameResponse', () => {
  test.each([
    [{ value: 3 }, { value: '3' }],
    [{ value: ['b', 'a'] }, { value: ['a', 'b'] }],
    [{ note: ' typed\r\n' }, { note: 'typed' }],
    [{}, { note: '', evidence: [] }],
    [{ evidence: ['https://a.example', ''] }, { evidence: ['https://a.example'] }],
  ])('finds %o and %o the same', (a, b) => expect(sameResponse(a, b)).toBe(true))

  test.each([
    [{ value: 3 }, { value: 4 }],
    [{ value: 3 }, {}],
    [{ dontKnow: true as const }, {}],
    [{ notApplicable: '' }, {}],
    [{ value: 3 }, { value: 3, note: 'typed' }],
    [{ evidence: ['https://a.example'] }, { evidence: ['https://b.example'] }],
  ])('tells %o and %o apart', (a, b) => expect(sameResponse(a, b)).toBe(false))
})

describe('the words for saving', () => {
  const entry: Entry = {
    itemId: 'a',
    shown: {},
    complete: true,
    base: 0,
    sent: null,
    next: { saveId: 'id', response: {}, dueAt: 0, privateConfirmed: false },
    hold: null,
  }
  const refused: Entry = { ...entry, hold: { kind: 'refused', reason: 'locked', why: 'Locked.' } }
  const stateWith = (one: Entry, more = {}) => ({
    queue: { ...emptyQueue, entries: { a: one }, ...more },
    known: {},
    keeps: true,
  })

  test('tell an item saving, saved, not saved and waiting for the person apart', () => {
    expect(itemState(emptyQueue, undefined, 0)).toBe('none')
    expect(itemState(emptyQueue, undefined, 1)).toBe('saved')
    expect(itemState(emptyQueue, entry, 1)).toBe('saving')
    expect(itemState({ ...emptyQueue, failures: 1 }, entry, 1)).toBe('will-retry')
    expect(itemState(emptyQueue, { ...entry, next: null }, 1)).toBe('unfinished')
    expect(itemState(emptyQueue, refused, 1)).toBe('needs-you')
  })

  test('say what matters most for the whole page', () => {
    expect(overallWords({ queue: emptyQueue, known: {}, keeps: true }).words).toBe('Everything is saved')
    expect(overallWords(stateWith(entry)).words).toBe('Saving…')
    expect(overallWords(stateWith(entry, { failures: 2 })).words).toMatch(/^Not saved, will retry/)
    expect(overallWords(stateWith(entry, { failures: 2, signedOut: true })).words).toMatch(/signed out/)
    expect(overallWords(stateWith(refused)).words).toBe('Not saved: 1 item needs you.')
    expect(overallWords({ ...stateWith(refused), keeps: false }).words).toMatch(/leave the page open/)
  })
})
