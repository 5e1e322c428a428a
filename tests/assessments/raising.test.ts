import { expect, test } from 'vitest'
import { whatWouldRaise } from '#assessments/raising.ts'
import { rational } from '#assessments/rational.ts'
import { domain, levelItem, notApplicable, questionnaire, responses } from '#tests/support/questionnaires.ts'

const sample = questionnaire({
  domains: [
    domain('care', [
      levelItem('care.low'),
      levelItem('care.heavy', { weight: 3 }),
      levelItem('care.must', { mustHave: true, weight: 0.5 }),
      levelItem('care.passing', { mustHave: true }),
      levelItem('care.top'),
      levelItem('care.none', { notApplicable: true }),
      levelItem('care.unanswered'),
      levelItem('care.equal'),
    ]),
  ],
})

test('whatWouldRaise puts failing must-haves first, then the greatest gain, then the order of asking', () => {
  const given = responses({
    'care.low': 1,
    'care.heavy': 3,
    'care.must': 2,
    'care.passing': 3,
    'care.top': 5,
    'care.none': notApplicable,
    'care.equal': 1,
  })
  const total = 7500
  expect(whatWouldRaise(sample, given)).toEqual([
    {
      id: 'care',
      raisers: [
        { item: 'care.must', value: 2, highest: 5, gain: rational(100 * 500 * 3, 4 * total), caps: true },
        { item: 'care.heavy', value: 3, highest: 5, gain: rational(100 * 3000 * 2, 4 * total), caps: false },
        { item: 'care.low', value: 1, highest: 5, gain: rational(100 * 1000 * 4, 4 * total), caps: false },
        { item: 'care.equal', value: 1, highest: 5, gain: rational(100 * 1000 * 4, 4 * total), caps: false },
        {
          item: 'care.passing',
          value: 3,
          highest: 5,
          gain: rational(100 * 1000 * 2, 4 * total),
          caps: false,
        },
      ],
    },
  ])
  expect(whatWouldRaise(sample, {})).toEqual([{ id: 'care', raisers: [] }])
})
