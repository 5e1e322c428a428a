import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalog } from '#assessments/catalog.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { makePortfolio } from '../../bench/scale/make-portfolio.ts'
import { addNamed, addSomebody } from '#tests/support/shared-builders.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const at = new Date('2026-01-01T12:00:00Z')
const DATABASE_URL = `file:${files.path('portfolio.sqlite')}`
const agency = '00000001-0000-4000-8000-000000000000'

/** A few agencies of the built-in questionnaire, two rounds each, co-reviewed ones among them. */
beforeAll(async () => {
  const database = await openDatabase(DATABASE_URL)
  const { versions } = await loadCatalog({ folders: ['assessments/questionnaires'] })
  const of = versions.filter(({ slug }) => slug === 'pmhc-self-assessment').reverse()
  const by = await addSomebody(database, 'ann', at)
  await addNamed(database, { id: 'program', kind: 'program', by, at })
  const { questionnaireVersions } = database.tables
  for (const { slug, version, json, sha256 } of of) {
    await database.orm.insert(questionnaireVersions).values({ slug, version, json, sha256, firstUsedAt: at })
  }
  await makePortfolio(database, of, { programId: 'program', personId: by, agencies: 12, rounds: 2 })
  await database.close()
}, 60_000)

const ids = async (command: string[], environment = { DATABASE_URL }) => {
  const { status, stdout } = await pmhc(command, environment)
  expect(status).toBe(0)
  return stdout
}

describe('pmhc export and import', () => {
  it('give the same again from an empty database, and every score can be computed again', async () => {
    const exported = await ids(['export', '--agency', agency])
    const file = files.write('agency.json', exported)
    expect((await pmhc(['score', file])).status).toBe(0)
    const empty = { DATABASE_URL: `file:${files.path('empty.sqlite')}` }
    expect(JSON.parse(await ids(['import', file], empty))).toEqual({ restored: 2, there: 0, refused: 0 })
    expect(await ids(['export', '--agency', agency], empty)).toBe(exported)
    expect(JSON.parse(await ids(['import', file], empty))).toEqual({ restored: 0, there: 2, refused: 0 })
    const line = await ids(['export', '--agency', agency, '--format', 'ndjson'], empty)
    expect(
      line
        .trim()
        .split('\n')
        .map((text): unknown => JSON.parse(text)),
    ).toEqual(JSON.parse(exported))
  }, 60_000)

  it('write files with a manifest, which tells when one is cut short', async () => {
    const folder = files.path('portfolio')
    const command = ['export', '--program', 'program', '--format', 'csv', '--out', folder]
    const manifest = JSON.parse(await ids(command)) as { files: { name: string; rows: number }[] }
    expect(manifest.files.map(({ name }) => name)).toEqual(['responses.csv', 'scores.csv'])
    await ids(['export', '--check', folder])
    writeFileSync(`${folder}/scores.csv`, readFileSync(`${folder}/scores.csv`).subarray(0, -1))
    const cut = await pmhc(['export', '--check', folder])
    expect(cut).toMatchObject({ status: 1, stdout: '' })
    expect(cut.stderr).toContain('scores.csv: has ')
    expect((await pmhc(command, { DATABASE_URL })).status).toBe(2)
  }, 60_000)

  it('refuse what scores otherwise than it says, and what holds only a part', async () => {
    const empty = { DATABASE_URL: `file:${files.path('other.sqlite')}` }
    const [first] = JSON.parse(await ids(['export', '--agency', agency])) as [Record<string, unknown>]
    const forged = files.write('forged.json', { ...first, scorecardSha256: 'a'.repeat(64) })
    const refused = await pmhc(['import', forged], empty)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('scores otherwise')
    const shared = await ids(['export', '--program', 'program'])
    const partly = await pmhc(['import', files.write('shared.json', shared)], empty)
    expect(partly.stderr).toContain('holds only what was shared')
  }, 60_000)

  it.each([
    [['export'], 2, '--assessment, --agency or --program is missing'],
    [['export', '--agency', 'a', '--program', 'b'], 2, 'Only one of'],
    [['export', '--agency', 'a', '--format', 'pdf'], 2, '--format is one of csv'],
    [['export', '--agency', 'a', '--format', 'csv'], 2, '--out FOLDER is missing'],
    [['export', '--agency', 'none'], 1, 'There is no agency none'],
    [['export', '--program', agency], 1, 'There is no program'],
    [['export', '--assessment', 'none'], 1, 'There is no assessment none'],
    [['import'], 2, 'FILE is missing'],
    [['import', 'README.md'], 1, 'is not JSON'],
    [['import', 'package.json', '--time-zone', 'Mars/Base'], 2, 'no time zone'],
  ] as const)('say what is wrong with %j', async (command, status, sentence) => {
    const outcome = await pmhc(command, { DATABASE_URL })
    expect(outcome).toMatchObject({ status, stdout: '' })
    expect(outcome.stderr).toContain(sentence)
  })
})
