import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '#assessments/catalog.server.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { itemsOf, levelItemsOf, type Domain, type Questionnaire } from '#assessments/questionnaire.ts'

const folder = new URL('../../assessments/questionnaires', import.meta.url).pathname
const catalog = await loadCatalog({ folders: [folder] })
const slug = 'pmhc-self-assessment'
const lineage: readonly Questionnaire[] = catalog.lineage(slug)
const byName = lineage.map((version): [string, Questionnaire] => [version.version, version])

/** The items of a version for which something does not hold, by id. */
function where(questionnaire: Questionnaire, fails: (item: LevelItem) => boolean): string[] {
  return levelItemsOf(itemsOf(questionnaire))
    .filter(fails)
    .map(({ id }) => id)
}
type LevelItem = ReturnType<typeof levelItemsOf>[number]

function sentences(text: string): number {
  return text.split(/[.!?]”?(?:\s|$)/).filter((sentence) => sentence.trim() !== '').length
}

function shareInCommon(older: Questionnaire, newer: Questionnaire, domain: Domain): number {
  const origins = correspondence(lineage, older.version, newer.version)
  const items = levelItemsOf(domain.items)
  return items.filter(({ id }) => origins.has(id)).length / items.length
}

test('each version of the built-in questionnaire but the first revises the one before', () => {
  expect(byName.map(([version]) => version)).toEqual(expect.arrayContaining(['1.1.0', '1.0.0']))
  expect(lineage.map(({ revises }) => revises?.version)).toEqual([
    ...byName.slice(1).map(([version]) => version),
    undefined,
  ])
})

describe.each(byName)('%s of the built-in questionnaire', (_, questionnaire) => {
  test('has six domains of 8 to 11 scored items, all of the same weight, with 2 to 4 must-haves each', () => {
    expect(questionnaire.domains).toHaveLength(6)
    for (const domain of questionnaire.domains) {
      const items = levelItemsOf(domain.items)
      const mustHaves = items.filter(({ mustHave }) => mustHave !== undefined)
      expect([8, 9, 10, 11]).toContain(items.length)
      expect([2, 3, 4]).toContain(mustHaves.length)
      expect(new Set(items.map(({ weight }) => weight))).toEqual(new Set([1]))
      expect(domain.items.every(({ id }) => id.startsWith(`${domain.id}.`))).toBe(true)
    }
  })

  test('asks one question at each scored item, with five levels that differ', () => {
    expect(where(questionnaire, ({ question }) => !/^[^?]+\?$/.test(question))).toEqual([])
    expect(where(questionnaire, ({ anchors }) => new Set(Object.values(anchors)).size !== 5)).toEqual([])
  })

  test('helps at each scored item with two or three sentences, examples of evidence, and sources', () => {
    expect(where(questionnaire, ({ guidance }) => ![2, 3].includes(sentences(guidance ?? '')))).toEqual([])
    expect(where(questionnaire, ({ evidence }) => evidence.length < 2 || evidence.length > 4)).toEqual([])
    expect(where(questionnaire, ({ sources }) => sources.length === 0)).toEqual([])
  })

  test('says what not applicable stands for wherever it may be chosen', () => {
    const unexplained = ({ notApplicable, guidance }: LevelItem) =>
      notApplicable !== (guidance ?? '').includes('*not applicable*')
    expect(where(questionnaire, unexplained)).toEqual([])
  })
})

test('a revision declares each change with one sentence, and keeps three quarters of each domain in a trend', () => {
  for (const newer of lineage) {
    const older = lineage.find(({ version }) => version === newer.revises?.version)
    if (!older) continue
    const whys = (newer.revises?.changes ?? []).map(({ why }) => why)
    expect(whys.filter((why) => sentences(why) !== 1)).toEqual([])
    for (const domain of newer.domains)
      expect(shareInCommon(older, newer, domain)).toBeGreaterThanOrEqual(0.75)
  }
})

test('1.1.0 makes a change of each kind', () => {
  const revises = catalog.find(slug, '1.1.0')?.questionnaire.revises
  const kinds = (revises?.changes ?? []).map(({ change }) => change)
  expect(new Set(kinds)).toEqual(
    new Set(['reworded', 'changed', 'renamed', 'split', 'merged', 'added', 'retired']),
  )
  expect(revises?.same).toHaveLength(51)
})

test('the questionnaire’s README says for each item of the newest version what it covers', () => {
  const [newest] = lineage
  const readme = readFileSync(`${folder}/${slug}/README.md`, 'utf8')
  const table = readme.slice(readme.indexOf('## Which item'), readme.indexOf('## Must-haves'))
  const named = new Set([...table.matchAll(/`([a-z]+\.[a-z-]+)`/g)].map(([, id = '']) => id))
  expect([...named].sort()).toEqual((newest ? itemsOf(newest) : []).map(({ id }) => id).sort())
})
