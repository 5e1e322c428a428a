import { describe, expect, test } from 'vitest'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { action, loader } from '#app/routes/administration-questionnaires/route.tsx'
import { loader as start } from '#app/routes/assessment-new/route.tsx'
import { loader as impact } from '#app/routes/questionnaire-impact/route.tsx'
import { loader as preview } from '#app/routes/questionnaire-preview/route.tsx'
import { agencyWithTeam, answer, finishOne, startOne, twoDomains } from '#tests/support/agency.ts'
import { addPerson, contextFor } from '#tests/support/program.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'

const older = twoDomains()
const same = older.domains.flatMap(({ items }) => items.map(({ id }) => id))
const revising = (version: string, more: Partial<Questionnaire> = {}): Questionnaire => ({
  ...twoDomains({ version, revises: { version: '1.0.0', same, changes: [] } }),
  ...more,
})

async function world(questionnaires = [older, revising('1.1.0'), revising('1.2.0', { draft: true })]) {
  const agency = await agencyWithTeam(questionnaires)
  const { program } = agency
  const kim = await contextFor(program, await addPerson(program, { administrator: true }))
  const send = (fields: Record<string, string>) => action(post(kim, '/administration/questionnaires', fields))
  const listed = async () => (await loader(get(kim, '/administration/questionnaires'))).questionnaires
  const naming = (version: string, more: Record<string, string> = {}) => ({
    slug: 'sample',
    version,
    ...more,
  })
  const ask = (version: string, domainId = '') => get(kim, '/', naming(version, { domainId }))
  return { agency, program, send, listed, naming, ask }
}

const withdrawing = { intent: 'withdraw', sure: 'yes' }

describe('the questionnaires, for administrators', () => {
  test('are listed with their versions, states and use', async () => {
    const { agency, listed } = await world()
    await finishOne(agency, '2026-06-01')
    await startOne(agency)
    expect(await listed()).toEqual([
      {
        slug: 'sample',
        title: 'A sample',
        versions: [
          expect.objectContaining({ version: '1.2.0', states: ['Draft'], can: null, since: '1.0.0' }),
          expect.objectContaining({ version: '1.1.0', states: ['Offered'], inProgress: 1, final: 1 }),
          expect.objectContaining({ version: '1.0.0', states: ['Older'], inProgress: 0, final: 0 }),
        ],
      },
    ])
  })

  test('can be withdrawn from new assessments, also unused ones: the next older is offered instead', async () => {
    const { agency, program, send, listed, naming } = await world()
    const open = await startOne(agency)
    const answered = await responseOf(send({ ...naming('1.1.0'), ...withdrawing }))
    expect(answered.headers.get('location')).toBe('/administration/questionnaires?done=version-withdrawn')
    const offered = async () => {
      const { agencyId: organizationId } = agency
      const page = await start(get(await agency.as('coordinator'), '/', { organizationId }))
      return page.questionnaires.map(({ version }) => version)
    }
    expect(await offered()).toEqual(['1.0.0'])
    expect((await listed())[0]?.versions.map(({ states }) => states)).toEqual([
      ['Draft'],
      ['Withdrawn'],
      ['Offered'],
    ])
    // What was started goes on.
    await answer(agency, open, { 'training.basic': { value: 4 } })
    await responseOf(send({ ...naming('1.0.0'), ...withdrawing }))
    expect(await offered()).toEqual([])
    const back = await responseOf(send({ ...naming('1.1.0'), intent: 'offer-again' }))
    expect(back.headers.get('location')).toBe('/administration/questionnaires?done=version-offered')
    expect(await offered()).toEqual(['1.1.0'])
    expect(program.catalog.versions).toHaveLength(3)
  })

  test.each([
    ['without being sure', { version: '1.1.0', intent: 'withdraw' }, 400],
    ['a draft', { version: '1.2.0', ...withdrawing }, 400],
    ['a version that there isn’t', { version: '9.9.9', ...withdrawing }, 400],
    ['what is no version', { version: '<script>', ...withdrawing }, 400],
    ['the withdrawal of one that isn’t withdrawn, back', { version: '1.1.0', intent: 'offer-again' }, 409],
    ['nothing, back', { version: '', intent: 'offer-again' }, 400],
  ])('are not withdrawn %s', async (_, fields, status) => {
    const { send, listed } = await world()
    expect(await send({ slug: 'sample', ...fields })).toMatchObject({ init: { status } })
    expect((await listed())[0]?.versions.map(({ states }) => states.join())).toEqual([
      'Draft',
      'Offered',
      'Older',
    ])
  })

  test('are withdrawn once', async () => {
    const { send, naming } = await world()
    await responseOf(send({ ...naming('1.1.0'), ...withdrawing }))
    expect(await send({ ...naming('1.1.0'), ...withdrawing })).toMatchObject({
      data: { fault: 'Version 1.1.0 is withdrawn already.' },
      init: { status: 409 },
    })
  })
})

describe('what a version means', () => {
  test('is told in counts, for a draft too, and names nobody', async () => {
    const { agency, ask } = await world([older, revising('1.2.0', { draft: true })])
    await finishOne(agency, '2026-06-01')
    await startOne(agency)
    const page = await impact(ask('1.2.0'))
    expect(page).toMatchObject({
      ...{ version: '1.2.0', draft: true, revises: '1.0.0', items: 'Items: 5 as before.' },
      inProgress: [{ version: '1.0.0', assessments: 1, movable: 1 }],
      answers: { rows: [{ words: 'carry over, to be confirmed', counts: [0, 0, 5, 0] }] },
      comparable: { assessments: 1, bases: [] },
      scores: ['None of 1 score would change.'],
    })
    expect(JSON.stringify(page)).not.toContain('Larkmoor')
  })

  test('is not found where there is no such version', async () => {
    const { ask } = await world()
    expect((await responseOf(impact(ask('9.9.9')))).status).toBe(404)
  })
})

describe('the preview of a version', () => {
  test('is its domain as an agency is asked it, a draft too', async () => {
    const { ask } = await world()
    const { path, draft, page } = await preview(ask('1.2.0', 'training'))
    expect({ path, draft }).toEqual({
      path: '/administration/questionnaires/sample/1.2.0/preview',
      draft: true,
    })
    expect(page.items.map(({ item }) => item.id)).toEqual(['training.basic', 'training.refresher'])
    expect(page.mayAnswer).toBe(true)
  })

  test.each([
    ['1.1.0', 'nowhere'],
    ['9.9.9', 'training'],
  ])('is not found where there is none: %s, %s', async (version, domainId) => {
    const { ask } = await world()
    expect((await responseOf(preview(ask(version, domainId)))).status).toBe(404)
  })
})
