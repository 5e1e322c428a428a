import { expect, test } from 'vitest'
import { explainDomain, explainOverall } from '#app/results/explanation.ts'
import { scoreExactly } from '#assessments/scoring.ts'
import { responses } from '#tests/support/questionnaires.ts'
import { sample } from './sample.ts'

const scores = scoreExactly(
  sample,
  responses({ 'training.basic': 3, 'training.advanced': 4, 'training.refresher': 1, 'data.coded': 4 }),
)

test('explainDomain shows each answered item with its worth and weight, the sum and the mean', () => {
  expect(explainDomain(sample, scores, 'training')).toEqual({
    addends: [
      { label: 'Who is trained?', level: 3, points: '50', weight: '1', product: '50' },
      { label: 'Who is trained more?', level: 4, points: '75', weight: '2', product: '150' },
      { label: 'How often again?', level: 1, points: '0', weight: '1', product: '0' },
    ],
    sum: '200',
    weights: '4',
    mean: '50',
    displayed: 50,
  })
})

test('explainOverall shows the mean of the domains, to four decimals before it is rounded', () => {
  expect(explainOverall(sample, scores)).toMatchObject({
    addends: [
      { label: 'Training', level: null, points: '50', weight: '1' },
      { label: 'Data', level: null, points: '75', weight: '1' },
    ],
    sum: '125',
    weights: '2',
    mean: '62.5',
    displayed: 63,
  })
})

test('nothing is explained where nothing is scored', () => {
  const none = scoreExactly(sample, {})
  expect(explainDomain(sample, none, 'training')).toBeNull()
  expect(explainOverall(sample, none)).toBeNull()
})
