import { eq } from 'drizzle-orm'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkManifest } from '#app/exporting/check-manifest.server.ts'
import { makeExport } from '#app/exporting/jobs/make-export.server.ts'
import { noLongerShared } from '#app/exporting/jobs/may-still-be-had.server.ts'
import { sweepExports } from '#app/exporting/jobs/sweep-exports.server.ts'
import { cancelExport, findExport, requestExport, takeExport } from '#db/queries/export-jobs.server.ts'
import { exportFormats } from '#db/words.ts'
import { minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addPortfolio, ask, folderForTest } from '#tests/support/export-world.ts'
import { addEnrolled, addFinal } from '#tests/support/shared-builders.ts'

const longAgo = new Date(0)

describeEngines('making an export', (engine) => {
  const world = async () => {
    const { database } = engine
    const asking = await addPortfolio(database)
    const folder = folderForTest()
    const clock = { now: minute(10) }
    const environment = { exportsDirectory: folder } as Parameters<typeof sweepExports>[0]['environment']
    const take = async () => {
      const job = await takeExport(database, clock.now, longAgo)
      if (!job) throw new Error('nothing waits')
      return job
    }
    const make = async () => makeExport({ database, job: await take(), folder, now: () => clock.now })
    const sweep = () => sweepExports({ database, environment, now: () => clock.now })
    const textOf = (id: string, name: string) => readFileSync(join(folder, id, name), 'utf8')
    return { database, asking, folder, clock, take, make, sweep, textOf }
  }

  it.each(exportFormats)('writes %s whole, with a manifest that holds', async (format) => {
    const { database, asking, make, folder } = await world()
    const id = await ask(database, asking, format)
    expect(await make()).toBe('ready')
    const checked = await checkManifest(join(folder, id))
    const job = await findExport(database, 'program', id)
    expect(job).toMatchObject({ status: 'ready', done: 3, total: 3, fault: null })
    expect(checked).toMatchObject({
      status: 'valid',
      manifest: { assessments: 3, files: job?.manifest?.files },
    })
    expect(readdirSync(folder).sort()).toEqual([id, `${id}.held.json`])
  })

  it('holds no more than is shared', async () => {
    const { database, asking, make, textOf } = await world()
    const id = await ask(database, asking)
    await make()
    const responses = textOf(id, 'responses.csv')
    expect(responses).toContain('Agency answers')
    expect(responses).not.toContain('Agency scores')
    expect(textOf(id, 'scores.csv')).toContain('Agency scores')
    expect(textOf(id, 'scores.csv')).not.toContain('Agency profile')
    expect(responses.match(/second line/g)).toHaveLength(1)
  })

  it('is everything of an agency for its own people, and goes by the portfolio’s filter for a program', async () => {
    const { database, asking, make, textOf } = await world()
    const own = await ask(database, asking, 'csv', { kind: 'agency', agencyId: 'profile' })
    await make()
    expect(textOf(own, 'responses.csv')).toContain('second line')
    const query = 'questionnaire=sample&search=NOTES'
    const filtered = await ask(database, asking, 'ndjson', { kind: 'portfolio', programId: 'program', query })
    await make()
    expect(textOf(filtered, 'assessments.ndjson').trim().split('\n')).toHaveLength(1)
  })

  it('is anonymous for outsiders: whole groups without names, and what was left out is said', async () => {
    const { database, asking, make, textOf } = await world()
    for (const name of ['Alder', 'Birch', 'Cedar', 'Dogwood']) {
      const id = name.toLowerCase()
      await addEnrolled(database, 'program', { id, name, state: 'TX', shares: 'answers', ...asking })
      await addFinal(database, { id: `${id}-1`, agencyId: id, ...asking })
    }
    await addEnrolled(database, 'program', {
      id: 'elm',
      name: 'Elm',
      state: 'TX',
      shares: 'scores',
      ...asking,
    })
    await addFinal(database, { id: 'elm-1', agencyId: 'elm', ...asking })
    const [first, second] = [await askAnonymous(), await askAnonymous()]
    async function askAnonymous() {
      const of = { kind: 'portfolio', programId: 'program', query: 'questionnaire=sample' } as const
      const scope = { format: 'csv', anonymous: true, of } as const
      const asked = await requestExport(database, { organizationId: 'program', scope, ...asking })
      if (asked.status !== 'requested') throw new Error(asked.status)
      await make()
      return asked.id
    }
    // Three agencies of Ohio and five of Texas: hiding Ohio's three alone would let one compute them.
    expect(textOf(first, 'scores.csv').trim().split('\r\n')).toHaveLength(1)
    for (const name of ['four', 'five']) {
      await addEnrolled(database, 'program', { id: name, shares: 'scores', ...asking })
      await addFinal(database, { id: `${name}-1`, agencyId: name, ...asking })
    }
    const third = await askAnonymous()
    const scores = textOf(third, 'scores.csv')
    expect(scores.trim().split('\r\n')).toHaveLength(1 + 10 * 3)
    for (const word of ['Alder', 'birch', 'Adams', 'elm-1', '2026-03']) expect(scores).not.toContain(word)
    const idsIn = (id: string) => textOf(id, 'responses.csv').match(/[0-9a-f]{24}/g) ?? []
    expect(new Set(idsIn(third)).size).toBe(12)
    expect(idsIn(third).some((id) => textOf(second, 'responses.csv').includes(id))).toBe(false)
    expect(textOf(third, 'manifest.json')).toContain('fewer than 5 agencies')
  })

  it('leaves nothing behind where it was cancelled meanwhile', async () => {
    const { database, asking, take, folder } = await world()
    const id = await ask(database, asking)
    const job = await take()
    expect(await cancelExport(database, { organizationId: 'program', id, at: minute(11) })).toBe(true)
    expect(await makeExport({ database, job, folder, now: () => minute(12) })).toBe('lost')
    expect(existsSync(join(folder, id))).toBe(false)
    expect((await findExport(database, 'program', id))?.status).toBe('cancelled')
  })

  it('is taken over from a process that died, which then gives up', async () => {
    const { database, asking, take, folder, clock } = await world()
    const id = await ask(database, asking)
    const first = await take()
    expect(await takeExport(database, minute(11), minute(9))).toBeNull()
    const second = await takeExport(database, minute(12), minute(11))
    expect(second?.id).toBe(id)
    clock.now = minute(13)
    expect(await makeExport({ database, job: first, folder, now: () => clock.now })).toBe('lost')
    if (!second) throw new Error('it was not taken')
    expect(await makeExport({ database, job: second, folder, now: () => clock.now })).toBe('ready')
  })

  it('is gone once an agency in it shares less, and not for one that shares more', async () => {
    const { database, asking, make, sweep, folder } = await world()
    const id = await ask(database, asking)
    await make()
    const { enrollments } = database.tables
    const sharing = (agencyId: string, shares: 'answers' | 'scores' | 'profile') =>
      database.orm.update(enrollments).set({ shares }).where(eq(enrollments.agencyId, agencyId))
    await sharing('scores', 'answers')
    await sharing('profile', 'answers')
    await sweep()
    expect((await findExport(database, 'program', id))?.status).toBe('ready')
    await sharing('answers', 'scores')
    await sweep()
    expect(await findExport(database, 'program', id)).toMatchObject({
      ...{ status: 'failed', fault: noLongerShared, manifest: null },
    })
    await sweep()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is gone once typed text in it was taken out', async () => {
    const { database, asking, make, sweep } = await world()
    const id = await ask(database, asking)
    await make()
    const redact = (assessmentId: string) =>
      database.orm.insert(database.tables.redactions).values({
        ...{ id: assessmentId, assessmentId, side: 'agency', itemId: 'a', field: 'note', reason: 'private' },
        ...{ copies: [], redactedAt: minute(20), redactedBy: asking.by },
      })
    await redact('answers-1')
    await sweep()
    expect((await findExport(database, 'program', id))?.status).toBe('ready')
    await redact('notes-1')
    await sweep()
    expect((await findExport(database, 'program', id))?.status).toBe('failed')
  })

  it('is deleted after a day, and nothing else in the folder is', async () => {
    const { database, asking, make, sweep, folder, clock } = await world()
    const id = await ask(database, asking)
    await make()
    await mkdir(join(folder, 'photographs'))
    await writeFile(join(folder, 'notes.held.json'), '')
    await sweep()
    expect(existsSync(join(folder, id))).toBe(true)
    clock.now = new Date(asking.at.getTime() + 86_400_000)
    await sweep()
    expect(readdirSync(folder).sort()).toEqual(['notes.held.json', 'photographs'])
    expect(await findExport(database, 'program', id)).toBeUndefined()
  })

  it('says so where what was asked for is gone', async () => {
    const { database, asking, make } = await world()
    const id = await ask(database, asking, 'json', { kind: 'assessment', assessmentId: 'gone' })
    expect(await make()).toBe('failed')
    expect((await findExport(database, 'program', id))?.fault).toContain('isn’t there any more')
  })
})
