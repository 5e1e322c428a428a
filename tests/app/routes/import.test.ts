import { expect, it } from 'vitest'
import type { Responses } from '#assessments/response.ts'
import { largestBodyAt } from '#app/http/body-limit.server.ts'
import type { ImportAnswer } from '#app/routes/import/import-answer.ts'
import { action, loader } from '#app/routes/import/route.tsx'
import { loader as templateLoader } from '#app/routes/import-template/route.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { agencyWithTeam, answer as answerItems, finishOne, startOne } from '#tests/support/agency.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'

async function world() {
  const agency = await agencyWithTeam()
  const { program, agencyId } = agency
  const assessmentId = await startOne(agency)
  const [params, path] = [{ assessmentId }, `/assessments/${assessmentId}/import`]
  const contributor = await agency.as('contributor')
  const result = async (sending: ReturnType<typeof action>) => {
    const { data, init } = (await sending) as { data: ImportAnswer; init: { status: number } }
    return { ...data, httpStatus: init.status }
  }
  const preview = (text: string | Uint8Array<ArrayBuffer>) => {
    const body = new FormData()
    body.set('intent', 'preview')
    body.set('file', new File([text], 'answers.csv'))
    const headers = { cookie: contributor.cookie }
    const request = new Request(`http://localhost:3000${path}`, { method: 'POST', body, headers })
    return result(action({ request, params, context: contributor }))
  }
  const confirm = (fields: Record<string, string>) =>
    action(post(contributor, path, { intent: 'import', ...fields }, params))
  const kept = async (): Promise<Responses> =>
    Object.fromEntries(
      [...(await readResponses(program.database, assessmentId, 'agency'))].map(([id, { response }]) => [
        id,
        response,
      ]),
    )
  const template = async (format: string) =>
    responseOf(templateLoader(get(contributor, `${path}/template?format=${format}`, params)))
  return {
    ...{ agency, program, agencyId, assessmentId, contributor, params, path },
    ...{ preview, confirm, kept, template, result },
  }
}

/** The template with values put beside items. */
function filled(template: string, values: Record<string, string>): string {
  return Object.entries(values).reduce(
    (text, [id, value]) => text.replace(new RegExp(`(,${id},[^,]*,(?:"[^"]*"|[^,]*),)[^,]*`), `$1${value}`),
    template,
  )
}

const sentOf = (shown: Awaited<ReturnType<Awaited<ReturnType<typeof world>>['preview']>>) => {
  if (shown.status !== 'preview') throw new Error(JSON.stringify(shown))
  return shown.preview.sent
}

it('shows what a filled-in template would set, and saves all of it with its history', async () => {
  const { agency, program, agencyId, assessmentId, preview, confirm, kept, template } = await world()
  await answerItems(agency, assessmentId, {
    'training.basic': { value: 2 },
    'training.refresher': { value: 3 },
  })
  const csv = await (await template('csv')).text()
  const shown = await preview(filled(csv, { 'training.basic': '4', 'leadership.workgroup': '5' }))
  expect(shown).toMatchObject({ status: 'preview', httpStatus: 200, preview: { same: 1, passedOver: 0 } })
  if (shown.status !== 'preview') throw new Error(shown.status)
  expect(shown.preview.changes.map(({ item, what }) => [item.id, what])).toEqual([
    ['leadership.workgroup', 'new'],
    ['training.basic', 'changed'],
  ])
  expect((await kept())['leadership.workgroup']).toBeUndefined()
  const done = await responseOf(confirm({ sent: sentOf(shown) }))
  expect(done.headers.get('location')).toContain('done=answers-imported')
  expect(await kept()).toMatchObject({ 'leadership.workgroup': { value: 5 }, 'training.basic': { value: 4 } })
  const { database } = program
  expect(await responseHistory(database, assessmentId, 'agency', 'training.basic')).toMatchObject([
    { before: { value: 2 }, after: { value: 4 } },
    { after: { value: 2 } },
  ])
  const log = await listActivities(database, agencyId, { limit: 50 })
  expect(log.map((entry) => entry.action)).toContain('responses.imported')
})

it('tells every fault with its row and column, and saves nothing', async () => {
  const { preview, kept, template } = await world()
  const csv = filled(await (await template('csv')).text(), {
    'training.basic': '9',
    'leadership.officers': 'x',
  })
  const shown = await preview(csv)
  if (shown.status !== 'faults') throw new Error(shown.status)
  expect(shown.httpStatus).toBe(400)
  expect(shown.faults.map(({ path }) => path)).toEqual(['row 4, column "value"', 'row 5, column "value"'])
  expect(await kept()).toEqual({})
  expect(await preview('')).toMatchObject({ status: 'refused', fault: 'Choose a file.' })
  expect(await preview('PK\u0003\u0004 not a workbook')).toMatchObject({ status: 'faults' })
  expect(await preview(new Uint8Array(9 * 1024 * 1024).fill(97))).toMatchObject({
    status: 'faults',
    faults: [{ reason: expect.stringContaining('larger than 8 MB') as string }],
  })
})

it('saves nothing where somebody answered one of the items meanwhile', async () => {
  const { agency, assessmentId, preview, confirm, kept, template, result } = await world()
  const csv = filled(await (await template('csv')).text(), {
    'training.basic': '4',
    'training.refresher': '4',
  })
  const sent = sentOf(await preview(csv))
  await answerItems(agency, assessmentId, { 'training.basic': { value: 1 } })
  const again = await result(confirm({ sent }))
  expect(again).toMatchObject({ status: 'preview', httpStatus: 409 })
  expect(await kept()).toEqual({ 'training.basic': { value: 1 } })
  await responseOf(confirm({ sent: sentOf(again) }))
  expect(await kept()).toEqual({ 'training.basic': { value: 4 }, 'training.refresher': { value: 4 } })
})

it('asks about text that looks like something about a person, before it is saved', async () => {
  const { preview, confirm, kept, result } = await world()
  const responses = { 'training.basic': { value: 4, note: 'Call him at 555-234-5678.' } }
  const shown = await preview(JSON.stringify({ questionnaire: 'sample@1.0.0', responses }))
  if (shown.status !== 'preview') throw new Error(shown.status)
  expect(shown.preview.changes[0]?.looksPrivate).toContain('a phone number')
  expect(await result(confirm({ sent: shown.preview.sent }))).toMatchObject({ httpStatus: 409 })
  expect(await kept()).toEqual({})
  await responseOf(confirm({ sent: shown.preview.sent, private: 'yes' }))
  expect(await kept()).toEqual(responses)
})

it('takes nothing on trust that comes back from the preview', async () => {
  const { confirm, kept, result } = await world()
  const forged = (part: object) =>
    JSON.stringify({ questionnaire: 'sample@1.0.0', responses: {}, revisions: {}, passedOver: 0, ...part })
  for (const sent of [
    '',
    '{',
    forged({ responses: { 'training.basic': { value: 9 } } }),
    forged({ responses: { 'no.such': { value: 1 } } }),
    forged({ questionnaire: 'sample@2.0.0', responses: { 'training.basic': { value: 1 } } }),
  ]) {
    expect(await result(confirm({ sent }))).toMatchObject({ status: 'refused', httpStatus: 400 })
  }
  expect(await kept()).toEqual({})
})

it('is closed once the side is locked, and says why', async () => {
  const agency = await agencyWithTeam()
  const assessmentId = await finishOne(agency, '2026-06-01')
  const context = await agency.as('contributor')
  const params = { assessmentId }
  const page = await loader(get(context, `/assessments/${assessmentId}/import`, params))
  expect(page.locked).toContain('locked')
  const sent = post(context, `/assessments/${assessmentId}/import`, { intent: 'import' }, params)
  expect(await action(sent)).toMatchObject({ init: { status: 409 } })
})

it('lets a larger body through where files are imported, and nowhere else', () => {
  const mb = 1024 * 1024
  expect(largestBodyAt('/assessments/a-1/import')).toBeGreaterThan(8 * mb)
  expect(largestBodyAt('/assessments/a-1/import.data')).toBeGreaterThan(8 * mb)
  expect(largestBodyAt('/assessments/a-1/import/template')).toBe(2 * mb)
  expect(largestBodyAt('/x/assessments/a-1/import')).toBe(2 * mb)
})
