import { expect, test } from 'vitest'
import { rational, zero, type Rational } from '#assessments/rational.ts'
import type { TrendPoint } from '#assessments/trend.ts'
import { breakSentence } from '#app/results/break-words.ts'

const point: TrendPoint = {
  date: '2025-11-01',
  version: '1.1.0',
  versionChanged: true,
  score: rational(50),
  displayScore: 50,
  chained: rational(50),
  roundedChained: 50,
  change: null,
  displayChange: null,
  basis: 'agency',
  brokenBefore: true,
  answered: 9,
  applicable: 9,
  comparable: 4,
  sharedWeight: rational(45, 100),
}

interface Given {
  domain?: string | null
  scored?: boolean
  point?: Partial<TrendPoint>
}

const sentence = ({ domain = 'Training', scored = true, point: more = {} }: Given = {}) =>
  breakSentence({
    domain,
    before: { label: 'November 2024', scored },
    round: { label: 'November 2025', point: { ...point, ...more } },
    needed: 60,
  })

test('a break is explained with its share, its items and the share that is asked for', () => {
  expect(sentence()).toBe(
    'Only 45% of the weight of Training is comparable between November 2024 and November 2025 (4 items); the questionnaire asks for 60%. So the line breaks there.',
  )
})

test('the overall line tells of the domains that can be compared', () => {
  expect(sentence({ domain: null })).toBe(
    'Only domains with 45% of all weight can be compared between November 2024 and November 2025; the questionnaire asks for 60%. So the line breaks there.',
  )
})

test.each<[string, Rational]>([
  ['59%', rational(5999, 10_000)],
  ['33%', rational(1, 3)],
])('a share below the bound is never rounded up to it: %s', (share, sharedWeight) => {
  expect(sentence({ point: { sharedWeight } })).toContain(`Only ${share} of the weight`)
})

test('where nothing at all can be compared, no share is told', () => {
  const none =
    'No item of Training can be compared between November 2024 and November 2025, so the line breaks there.'
  expect(sentence({ point: { comparable: 0, sharedWeight: zero } })).toBe(none)
  expect(sentence({ point: { comparable: 0, sharedWeight: null } })).toBe(none)
})

test('a round without a score is named, whichever of the two it is', () => {
  expect(sentence({ point: { score: null } })).toBe(
    'Nothing is scored in November 2025, so the line breaks there.',
  )
  expect(sentence({ scored: false })).toBe(
    'Nothing was scored in November 2024, so the line begins anew in November 2025.',
  )
})

test('an unbroken line needs no sentence', () => {
  expect(sentence({ point: { brokenBefore: false } })).toBeNull()
})
