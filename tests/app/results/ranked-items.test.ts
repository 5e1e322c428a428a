import { expect, test } from 'vitest'
import { rankItems } from '#app/results/ranked-items.ts'
import { responses } from '#tests/support/questionnaires.ts'
import { allAt, sample } from './sample.ts'

const ids = (items: { id: string }[]) => items.map(({ id }) => id)

test('rankItems puts must-haves first among equals, then the heavier', () => {
  const given = responses({ ...allAt(1), 'data.coded': 5, 'data.shared': 5, 'data.analyzed': 5 })
  const { strongest, weakest } = rankItems(sample, given)
  expect(ids(strongest)).toEqual(['data.coded', 'data.shared', 'data.analyzed'])
  expect(ids(weakest)).toEqual(['training.basic', 'training.advanced', 'training.refresher'])
  expect(weakest[0]).toEqual({
    id: 'training.basic',
    question: 'Who is trained?',
    domain: 'Training',
    level: 1,
  })
})

test('rankItems leaves out what is in the middle, unanswered or hidden', () => {
  const given = responses({
    'training.basic': 5,
    'training.advanced': 3,
    'data.coded': 1,
    'data.analyzed': 1,
  })
  const { strongest, weakest } = rankItems(sample, given)
  expect(ids(strongest)).toEqual(['training.basic'])
  expect(ids(weakest)).toEqual(['data.coded'])
})

test('rankItems calls nothing strong or weak where all is at one level, or nothing answered', () => {
  expect(rankItems(sample, responses(allAt(3)))).toEqual({ strongest: [], weakest: [] })
  expect(rankItems(sample, {})).toEqual({ strongest: [], weakest: [] })
})

test('rankItems gives at most as many as asked for', () => {
  const given = responses({ ...allAt(2), 'data.coded': 5 })
  expect(rankItems(sample, given, 2).weakest).toHaveLength(2)
})
