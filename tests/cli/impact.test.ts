import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Impact } from '#assessments/impact.ts'
import { openDatabase } from '#db/database.server.ts'
import { addAnswering, save } from '#tests/support/database-builders.ts'
import { makeFinal } from '#tests/support/final-builders.ts'
import { after, before } from '#tests/support/impact-versions.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const QUESTIONNAIRES_DIR = files.path('questionnaires')
const DATABASE_URL = `file:${files.path('impact.sqlite')}`
const environment = { DATABASE_URL, QUESTIONNAIRES_DIR }
let assessment = ''

beforeAll(async () => {
  const folder = join(QUESTIONNAIRES_DIR, 'sketch')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '1.0.0.json'), JSON.stringify(before))
  writeFileSync(join(folder, '1.1.0.json'), JSON.stringify({ ...after, draft: true }))
  const database = await openDatabase(DATABASE_URL)
  const { ann, assessmentId } = await addAnswering(database)
  for (const [itemId, value] of [
    ['care.same', 5],
    ['care.words', 3],
    ['care.gone', 1],
  ] as const) {
    await save(database, assessmentId, ann, { itemId, response: { value } })
  }
  await makeFinal(database, assessmentId, ann)
  // The builders keep a stub as the text of the version.
  const { questionnaireVersions } = database.tables
  await database.orm.delete(questionnaireVersions)
  await database.close()
  assessment = assessmentId
}, 60_000)

describe('pmhc impact', () => {
  it('tells what a draft would mean for the database at hand, to programs and to people', async () => {
    const { status, stdout, stderr } = await pmhc(['impact', 'sketch@1.1.0'], environment)
    expect(status).toBe(0)
    const impact = JSON.parse(stdout) as Impact
    expect(impact).toMatchObject({
      ...{ questionnaire: 'sketch@1.1.0', revises: '1.0.0' },
      answers: { final: { agency: { stands: 2, left: { retired: 1 } } } },
      comparable: { assessments: 1, shrinking: [{ assessment, from: 3, to: 2 }] },
      scores: { scored: 1, higher: 1, median: 25, largest: 25 },
    })
    expect(stderr).toContain('Items: 1 reworded, 1 split, 1 new, 1 retired and 1 as before.')
    expect(stderr).toContain('1 assessment made final, of which 1 with fewer items than before.')
    expect(stderr).toContain(`${assessment} (1.0.0): 2 instead of 3 items.`)
    expect(stderr).toContain('1 of 1 score would change: 1 higher, 0 lower.')
  })

  it('names no agency', async () => {
    const { stdout, stderr } = await pmhc(['impact', 'sketch@1.1.0'], environment)
    expect(stdout + stderr).not.toContain('Fairview')
  })

  it('says so where there is no such version, and no database', async () => {
    const missing = await pmhc(['impact', 'sketch@9.0.0'], environment)
    expect(missing).toMatchObject({ status: 2, stdout: '' })
    expect(missing.stderr).toContain('There is no questionnaire sketch@9.0.0.')
    expect(await pmhc(['impact', 'sketch'], environment)).toMatchObject({ status: 2 })
    const nowhere = await pmhc(['impact', 'sketch@1.1.0'], { QUESTIONNAIRES_DIR })
    expect(nowhere).toMatchObject({ status: 1, stdout: '' })
  })
})
