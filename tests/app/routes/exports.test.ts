import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sha256 } from '#assessments/sha256.server.ts'
import { action, loader } from '#app/routes/exports/route.tsx'
import { loader as fileLoader } from '#app/routes/export-file/route.ts'
import { loader as oneLoader } from '#app/routes/assessment-export/route.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { agencyWithTeam, finishOne } from '#tests/support/agency.ts'
import { readyExport } from '#tests/support/export-world.ts'
import { addMember, addOrganization, contextFor, type TestContext } from '#tests/support/program.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import { addEnrolled, addFinal, addSomebody } from '#tests/support/shared-builders.ts'

const at = new Date('2026-11-20T12:00:00Z')

async function world() {
  const agency = await agencyWithTeam()
  const assessmentId = await finishOne(agency, '2026-06-01')
  const { program, agencyId, coordinator } = agency
  const params = { organizationId: agencyId }
  const path = `/organizations/${agencyId}/exports`
  const viewer = await agency.as('viewer')
  const load = async (query = '') => (await loader(get(viewer, path + query, params))).page
  const send = (fields: Record<string, string>) => action(post(viewer, path, fields, params))
  const download = (exportId: string, file: string, headers: Record<string, string> = {}, by = viewer) => {
    const args = get(by, `${path}/${exportId}/${file}`, { ...params, exportId, file })
    for (const [name, value] of Object.entries(headers)) args.request.headers.set(name, value)
    return responseOf(fileLoader(args))
  }
  const logged = async () =>
    (await listActivities(program.database, agencyId, { limit: 50 })).map((entry) => entry.action)
  return { ...{ agency, program, agencyId, coordinator, assessmentId, viewer }, load, send, download, logged }
}

it('is asked for, listed with how far it is, and cancelled', async () => {
  const { load, send, logged } = await world()
  expect((await load()).exports).toEqual([])
  const answer = await responseOf(send({ intent: 'ask', format: 'json' }))
  expect(answer.headers.get('location')).toContain('done=export-asked')
  const [asked] = (await load()).exports
  expect(asked).toMatchObject({ title: 'JSON', status: 'waiting', done: 0, total: null, files: [] })
  expect(asked?.asked).toContain('A viewer')
  await responseOf(send({ intent: 'cancel', export: asked?.id ?? '' }))
  expect((await load()).exports[0]?.status).toBe('cancelled')
  expect(await send({ intent: 'cancel', export: asked?.id ?? '' })).toMatchObject({ init: { status: 409 } })
  expect(await logged()).toContain('export.requested')
})

it('refuses a format that there is none of, and a sixth at once', async () => {
  const { send } = await world()
  expect(await send({ intent: 'ask', format: 'pdf' })).toMatchObject({ init: { status: 400 } })
  expect(await send({ intent: 'cancel' })).toMatchObject({ init: { status: 400 } })
  for (let times = 0; times < 5; times++) await responseOf(send({ intent: 'ask', format: 'csv' }))
  expect(await send({ intent: 'ask', format: 'csv' })).toMatchObject({
    data: { fault: expect.stringContaining('being made already') as string },
    init: { status: 409 },
  })
})

it('sends a file whole or in the part that is asked for, never parts of two', async () => {
  const { program, agencyId, coordinator, download, load, logged } = await world()
  const id = await readyExport(program, agencyId, coordinator)
  const [file] = (await load()).exports[0]?.files ?? []
  const whole = await download(id, 'responses.csv')
  const text = Buffer.from(await whole.arrayBuffer()).toString('utf8')
  expect(sha256(text)).toBe(file?.sha256)
  expect(whole.headers.get('content-length')).toBe(String(Buffer.byteLength(text)))
  expect(whole.headers.get('etag')).toBe(`"${file?.sha256 ?? ''}"`)
  expect(whole.headers.get('cache-control')).toContain('no-transform')
  const rest = await download(id, 'responses.csv', { Range: 'bytes=100-' })
  expect(rest.status).toBe(206)
  expect(rest.headers.get('content-range')).toBe(
    `bytes 100-${Buffer.byteLength(text) - 1}/${Buffer.byteLength(text)}`,
  )
  expect(Buffer.from(await rest.arrayBuffer()).equals(Buffer.from(text).subarray(100))).toBe(true)
  const part = await download(id, 'responses.csv', { Range: 'bytes=-5' })
  expect(Buffer.from(await part.arrayBuffer()).equals(Buffer.from(text).subarray(-5))).toBe(true)
  expect((await download(id, 'responses.csv', { Range: 'bytes=99999999-' })).status).toBe(416)
  const other = { Range: 'bytes=100-', 'If-Range': `"${'0'.repeat(64)}"` }
  expect((await download(id, 'responses.csv', other)).status).toBe(200)
  const known = { 'If-None-Match': whole.headers.get('etag') ?? '' }
  expect((await download(id, 'responses.csv', known)).status).toBe(304)
  const manifest = (await (await download(id, 'manifest.json')).json()) as { files: unknown[] }
  expect(manifest.files).toHaveLength(2)
  expect((await logged()).filter((entry) => entry === 'export.downloaded').length).toBeGreaterThan(1)
})

it('has no file that the manifest doesn’t name, and none for others', async () => {
  const { program, agency, agencyId, coordinator, download } = await world()
  const id = await readyExport(program, agencyId, coordinator)
  for (const name of ['other.csv', '..%2F..%2Fpmhc.sqlite', '../x', '']) {
    expect((await download(id, name)).status).toBe(404)
  }
  expect((await download('no-such', 'responses.csv')).status).toBe(404)
  expect((await download(id, 'responses.csv', {}, await agency.as('outsider'))).status).toBe(404)
})

it('hands out nothing of a program’s export once an agency in it ended sharing', async () => {
  const { program } = await world()
  const { id: programId, coordinator } = await addOrganization(program, { kind: 'program', name: 'State' })
  const { database } = program
  const by = await addSomebody(database, 'ann', at)
  await addEnrolled(database, programId, { id: 'shares', shares: 'answers', by, at })
  await addFinal(database, { id: 'shares-1', agencyId: 'shares', by, at })
  const viewer = await contextFor(program, await addMember(program, programId, 'viewer'))
  const params = { organizationId: programId }
  const path = `/organizations/${programId}/exports`
  const page = (await loader(get(viewer, `${path}?state=OH&page=3&size=none`, params))).page
  expect(page).toMatchObject({ query: 'state=OH', what: 'Those that share their scores, with state OH' })
  const of = { kind: 'portfolio', programId, query: 'questionnaire=sample' } as const
  const id = await readyExport(program, programId, coordinator, of)
  const download = (context: TestContext) =>
    responseOf(
      fileLoader(get(context, `${path}/${id}/scores.csv`, { ...params, exportId: id, file: 'scores.csv' })),
    )
  expect((await download(viewer)).status).toBe(200)
  await database.orm.update(database.tables.enrollments).set({ status: 'ended' })
  const gone = await download(viewer)
  expect(gone.status).toBe(410)
  expect(await gone.text()).toContain('stopped sharing')
  expect((await loader(get(viewer, path, params))).page.exports[0]).toMatchObject({
    status: 'failed',
    files: [],
  })
  expect(existsSync(join(program.environment.exportsDirectory, id))).toBe(false)
})

it('has no exports of a partner: what it rates is an agency’s', async () => {
  const { program } = await world()
  const { id, coordinator } = await addOrganization(program, { kind: 'partner', name: 'Adams Care' })
  const context = await contextFor(program, coordinator)
  const answer = responseOf(loader(get(context, `/organizations/${id}/exports`, { organizationId: id })))
  expect((await answer).status).toBe(404)
})

it.each([
  ['csv', 'larkmoor-police-department-2026-06-01-responses.csv', 'leadership.workgroup'],
  ['scores-csv', 'larkmoor-police-department-2026-06-01-scores.csv', 'overall'],
  ['json', 'larkmoor-police-department-2026-06-01-assessment.json', '"pmhc-assessment/1"'],
  ['xlsx', 'larkmoor-police-department-2026-06-01-assessment.xlsx', 'PK'],
])('makes a small file of one assessment at once: %s', async (format, name, part) => {
  const { assessmentId, viewer, logged } = await world()
  const path = `/assessments/${assessmentId}/export?format=${format}`
  const answer = await responseOf(oneLoader(get(viewer, path, { assessmentId })))
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
  expect(await answer.text()).toContain(part)
  const again = await responseOf(oneLoader(get(viewer, path, { assessmentId })))
  expect(again.headers.get('etag')).toBe(answer.headers.get('etag'))
  expect(await logged()).toContain('export.downloaded')
})
