import { describe, expect, test } from 'vitest'
import { heatMapFinding, radarFinding, signed, trendFinding } from '#app/charts/findings.ts'

const stand = (label: string, now: number | null, change: number | null = null) => ({ label, now, change })

describe('radarFinding', () => {
  test.each([
    [[stand('Training', 60, 12), stand('Data', 40, 3)], 'Training rose most since March 2025: +12'],
    [[stand('Training', 60, 12), stand('Data', 40, 12)], 'Training and Data rose most since March 2025: +12'],
    [
      [stand('Training', 60, -8), stand('Data', 40, 0)],
      'No domain rose since March 2025; Training fell most: −8',
    ],
    [[stand('Training', 60, 0), stand('Data', 40, 0)], 'No domain changed since March 2025'],
    [
      [stand('A', 1, 4), stand('B', 1, 4), stand('C', 1, 4), stand('D', 1, 4), stand('E', 1, 0)],
      '4 domains rose most since March 2025: +4',
    ],
  ])('says what moved most since the round before', (domains, finding) => {
    expect(radarFinding(domains, 'March 2025')).toBe(finding)
  })

  test.each([
    [
      [stand('Leadership', 78), stand('Training', 50), stand('Data', 31)],
      'Leadership stands highest (78), Data lowest (31)',
    ],
    [
      [stand('Leadership', 78), stand('Training', 78), stand('Data', 31)],
      'Leadership and Training stand highest (78), Data lowest (31)',
    ],
    [[stand('Leadership', 50), stand('Data', 50)], 'All domains stand at 50'],
    [[stand('Leadership', 50), stand('Data', null)], 'Leadership stands at 50'],
    [[stand('Leadership', null)], 'No domain has a score yet'],
  ])('says where the domains stand if this is the first round', (domains, finding) => {
    expect(radarFinding(domains, null)).toBe(finding)
  })

  test('says where the domains stand if none can be compared', () => {
    expect(radarFinding([stand('A', 20), stand('B', 40)], 'March 2025')).toBe(
      'B stands highest (40), A lowest (20)',
    )
  })
})

test.each([
  ['rises', 62, 12, 'March 2025', 'Training: 62, up 12 since March 2025'],
  ['falls', 62, -3, 'March 2025', 'Training: 62, down 3 since March 2025'],
  ['stays', 62, 0, 'March 2025', 'Training: 62, as in March 2025'],
  ['has one round', 62, null, null, 'Training: 62'],
  ['has no score', null, null, 'March 2025', 'Training: no score'],
  [
    'cannot be compared',
    62,
    null,
    'March 2025',
    'Training: 62, too little in common with March 2025 to compare',
  ],
])('trendFinding of a line that %s', (_, now, change, since, finding) => {
  expect(trendFinding('Training', now, change, since)).toBe(finding)
})

test('heatMapFinding counts the items that moved', () => {
  expect(heatMapFinding({ improved: 14, declined: 3, same: 30 }, 'March 2025')).toBe(
    'Since March 2025, 14 items improved, 3 declined and 30 stayed the same',
  )
  expect(heatMapFinding({ improved: 0, declined: 0, same: 0 }, 'March 2025')).toBe(
    'No item can be compared with March 2025',
  )
})

test('signed writes a plus or a true minus', () => {
  expect([12, -3, 0, -0].map(signed)).toEqual(['+12', '−3', '0', '0'])
})
