import { describe, expect, test } from 'vitest'
import { loadCatalog } from '#assessments/catalog.server.ts'
import { carryForward } from '#assessments/carrying.ts'
import { compareRounds } from '#assessments/comparison.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { explainDifference } from '#assessments/difference-parts.ts'
import { moveForward } from '#assessments/moving.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { chainTrend } from '#assessments/trend.ts'
import { diffVersions } from '#assessments/version-diff.ts'
import { responses } from '#tests/support/questionnaires.ts'

const folder = new URL('../support/questionnaires', import.meta.url).pathname
const catalog = await loadCatalog({ folders: [folder] })
const lineage = catalog.lineage('lake-rescue')
const version = (number: string) => {
  const known = catalog.find('lake-rescue', number)
  if (!known) throw new Error(`there is no ${number}`)
  return known.questionnaire
}
const [five, four] = [version('1.0.0'), version('2.0.0')]
const given = { at: '2025-06-01T09:00:00.000Z', person: 'ada' }
const last = responses({
  'water.boat': 4,
  'water.crew': { value: 5, note: 'All took it in May.' },
  'water.calls': 12,
  'shore.signs': { notApplicable: 'There is no beach.' },
})
const kept = new Map(
  Object.entries(last).map(([id, response]) => [id, { response, ...given, version: '1.0.0' }]),
)
const answers = { assessment: 'last', version: '1.0.0', answers: kept }

describe('a major version, with another scale and one domain more', () => {
  test('is read, and says that every scored item is asked anew', () => {
    expect(diffVersions(five, four).items.map(({ change, to }) => [change, to[0]])).toEqual([
      ['same', 'water.calls'],
      ['changed', 'water.boat'],
      ['changed', 'water.crew'],
      ['changed', 'shore.signs'],
      ['added', 'winter.ice'],
    ])
  })

  test('carries facts forward, and no level: those stand beside the questions, with notes', () => {
    const { items, left } = carryForward(lineage, answers, four, 'agency')
    expect(left).toEqual([])
    expect(items.map(({ itemId, fate, response }) => [itemId, fate, response.value])).toEqual([
      ['water.boat', 'asked-anew', undefined],
      ['water.crew', 'asked-anew', undefined],
      ['water.calls', 'stands', 12],
      ['shore.signs', 'asked-anew', undefined],
    ])
    const crew = items.find(({ itemId }) => itemId === 'water.crew')?.response
    expect(crew?.note).toBe('All took it in May.')
    expect(crew?.carried?.earlier).toEqual([
      { item: 'water.crew', version: '1.0.0', response: last['water.crew'], ...given },
    ])
  })

  test('moves an assessment under way with its facts as they are', () => {
    const moving = { assessment: 'open', side: 'agency' as const, version: '1.0.0', rows: kept }
    const rewritten = moveForward(lineage, moving, four)
    expect(rewritten.map(({ itemId }) => itemId).sort()).toEqual(['shore.signs', 'water.boat', 'water.crew'])
    expect(rewritten.every(({ response }) => response.value === undefined)).toBe(true)
  })

  test('leaves each round scored by its own scale: 4 of 1 to 5 is 75 points, 2 of 0 to 3 is 66.67', () => {
    expect(scoreResponses(five, last).domains[0]?.score).toBe(87.5)
    const next = responses({ 'water.boat': 2, 'water.crew': 3, 'shore.signs': 1, 'winter.ice': 0 })
    expect(scoreResponses(four, next).domains.map(({ score }) => score)).toEqual([83.3333, 33.3333, 0])
  })

  test('breaks the trend: no level can be compared, so that nothing is called improvement', () => {
    const next = responses({ 'water.boat': 2, 'water.crew': 3, 'shore.signs': 1, 'winter.ice': 0 })
    const [older, newer] = [
      { questionnaire: five, responses: last },
      { questionnaire: four, responses: next },
    ]
    const items = correspondence(lineage, '1.0.0', '2.0.0')
    expect([...items]).toEqual([['water.calls', 'water.calls']])
    expect(compareRounds(older, newer, items).overall).toMatchObject({
      change: null,
      broken: true,
      comparable: 0,
    })
    const trend = chainTrend(
      [
        { ...older, date: '2025-06-01' },
        { ...newer, date: '2026-06-01' },
      ],
      lineage,
    )
    expect(trend.overall.map(({ brokenBefore, versionChanged }) => [brokenBefore, versionChanged])).toEqual([
      [false, false],
      [true, true],
    ])
    expect(explainDifference(older, newer, items).overall.shown).toBeNull()
  })
})
