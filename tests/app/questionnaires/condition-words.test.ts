import { expect, test } from 'vitest'
import { conditionSchema, type Condition } from '#assessments/condition.ts'
import { conditionWords } from '#app/questionnaires/condition-words.ts'
import { domain, levelItem, otherItem, questionnaire, twoOptions } from '#tests/support/questionnaires.ts'

const sample = questionnaire({
  domains: [
    domain('a', [
      levelItem('a.level', { question: 'How far?' }),
      otherItem('yes-no', 'a.yes', { question: 'Is it?' }),
      otherItem('choices', 'a.many', { question: 'Which?', ...twoOptions }),
      otherItem('number', 'a.count', { question: 'How many?', unit: 'people', minimum: 0, maximum: 9 }),
    ]),
  ],
})

test.each<[Condition, string]>([
  [{ all: [{ item: 'a.yes', equals: true }] }, '“Is it?” is answered with “Yes”.'],
  [{ all: [{ item: 'a.level', atLeast: 3 }] }, '“How far?” is answered with “Level 3” or more.'],
  [
    {
      any: [
        { item: 'a.many', includes: 'second' },
        { item: 'a.count', atMost: 4 },
      ],
    },
    '“Which?” is answered with “The second” among others or “How many?” is answered with “4” or less.',
  ],
  [
    {
      all: [
        { item: 'a.yes', differs: false },
        { item: 'a.level', equals: 1 },
      ],
    },
    '“Is it?” is answered with anything but “No” and “How far?” is answered with “Level 1”.',
  ],
])('conditionWords says %j in words', (condition, words) => {
  expect(conditionWords(sample, conditionSchema.parse(condition))).toBe(`Answer this only if ${words}`)
})
