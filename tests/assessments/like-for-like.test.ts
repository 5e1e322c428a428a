import { describe, expect, test } from 'vitest'
import { likeForLike, type RatedRound } from '#assessments/like-for-like.ts'
import { chainTrend } from '#assessments/trend.ts'
import { domain, levelItem, questionnaire, responses } from '#tests/support/questionnaires.ts'

const asked = questionnaire({ domains: [domain('care', [levelItem('care.0'), levelItem('care.1')])] })
const at = (level: number) => responses({ 'care.0': level, 'care.1': level })

const alone = (level: number): RatedRound => ({ questionnaire: asked, responses: at(level), sides: null })
const reviewed = (agency: number, agreed: number): RatedRound => ({
  questionnaire: asked,
  responses: at(agreed),
  sides: { agency: at(agency), partner: at(1) },
})

describe('likeForLike', () => {
  test('compares agreed responses where both rounds have them', () => {
    const { basis, older, newer } = likeForLike(reviewed(4, 2), reviewed(5, 3))
    expect([basis, older.responses, newer.responses]).toEqual(['agreed', at(2), at(3)])
  })

  test.each([
    ['the later', alone(2), reviewed(5, 3), at(2), at(5)],
    ['the earlier', reviewed(4, 2), alone(3), at(4), at(3)],
    ['neither', alone(2), alone(3), at(2), at(3)],
  ] as const)('compares the agency’s own where %s round is co-reviewed', (_, older, newer, then, now) => {
    const alike = likeForLike(older, newer)
    expect([alike.basis, alike.older.responses, alike.newer.responses]).toEqual(['agency', then, now])
  })
})

test('a line of mixed rounds ends at the agreed score and takes each change like for like', () => {
  const rounds = [
    { date: '2024-01-01', ...alone(2) },
    { date: '2025-01-01', ...reviewed(4, 3) },
    { date: '2026-01-01', ...reviewed(5, 4) },
  ]
  const { overall } = chainTrend(rounds, [asked])
  expect(
    overall.map(({ basis, displayChange, roundedChained }) => [basis, displayChange, roundedChained]),
  ).toEqual([
    [null, null, 0],
    ['agency', 50, 50],
    ['agreed', 25, 75],
  ])
})
