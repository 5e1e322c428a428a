import { describe, expect, test } from 'vitest'
import { faultLine } from '#assessments/faults.ts'
import { findItem } from '#assessments/questionnaire.ts'
import { parseResponse, parseResponsesFile, parseResponsesText, statusOf } from '#assessments/responses.ts'
import { domain, levelItem, otherItem, questionnaire, twoOptions } from '#tests/support/questionnaires.ts'

const sample = questionnaire({
  domains: [
    domain('care', [
      levelItem('care.level', { notApplicable: true }),
      levelItem('care.must'),
      otherItem('yes-no', 'care.yes-no'),
      otherItem('choice', 'care.choice', twoOptions),
      otherItem('choices', 'care.choices', twoOptions),
      otherItem('number', 'care.number', { unit: 'hours', minimum: 0, maximum: 24, decimals: 1 }),
      otherItem('number', 'care.count', { unit: 'beds', minimum: -5, maximum: 24 }),
      otherItem('text', 'care.text', { maximumLength: 5 }),
      otherItem('date', 'care.date', { minimum: '2020-01-01', maximum: '2030-12-31' }),
      otherItem('date', 'care.any-date'),
    ]),
  ],
})

function parse(id: string, input: unknown) {
  const item = findItem(sample, id)
  if (!item) throw new Error(id)
  const reading = parseResponse(item, sample, input)
  return reading.status === 'valid' ? reading.response : reading.faults.map(faultLine)
}

describe('parseResponse', () => {
  test.each<[string, unknown]>([
    ['care.level', 1],
    ['care.level', 5],
    ['care.yes-no', false],
    ['care.choice', 'second'],
    ['care.choices', ['first', 'second']],
    ['care.number', 7.5],
    ['care.number', 24],
    ['care.count', -5],
    ['care.text', 'five!'],
    ['care.date', '2024-02-29'],
    ['care.any-date', '1900-01-01'],
    ['care.any-date', '2100-12-31'],
  ])('of %s accepts %j', (id, value) => expect(parse(id, { value })).toEqual({ value }))

  const date = 'value: must be a calendar date such as "2026-03-31", from 1900 to 2100'
  test.each<[string, unknown, string]>([
    ['care.level', 0, 'value: must be one of the levels 1, 2, 3, 4, 5'],
    ['care.level', 2.5, 'value: must be one of the levels 1, 2, 3, 4, 5'],
    ['care.level', '3', 'value: must be one of the levels 1, 2, 3, 4, 5'],
    ['care.level', null, 'value: must be one of the levels 1, 2, 3, 4, 5'],
    ['care.yes-no', 'true', 'value: must be true or false'],
    ['care.choice', 'third', 'value: must be one of "first", "second"'],
    ['care.choice', ['first'], 'value: must be one of "first", "second"'],
    ['care.choices', 'first', 'value: must be a list of options'],
    ['care.choices', ['first', 'first'], 'value: has an option twice'],
    ['care.choices', ['first', 'third'], 'value: must hold only options of "first", "second"'],
    ['care.number', Number.NaN, 'value: must be a number'],
    ['care.number', Infinity, 'value: must be a number'],
    ['care.number', '3', 'value: must be a number'],
    ['care.number', 24.1, 'value: must be from 0 to 24'],
    ['care.number', -0.1, 'value: must be from 0 to 24'],
    ['care.number', 1.25, 'value: must have at most 1 decimals'],
    ['care.count', 1.5, 'value: must be a whole number'],
    ['care.text', 'sixsix', 'value: must be at most 5 characters'],
    [
      'care.text',
      'a\u0000b',
      'value: holds a control character, a direction override or half of a character',
    ],
    [
      'care.text',
      'a\u2066b',
      'value: holds a control character, a direction override or half of a character',
    ],
    ['care.text', '\ud83d', 'value: holds a control character, a direction override or half of a character'],
    ['care.text', 3, 'value: must be text'],
    ['care.date', '2023-02-29', date],
    ['care.date', '2024-2-9', date],
    ['care.date', '2024-02-29T00:00:00Z', date],
    ['care.any-date', '1899-12-31', date],
    ['care.any-date', '2101-01-01', date],
    ['care.any-date', '0000-01-01', date],
    ['care.date', '2019-12-31', 'value: must be 2020-01-01 or later'],
    ['care.date', '2031-01-01', 'value: must be 2030-12-31 or earlier'],
  ])('of %s refuses %j', (id, value, fault) => expect(parse(id, { value })).toEqual([fault]))

  test('trims text, keeps one kind of line break and takes minus zero for zero', () => {
    expect(parse('care.text', { value: '  a\r\nb ' })).toEqual({ value: 'a\nb' })
    expect(parse('care.level', { value: 1, note: ' why \r\n not ' })).toEqual({
      value: 1,
      note: 'why \n not',
    })
    expect(Object.is((parse('care.number', { value: -0 }) as { value: number }).value, 0)).toBe(true)
  })

  test('puts ticked options in the order of the item', () => {
    expect(parse('care.choices', { value: ['second', 'first'] })).toEqual({ value: ['first', 'second'] })
  })

  test.each<[string, unknown]>([
    ['care.text', { value: '  ' }],
    ['care.choices', { value: [] }],
    ['care.level', { note: ' ', evidence: [] }],
    ['care.level', { value: undefined, note: undefined }],
    ['care.level', {}],
  ])('of %s takes %j for unanswered', (id, input) => expect(parse(id, input)).toEqual({}))

  test('keeps a reason, a note and links', () => {
    const input = {
      notApplicable: 'None here.',
      note: 'Ask again.',
      evidence: ['https://example.org/a?b=c#d'],
    }
    expect(parse('care.level', input)).toEqual(input)
    expect(parse('care.must', { dontKnow: true })).toEqual({ dontKnow: true })
  })

  test('keeps the mark of links that were redacted, next to others', () => {
    const evidence = ['[redacted]', 'https://example.org']
    expect(parse('care.level', { value: 3, evidence })).toEqual({ value: 3, evidence })
  })

  test.each<[string, unknown, string[]]>([
    ['care.level', null, ['must be an object']],
    ['care.level', [3], ['must be an object']],
    ['care.level', { value: 3, points: 50 }, ['points: is not a known key']],
    ['care.level', { value: 3, dontKnow: true }, ['must have only one of "value" and "dontKnow"']],
    [
      'care.level',
      { value: 3, notApplicable: 'None.' },
      ['must have only one of "value" and "notApplicable"'],
    ],
    ['care.level', { notApplicable: '' }, ['notApplicable: must not be empty']],
    ['care.level', { notApplicable: ' \u200B ' }, ['notApplicable: holds nothing that can be seen']],
    ['care.level', { notApplicable: 'x'.repeat(501) }, ['notApplicable: must be at most 500 characters']],
    ['care.level', { dontKnow: false }, ['dontKnow: must be true, or be left out']],
    ['care.must', { notApplicable: 'None.' }, ['notApplicable: may not be chosen for this item']],
    ['care.level', { note: 'x'.repeat(4001) }, ['note: must be at most 4000 characters']],
    [
      'care.level',
      { note: 'a\u202eb' },
      ['note: holds a control character, a direction override or half of a character'],
    ],
    ['care.level', { evidence: 'https://example.org' }, ['evidence: must be a list']],
    [
      'care.level',
      { evidence: ['https://example.org/', 'https://example.org/'] },
      ['evidence: has a link twice'],
    ],
    [
      'care.level',
      { evidence: Array.from({ length: 11 }, (_, i) => `https://example.org/${i}`) },
      ['evidence: must have at most 10 links'],
    ],
    [
      'care.level',
      { value: 9, note: 7, evidence: ['http://example.org'] },
      [
        'note: must be text',
        'evidence[0]: must be a link that begins with https://',
        'value: must be one of the levels 1, 2, 3, 4, 5',
      ],
    ],
  ])('of %s refuses %j', (id, input, faults) => expect(parse(id, input)).toEqual(faults))

  test.each([
    ['javascript:alert(1)'],
    ['https:'],
    ['https://'],
    ['https:example.org'],
    ['https:///example.org'],
    ['https://exa mple.org'],
    ['https://name:secret@example.org'],
    ['https://[broken'],
    ['//example.org'],
    [`https://example.org/${'x'.repeat(500)}`],
  ])('refuses the link %s', (link) => expect(parse('care.level', { evidence: [link] })).toHaveLength(1))
})

test('statusOf tells don’t know and not applicable apart from unanswered', () => {
  expect(statusOf(undefined)).toBe('unanswered')
  expect(statusOf({ note: 'Later.' })).toBe('unanswered')
  expect(statusOf({ dontKnow: true })).toBe('dont-know')
  expect(statusOf({ notApplicable: 'None.' })).toBe('not-applicable')
  expect(statusOf({ value: false })).toBe('answered')
  expect(statusOf({ value: 0 })).toBe('answered')
})

describe('parseResponsesFile', () => {
  test('reads responses by item id', () => {
    const responses = { 'care.level': { value: 3 }, 'care.must': { dontKnow: true } }
    const reading = parseResponsesFile(sample, { questionnaire: 'sample@1.0.0', responses })
    expect(reading).toEqual({ status: 'valid', responses })
  })

  test('tells every fault of the file at once', () => {
    const json = {
      questionnaire: 'sample@2.0.0',
      when: 'today',
      responses: { 'care.level': { value: 9, x: 1 }, 'care.lost': { value: 1 }, constructor: {} },
    }
    const reading = parseResponsesFile(sample, json)
    expect(reading.status === 'invalid' && reading.faults.map(faultLine)).toEqual([
      'when: is not a known key',
      'questionnaire: is "sample@2.0.0", and not "sample@1.0.0"',
      'responses["care.level"].x: is not a known key',
      'responses["care.level"].value: must be one of the levels 1, 2, 3, 4, 5',
      'responses["care.lost"]: is not an item of sample@1.0.0',
      'responses.constructor: is not an item of sample@1.0.0',
    ])
  })

  test.each<[unknown]>([[null], [[]], [{}], [{ questionnaire: 'sample@1.0.0', responses: [] }]])(
    'refuses %j',
    (json) => expect(parseResponsesFile(sample, json).status).toBe('invalid'),
  )

  test('tells where text stops being JSON, and of an item that is there twice', () => {
    expect(parseResponsesText(sample, '{')).toMatchObject({
      faults: [{ path: '', reason: 'is not JSON: a key in double quotes was expected at line 1, column 2' }],
    })
    const text =
      '{"questionnaire":"sample@1.0.0","responses":{"care.level":{"value":1},"care.level":{"value":5}}}'
    expect(parseResponsesText(sample, text)).toEqual({
      status: 'invalid',
      faults: [{ path: 'responses["care.level"]', reason: 'is there twice' }],
    })
  })
})
