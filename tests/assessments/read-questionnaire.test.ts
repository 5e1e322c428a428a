import { describe, expect, test } from 'vitest'
import { faultLine } from '#assessments/faults.ts'
import { parseQuestionnaire, readQuestionnaire } from '#assessments/read-questionnaire.ts'
import {
  anchorsFor,
  domain,
  fourBands,
  levelItem,
  levelsOf,
  otherItem,
  questionnaireJson,
  twoOptions,
  type Json,
} from '#tests/support/questionnaires.ts'

function faultsOf(json: unknown): string[] {
  const reading = readQuestionnaire(json)
  return reading.status === 'valid' ? [] : reading.faults.map(faultLine)
}

const withItems = (...items: Json[]) => questionnaireJson({ domains: [domain('care', items)] })
const withItem = (fields: Json) => withItems(levelItem('care.first', fields))

describe('readQuestionnaire', () => {
  test('reads a valid questionnaire and fills in the defaults', () => {
    const reading = readQuestionnaire(questionnaireJson())
    expect(reading).toMatchObject({
      status: 'valid',
      questionnaire: {
        draft: false,
        scoring: { minimumCompleteness: 80, maximumNotApplicable: 25, comparableShare: 60 },
        domains: [{ weight: 1, items: [{ weight: 1, answeredBy: 'both', required: false }, {}] }],
      },
    })
  })

  test.each<[string, unknown, string[]]>([
    ['null', null, ['must be an object']],
    ['a list', [], ['must be an object']],
    ['a number', 3, ['must be an object']],
    ['an unknown key at the top', questionnaireJson({ wieght: 1 }), ['wieght: is not a known key']],
    [
      'an unknown key that every object has',
      JSON.parse(JSON.stringify(questionnaireJson()).replace('"slug"', '"__proto__": {}, "slug"')),
      ['__proto__: is not a known key'],
    ],
    [
      'an unknown key in an item',
      withItem({ points: 2 }),
      ['domains[0].items[0].points: is not a known key'],
    ],
    ['a missing question', withItem({ question: undefined }), ['domains[0].items[0].question: is missing']],
    ['a number for text', questionnaireJson({ title: 3 }), ['title: must be text']],
    ['text for a list', questionnaireJson({ levels: 'five' }), ['levels: must be a list']],
    [
      'a version with a letter',
      questionnaireJson({ version: 'v1' }),
      ['version: must be three numbers joined by dots, such as "1.0.0"'],
    ],
    ['a weight of zero', withItem({ weight: 0 }), ['domains[0].items[0].weight: must be above 0']],
    ['a negative weight', withItem({ weight: -1 }), ['domains[0].items[0].weight: must be above 0']],
    [
      'a weight with four decimals',
      withItem({ weight: 0.1234 }),
      ['domains[0].items[0].weight: must have at most three decimals'],
    ],
    [
      'a domain’s weight of zero',
      questionnaireJson({
        domains: [domain('care', [levelItem('care.first')], { weight: 0 })],
      }),
      ['domains[0].weight: must be above 0'],
    ],
    [
      'an unknown kind',
      withItems(levelItem('care.first'), { id: 'care.next', kind: 'slider' }),
      [
        'domains[0].items[1].kind: must have a "kind": "level", "yes-no", "choice", "choices", "number", "text" or "date"',
      ],
    ],
    [
      'a wrong choice of word',
      withItem({ countyWide: false }),
      ['domains[0].items[0].countyWide: must be true, or be left out'],
    ],
    [
      'a county-wide item that no partner answers',
      withItem({ countyWide: true, answeredBy: 'agency' }),
      [
        'domains[0].items[0].countyWide: may not be true for an item that only the agency answers: no partner has an answer to copy',
      ],
    ],
    [
      'an item answered by nobody that there is',
      withItem({ answeredBy: 'me' }),
      ['domains[0].items[0].answeredBy: must be "both" or "agency" or "partner-optional"'],
    ],
    [
      'a must-have of the wrong type',
      withItem({ mustHave: { level: '3' } }),
      ['domains[0].items[0].mustHave.level: must be a number'],
    ],
    [
      'a comparison of the wrong type',
      withItems(
        levelItem('care.first'),
        levelItem('care.next', {
          shownWhen: { all: [{ item: 'care.first', atLeast: '3' }] },
        }),
      ),
      ['domains[0].items[1].shownWhen.all[0].atLeast: must be a number'],
    ],
    [
      'a comparison in two ways',
      withItems(
        levelItem('care.first'),
        levelItem('care.next', {
          shownWhen: { all: [{ item: 'care.first', atLeast: 3, atMost: 4 }] },
        }),
      ),
      [
        'domains[0].items[1].shownWhen.all[0]: must compare an item in one way: "item" with one of "equals", "differs", "atLeast", "atMost" or "includes"',
      ],
    ],
    [
      'a condition that is neither all nor any',
      withItem({ shownWhen: { none: [] } }),
      ['domains[0].items[0].shownWhen: must be one "all" or one "any" with a list of comparisons'],
    ],
    [
      'a link that runs a script',
      questionnaireJson({ sources: { law: { title: 'Law', url: 'javascript:alert(1)' } } }),
      ['sources.law.url: must be a link that begins with https:// or http://'],
    ],
    [
      'HTML',
      withItem({ guidance: 'See <script>' }),
      ['domains[0].items[0].guidance: holds HTML; write plain text or Markdown'],
    ],
    [
      'a control character',
      withItem({ question: 'Is\u0007 it?' }),
      [
        'domains[0].items[0].question: holds a control character, a direction override or half of a character',
      ],
    ],
    [
      'a direction override',
      withItem({ question: 'Is \u202Eit?' }),
      [
        'domains[0].items[0].question: holds a control character, a direction override or half of a character',
      ],
    ],
    [
      'half of a surrogate pair',
      withItem({ question: 'Is \uD83D it?' }),
      [
        'domains[0].items[0].question: holds a control character, a direction override or half of a character',
      ],
    ],
    [
      'text that cannot be seen',
      withItem({ question: '\u200B\u2060' }),
      ['domains[0].items[0].question: holds nothing that can be seen'],
    ],
    [
      'a day that does not exist',
      withItems(levelItem('care.first'), otherItem('date', 'care.day', { minimum: '2023-02-29' })),
      ['domains[0].items[1].minimum: must be a calendar date such as "2026-03-31"'],
    ],
  ])('refuses %s', (_, json, faults) => expect(faultsOf(json)).toEqual(faults))

  test.each<[string, Json, string[]]>([
    [
      'two items with one id',
      withItems(levelItem('care.first'), levelItem('care.first')),
      ['domains[0].items[1].id: "care.first" is the id of domains[0].items[0].id already'],
    ],
    [
      'one item id in two domains',
      questionnaireJson({
        domains: [domain('care', [levelItem('care.first')]), domain('data', [levelItem('care.first')])],
      }),
      ['domains[1].items[0].id: "care.first" is the id of domains[0].items[0].id already'],
    ],
    [
      'two domains with one id',
      questionnaireJson({
        domains: [domain('care', [levelItem('care.first')]), domain('care', [levelItem('care.next')])],
      }),
      ['domains[1].id: "care" is the id of domains[0].id already'],
    ],
    [
      'two bands with one id',
      questionnaireJson({
        scoring: { bands: [fourBands[0], { ...fourBands[1], id: 'beginning' }] },
      }),
      ['scoring.bands[1].id: "beginning" is the id of scoring.bands[0].id already'],
    ],
    [
      'two options with one id',
      withItems(
        levelItem('care.first'),
        otherItem('choice', 'care.which', {
          options: [
            { id: 'a', label: 'A' },
            { id: 'a', label: 'B' },
          ],
        }),
      ),
      ['domains[0].items[1].options[1].id: "a" is the id of domains[0].items[1].options[0].id already'],
    ],
    [
      'levels that do not rise',
      questionnaireJson({
        levels: levelsOf([1, 2, 2, 4, 5]),
        domains: [domain('care', [levelItem('care.first', { anchors: anchorsFor([1, 2, 4, 5]) })])],
      }),
      ['levels[2].value: must be above the one before it, 2'],
    ],
    [
      'bands that do not begin at 0',
      questionnaireJson({
        scoring: { bands: [{ ...fourBands[0], from: 10 }, fourBands[1]] },
      }),
      ['scoring.bands[0].from: must be 0: the lowest band begins there'],
    ],
    [
      'bands that do not rise',
      questionnaireJson({
        scoring: { bands: [fourBands[0], fourBands[2], fourBands[1]] },
      }),
      ['scoring.bands[2].from: must be above the one before it, 60'],
    ],
    [
      'a band above 100',
      questionnaireJson({
        scoring: { bands: [fourBands[0], { ...fourBands[1], from: 101 }] },
      }),
      ['scoring.bands[1].from: must be at most 100'],
    ],
    [
      'more minutes at least than at most',
      questionnaireJson({ minutes: { least: 30, most: 20 } }),
      ['minutes.most: must be at least the "least", 30'],
    ],
    [
      'a missing anchor',
      withItem({ anchors: anchorsFor([1, 2, 4, 5]) }),
      ['domains[0].items[0].anchors: has no anchor for level 3'],
    ],
    [
      'an anchor of no level',
      withItem({ anchors: anchorsFor([1, 2, 3, 4, 5, 6]) }),
      ['domains[0].items[0].anchors.6: there is no level 6'],
    ],
    [
      'a must-have whose level does not exist',
      withItem({ mustHave: { level: 7 } }),
      ['domains[0].items[0].mustHave: level 7 should pass, but there is no such level'],
    ],
    [
      'a must-have that cannot be failed',
      withItem({ mustHave: { level: 1 } }),
      ['domains[0].items[0].mustHave: level 1 is the lowest, so that nothing could fail'],
    ],
    [
      'a source that is not listed',
      withItem({ sources: ['law'] }),
      ['domains[0].items[0].sources[0]: "law" is not in "sources"'],
    ],
    [
      'a source named like something that every object has',
      withItem({ sources: ['constructor'] }),
      ['domains[0].items[0].sources[0]: "constructor" is not in "sources"'],
    ],
    [
      'a resource that is not listed',
      withItem({ resources: ['guide'] }),
      ['domains[0].items[0].resources[0]: "guide" is not in "resources"'],
    ],
    [
      'a number without room',
      withItems(
        levelItem('care.first'),
        otherItem('number', 'care.calls', {
          unit: 'calls',
          minimum: 5,
          maximum: 5,
        }),
      ),
      ['domains[0].items[1].maximum: must be above the minimum, 5'],
    ],
    [
      'dates the wrong way round',
      withItems(
        levelItem('care.first'),
        otherItem('date', 'care.day', {
          minimum: '2024-02-01',
          maximum: '2024-01-01',
        }),
      ),
      ['domains[0].items[1].maximum: must not be before the minimum, 2024-02-01'],
    ],
    [
      'nothing that is scored',
      withItems(otherItem('yes-no', 'care.first')),
      ['domains: must hold at least one item of the kind "level": nothing is scored'],
    ],
    [
      'a version that revises itself',
      questionnaireJson({
        revises: { version: '1.0.0', same: [], changes: [] },
      }),
      ['version: must be higher than 1.0.0, which it revises'],
    ],
  ])('refuses %s', (_, json, faults) => expect(faultsOf(json)).toEqual(faults))

  test('tells faults of shape and of meaning at once, each with its path', () => {
    const json = questionnaireJson({
      title: undefined,
      colour: 'blue',
      scoring: { bands: [{ ...fourBands[0], from: 5 }, fourBands[1]] },
      domains: [
        domain('care', [
          levelItem('care.first', { anchors: anchorsFor([1, 2, 3, 4]), weight: 0 }),
          levelItem('care.first', { question: 7, shownWhen: { all: [{ item: 'care.lost', equals: 1 }] } }),
        ]),
      ],
    })
    expect(faultsOf(json)).toEqual([
      'title: is missing',
      'domains[0].items[0].weight: must be above 0',
      'domains[0].items[1].question: must be text',
      'colour: is not a known key',
      'domains[0].items[1].id: "care.first" is the id of domains[0].items[0].id already',
      'scoring.bands[0].from: must be 0: the lowest band begins there',
      'domains[0].items[0].anchors: has no anchor for level 5',
      'domains[0].items[1].shownWhen.all[0]: "care.lost" is not an item',
    ])
  })

  test('says nothing of anchors while the levels cannot be read', () => {
    expect(faultsOf(questionnaireJson({ levels: undefined }))).toEqual(['levels: is missing'])
  })
})

describe('shownWhen', () => {
  const kinds = [
    levelItem('care.level'),
    otherItem('yes-no', 'care.yes-no'),
    otherItem('choice', 'care.choice', twoOptions),
    otherItem('choices', 'care.choices', twoOptions),
    otherItem('number', 'care.number', { unit: 'beds', minimum: 0, maximum: 10 }),
    otherItem('text', 'care.text', { maximumLength: 5 }),
    otherItem('date', 'care.date', { minimum: '2020-01-01' }),
  ]
  const shownWhen = (comparison: Json) =>
    faultsOf(withItems(...kinds, levelItem('care.shown', { shownWhen: { any: [comparison] } })))

  test.each<[Json]>([
    [{ item: 'care.level', atLeast: 3 }],
    [{ item: 'care.level', equals: 1 }],
    [{ item: 'care.yes-no', equals: true }],
    [{ item: 'care.choice', differs: 'first' }],
    [{ item: 'care.choices', includes: 'second' }],
    [{ item: 'care.number', atMost: 0 }],
    [{ item: 'care.text', equals: 'none' }],
    [{ item: 'care.date', differs: '2024-02-29' }],
  ])('may compare by %j', (comparison) => expect(shownWhen(comparison)).toEqual([]))

  test.each<[Json, string]>([
    [{ item: 'care.lost', equals: 1 }, '"care.lost" is not an item'],
    [{ item: 'care.level', atLeast: 6 }, '"atLeast" must be one of the levels 1, 2, 3, 4, 5'],
    [{ item: 'care.level', equals: true }, '"equals" must be one of the levels 1, 2, 3, 4, 5'],
    [
      { item: 'care.level', includes: 'first' },
      '"includes" fits an item of the kind "choices", and "care.level" is of the kind "level"',
    ],
    [
      { item: 'care.yes-no', atLeast: 1 },
      '"atLeast" fits a level or a number, and "care.yes-no" is of the kind "yes-no"',
    ],
    [{ item: 'care.yes-no', equals: 'yes' }, '"equals" must be true or false'],
    [{ item: 'care.choice', equals: 'third' }, '"equals" must be one of "first", "second"'],
    [{ item: 'care.choices', equals: 'first' }, '"equals" doesn\'t fit "choices"; use "includes"'],
    [{ item: 'care.choices', includes: 'third' }, '"includes" must hold only options of "first", "second"'],
    [{ item: 'care.number', atMost: 11 }, '"atMost" must be from 0 to 10'],
    [{ item: 'care.text', equals: 'too long' }, '"equals" must be at most 5 characters'],
    [{ item: 'care.text', equals: ' ' }, '"equals" must not be empty'],
    [
      { item: 'care.date', atMost: 3 },
      '"atMost" fits a level or a number, and "care.date" is of the kind "date"',
    ],
    [{ item: 'care.date', equals: '2019-12-31' }, '"equals" must be 2020-01-01 or later'],
  ])('may not compare by %j', (comparison, reason) =>
    expect(shownWhen(comparison)).toEqual([`domains[0].items[7].shownWhen.any[0]: ${reason}`]),
  )

  const dependent = (id: string, on: string, fields: Json = {}) =>
    levelItem(id, { shownWhen: { all: [{ item: on, atLeast: 2 }] }, ...fields })

  test('may not depend on its own item', () => {
    expect(faultsOf(withItems(dependent('care.a', 'care.a')))).toEqual([
      'domains[0].items[0].shownWhen: depends on itself: "care.a" → "care.a"',
    ])
  })

  test('may not run in a loop, which is named whole and once', () => {
    const items = [
      dependent('care.before', 'care.a'),
      dependent('care.a', 'care.b'),
      dependent('care.b', 'care.c'),
      dependent('care.c', 'care.a'),
    ]
    expect(faultsOf(withItems(...items))).toEqual([
      'domains[0].items[1].shownWhen: depends on itself: "care.a" → "care.b" → "care.c" → "care.a"',
    ])
  })

  test('of loops through one item need not all be told at once', () => {
    const both = {
      all: [
        { item: 'care.a', atLeast: 2 },
        { item: 'care.b', atLeast: 2 },
      ],
    }
    const items = [dependent('care.a', 'care.b'), levelItem('care.b', { shownWhen: both })]
    expect(faultsOf(withItems(...items))).toEqual([
      'domains[0].items[0].shownWhen: depends on itself: "care.a" → "care.b" → "care.a"',
    ])
  })

  test('may not run in a long loop, of which the beginning and the end are named', () => {
    const items = Array.from({ length: 40 }, (_, i) => dependent(`care.a${i}`, `care.a${(i + 1) % 40}`))
    const [fault, ...more] = faultsOf(withItems(...items))
    expect(more).toEqual([])
    expect(fault).toMatch(/: "care\.a0" → "care\.a1" .* → … → "care\.a38" → "care\.a39" → "care\.a0"$/)
  })

  test('may branch and meet again', () => {
    const items = [
      levelItem('care.a'),
      dependent('care.b', 'care.a'),
      dependent('care.c', 'care.a'),
      levelItem('care.d', {
        shownWhen: {
          any: [
            { item: 'care.b', atLeast: 2 },
            { item: 'care.c', atLeast: 2 },
          ],
        },
      }),
    ]
    expect(faultsOf(withItems(...items))).toEqual([])
  })

  test.each([['both'], ['partner-optional']])(
    'of an item that the partner is asked (%s) may not need an answer that only the agency gives',
    (answeredBy) => {
      const items = [
        levelItem('care.a', { answeredBy: 'agency' }),
        dependent('care.b', 'care.a', { answeredBy }),
      ]
      expect(faultsOf(withItems(...items))).toEqual([
        'domains[0].items[1].shownWhen.all[0]: "care.a" is answered by the agency only, so that a partner would never be asked this',
      ])
    },
  )

  test.each([
    ['agency', 'both'],
    ['agency', 'agency'],
    ['both', 'agency'],
  ] as const)(
    'with “any” is hidden from a partner for ever only if the agency alone answers all of its items (%s, %s)',
    (first, second) => {
      const any = ['care.a', 'care.b'].map((item) => ({ item, atLeast: 2 }))
      const items = [
        levelItem('care.a', { answeredBy: first }),
        levelItem('care.b', { answeredBy: second }),
        levelItem('care.c', { shownWhen: { any } }),
      ]
      const never = first === 'agency' && second === 'agency' ? ['care.a', 'care.b'] : []
      expect(faultsOf(withItems(...items))).toEqual(
        never.map(
          (id, at) =>
            `domains[0].items[2].shownWhen.any[${at}]: "${id}" is answered by the agency only, so that a partner would never be asked this`,
        ),
      )
    },
  )

  test('may need an answer that a partner may leave out', () => {
    const items = [levelItem('care.a', { answeredBy: 'partner-optional' }), dependent('care.b', 'care.a')]
    expect(faultsOf(withItems(...items))).toEqual([])
  })

  test('of an item that only the agency answers may', () => {
    const items = [
      levelItem('care.a', { answeredBy: 'agency' }),
      dependent('care.b', 'care.a', { answeredBy: 'agency' }),
    ]
    expect(faultsOf(withItems(...items))).toEqual([])
  })
})

describe('parseQuestionnaire', () => {
  test('reads text, with or without a byte-order mark', () => {
    const text = JSON.stringify(questionnaireJson())
    expect(parseQuestionnaire(text).status).toBe('valid')
    expect(parseQuestionnaire(`\uFEFF${text}`).status).toBe('valid')
  })

  test('tells where the text stops being JSON', () => {
    expect(parseQuestionnaire('{\n  "slug": "sample",\n  "levels": [1, 2,]\n}')).toEqual({
      status: 'invalid',
      faults: [{ path: '', reason: 'is not JSON: a value was expected at line 3, column 19' }],
    })
  })

  test('tells of a key that is there twice together with the other faults', () => {
    const text = JSON.stringify(questionnaireJson({ title: 3 })).replace('"slug"', '"slug":"first","slug"')
    const reading = parseQuestionnaire(text)
    expect(reading.status === 'invalid' && reading.faults.map(faultLine)).toEqual([
      'slug: is there twice',
      'title: must be text',
    ])
  })
})
