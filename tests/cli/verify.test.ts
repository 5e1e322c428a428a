import { beforeAll, describe, expect, it } from 'vitest'
import SqliteClient from 'better-sqlite3'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadCatalog } from '#assessments/catalog.server.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { redactStepText } from '#db/queries/redact-step.server.ts'
import { reconciling, settleAll, sign } from '#tests/support/reconciling.ts'
import { buildDemo } from '../../demo/build-demo.server.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const file = files.path('verified.sqlite')
const DATABASE_URL = `file:${file}`

/** Changes the database behind the program's back, for as long as one check takes. */
async function afterTampering(change: string, ...values: unknown[]) {
  const client = new SqliteClient(file)
  const before = client.prepare('select * from frozen_copies order by rowid').all() as Record<
    string,
    unknown
  >[]
  client.prepare(change).run(...values)
  const outcome = await pmhc(['verify'], { DATABASE_URL })
  const restoring = client.prepare(
    `update frozen_copies set document = @document, sha256 = @sha256, scorecard = @scorecard,
      scorecard_sha256 = @scorecard_sha256 where assessment_id = @assessment_id and number = @number`,
  )
  for (const row of before) restoring.run(row)
  client.close()
  return outcome
}

function firstCopy() {
  const client = new SqliteClient(file)
  const row = client.prepare('select * from frozen_copies limit 1').get() as {
    assessment_id: string
    document: string
  }
  client.close()
  return row
}

beforeAll(async () => {
  const folder = fileURLToPath(new URL('../../assessments/questionnaires', import.meta.url))
  const database = await openDatabase(DATABASE_URL)
  await buildDemo(database, await loadCatalog({ folders: [folder] }))
  await database.close()
}, 180_000)

describe('pmhc verify', () => {
  it('rescores every frozen copy and finds them all the same', async () => {
    const { status, stdout } = await pmhc(['verify'], { DATABASE_URL })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ checked: 28, differing: [] })
  })

  it('names a copy whose text was changed', async () => {
    const { assessment_id: id } = firstCopy()
    const { status, stdout, stderr } = await afterTampering(
      `update frozen_copies set document = replace(document, '"asOf":"202', '"asOf":"203') where assessment_id = ?`,
      id,
    )
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ differing: [{ assessment: id, copy: 1 }] })
    expect(stderr).toContain(`Assessment ${id}, copy 1: its text is not the one that was hashed`)
  })

  it('names a copy that was changed and hashed again: scoring it gives something else', async () => {
    const { assessment_id: id, document } = firstCopy()
    const forged = document.replace(/"value":[1-4]\}/, '"value":5}')
    expect(forged).not.toBe(document)
    const { status, stderr } = await afterTampering(
      'update frozen_copies set document = ?, sha256 = ? where assessment_id = ?',
      forged,
      sha256(forged),
      id,
    )
    expect(status).toBe(1)
    expect(stderr).toContain(`Assessment ${id}, copy 1: scoring it again gives`)
  })

  it('names a copy whose scorecard was changed', async () => {
    const { assessment_id: id } = firstCopy()
    const { status, stderr } = await afterTampering(
      `update frozen_copies set scorecard = replace(scorecard, '"answered":', '"answered": ') where assessment_id = ?`,
      id,
    )
    expect(status).toBe(1)
    expect(stderr).toContain('its scorecard is not the one that was hashed')
  })
})

describe('pmhc verify, where a step of the two sides lost what it needs', () => {
  const lossyFile = files.path('lossy.sqlite')
  const DATABASE_URL = `file:${lossyFile}`

  beforeAll(async () => {
    const folder = fileURLToPath(new URL('../../assessments/questionnaires', import.meta.url))
    const database = await openDatabase(DATABASE_URL)
    await buildDemo(database, await loadCatalog({ folders: [folder] }))
    await database.close()
  }, 180_000)

  it.each([
    ['proposed', 'proposal = null', 'lacks its proposal'],
    ['proposed', `proposal = '{"value":'`, 'can’t be read'],
    ['proposed', `proposal = '3'`, 'lacks its proposal'],
    ['proposed', 'item_id = null', 'lacks its item'],
    ['accepted', 'refers_to = null', 'lacks the proposal that it is about'],
    ['signed', 'sha256 = null', 'lacks the hash of what was signed'],
  ])(
    'names the copies of that assessment (%s: %s) and goes on with the others',
    async (kind, loss, words) => {
      const client = new SqliteClient(lossyFile)
      const step = client
        .prepare(
          `select * from reconciliation_steps where kind = ? and assessment_id in
           (select assessment_id from frozen_copies where number = 1) order by assessment_id, revision`,
        )
        .get(kind) as { assessment_id: string; step_id: string }
      client.prepare(`update reconciliation_steps set ${loss} where step_id = ?`).run(step.step_id)
      const { status, stdout, stderr } = await pmhc(['verify'], { DATABASE_URL })
      client
        .prepare(
          `update reconciliation_steps set item_id = @item_id, proposal = @proposal, refers_to = @refers_to,
           sha256 = @sha256 where step_id = @step_id`,
        )
        .run(step)
      client.close()
      expect(status).toBe(1)
      const { checked, differing } = z
        .object({ checked: z.number(), differing: z.array(z.object({ assessment: z.string() })) })
        .parse(JSON.parse(stdout))
      expect(checked).toBe(28)
      expect(new Set(differing.map(({ assessment }) => assessment))).toEqual(new Set([step.assessment_id]))
      expect(stderr).toMatch(new RegExp(`Assessment ${step.assessment_id}, copy 1: .*${words}`))
    },
  )
})

describe('pmhc verify, of what both sides signed', () => {
  const signedFile = files.path('signed.sqlite')
  const signed = { DATABASE_URL: `file:${signedFile}` }

  it('replays what both sides did, and finds what doesn’t follow from it', async () => {
    const database = await openDatabase(signed.DATABASE_URL)
    const talk = await reconciling({ database })
    await settleAll(talk)
    await sign(talk, 'partner')
    await sign(talk, 'agency')
    // What is redacted is no difference.
    const redaction = { field: 'proposal-note', reason: 'Names a person', at: talk.program.now() } as const
    const { assessmentId, agencyId: organizationId, people } = talk
    const whose = { assessmentId, organizationId, side: 'agency', by: people['agency coordinator'] } as const
    expect(await redactStepText(database, { ...redaction, ...whose, revision: 1 })).toBe('redacted')
    await database.close()
    const untouched = await pmhc(['verify'], signed)
    expect(JSON.parse(untouched.stdout)).toEqual({ checked: 1, differing: [] })

    const tampered = async (change: string) => {
      const client = new SqliteClient(signedFile)
      client.prepare(change).run()
      client.close()
      const { status, stderr } = await pmhc(['verify'], signed)
      expect(status).toBe(1)
      return stderr
    }
    expect(
      await tampered(`update reconciliation_steps set proposal = '{"value":5}' where item_id = 'training.basic'
        and kind = 'proposed'`),
    ).toContain('its agreed response to training.basic doesn’t follow from what both sides did')
    expect(
      await tampered(
        `update reconciliation_steps set sha256 = '${'b'.repeat(64)}' where kind = 'signed' and side = 'partner'`,
      ),
    ).toContain('the partner signed another scorecard')
  }, 60_000)
})
