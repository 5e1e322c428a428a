import { expect, test } from 'vitest'
import { raisersByDomain, raisersOverall } from '#app/results/raiser-view.ts'
import { exactScores } from '#assessments/exact-scoring.ts'
import { domain, levelItem, questionnaire, responses } from '#tests/support/questionnaires.ts'
import { allAt, sample } from './sample.ts'

test('raisersByDomain goes by weight × distance, and says the next level and its anchor', () => {
  const given = responses({ ...allAt(3), 'training.refresher': 2 })
  const [training] = raisersByDomain(sample, given)
  expect(training?.raisers.map(({ id, gain }) => [id, gain])).toEqual([
    ['training.advanced', 25],
    ['training.refresher', 19],
    ['training.basic', 13],
  ])
  expect(training?.raisers[0]).toMatchObject({
    now: 'level 3, Level 3',
    next: { label: 'level 4', anchor: 'What level 4 looks like.' },
    highest: 'Level 5',
    domain: 'Training',
    caps: false,
  })
})

test('raisersOverall puts must-haves below their level first', () => {
  const given = responses({ ...allAt(3), 'data.coded': 2, 'training.advanced': 1 })
  const raisers = raisersOverall(sample, given, exactScores(sample, given))
  expect(raisers[0]).toMatchObject({ id: 'data.coded', caps: true, domain: 'Data' })
  expect(raisers[1]).toMatchObject({ id: 'training.advanced', caps: false })
})

test('raisersOverall weighs each gain by its domain', () => {
  const heavy = questionnaire({
    domains: [
      domain('a', [levelItem('a.one'), levelItem('a.two')]),
      domain('b', [levelItem('b.one'), levelItem('b.two')], { weight: 3 }),
    ],
  })
  const given = responses({ 'a.one': 1, 'a.two': 5, 'b.one': 3, 'b.two': 5 })
  const raisers = raisersOverall(heavy, given, exactScores(heavy, given))
  expect(raisers.map(({ id }) => id)).toEqual(['b.one', 'a.one'])
})
